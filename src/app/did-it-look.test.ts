// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import { decodePng } from '../image/decode-png.ts';
import { type AppUnderTest, appUnderTest } from '../testing/app-under-test.ts';
import { ScriptedEngine } from '../testing/scripted-engine.ts';
import { judge, type Look, type LookEvent } from './did-it-look.ts';
import { greyPicture } from './grey-picture.ts';
import { currentMessages } from './selectors.ts';

let tested: AppUnderTest | undefined;

afterEach(() => tested?.app.dispose());

async function answeredAboutAPicture(answers: readonly string[]) {
  tested = appUnderTest({ engine: new ScriptedEngine({ answers }) });
  const { app, now, until } = tested;
  await app.actions.start();
  await until(({ engine }) => engine.kind === 'ready');
  await app.actions.addImages([new File(['a'], 'a', { type: 'image/png' })]);
  app.actions.setDraftText('What is this?');
  await app.actions.send();
  return { tested, answer: must(currentMessages(now())[1], 'it is answered') };
}

test('an answer is read with its picture, without it, and with a grey one', async () => {
  const { tested: under, answer } = await answeredAboutAPicture([
    'A red field.',
    'A red field.',
    'Nothing here.',
    'A red field.',
  ]);
  const { app, engine, now } = under;
  const events: LookEvent[] = [];
  const { signal } = new AbortController();
  for await (const event of app.examine.didItLook(answer.id, signal)) {
    events.push(event);
  }
  const images = engine.scored.map(({ messages }) =>
    messages
      .flatMap(({ content }) => content)
      .flatMap((part) => (part.kind === 'image' ? [part.image.sha256] : [])),
  );
  const asked = must(currentMessages(now())[0], 'it was asked');
  expect(images).toEqual([
    asked.attachments.map(({ sha256 }) => sha256),
    [],
    [(await greyPicture()).sha256],
  ]);
  const last = events.at(-1);
  if (last?.kind !== 'done') throw new Error('it ends with done');
  const { readings, verdict, tokens } = last.look;
  expect(tokens).toBe(3);
  expect(readings.with.meanLogprob).toBeCloseTo(-Math.LN2);
  expect(readings.without.meanLogprob).toBeCloseTo(-2 * Math.LN2);
  expect(verdict).toBe('much');
  expect(currentMessages(now())).toHaveLength(2); // nothing is kept
});

test('a stop ends it without a word', async () => {
  const { tested: under, answer } = await answeredAboutAPicture(['A red field.']);
  const stopping = new AbortController();
  const events: LookEvent[] = [];
  for await (const event of under.app.examine.didItLook(answer.id, stopping.signal)) {
    events.push(event);
    stopping.abort();
  }
  expect(events.map(({ kind }) => kind)).toEqual(['reading']);
});

test('the verdict follows from the numbers', () => {
  const readings = (
    without: number,
    other: number,
    differsAt?: number,
  ): Look['readings'] => {
    const reading = (meanLogprob: number, at?: number) => ({
      meanLogprob,
      tokenIds: [],
      differsAt: at,
    });
    return {
      with: reading(-1),
      without: reading(without, differsAt),
      other: reading(other),
    };
  };
  expect(judge(readings(-1.01, -0.99))).toBe('none');
  expect(judge(readings(-1.01, -1, 3))).toBe('some');
  expect(judge(readings(-1.1, -1))).toBe('some');
  expect(judge(readings(-1, -1.3))).toBe('much');
  expect(judge(readings(-0.7, -1))).toBe('much'); // less probable with it is a dependence too
});

test('the grey picture is the same every time, and no colour is in it', async () => {
  const { blob, sha256 } = await greyPicture();
  expect(sha256).toMatchInlineSnapshot(
    `"3b52c7d6650a8aaf077db879497025b74a9d6e28b10601ae3171b4d4ec5ec236"`,
  );
  const { data } = decodePng(new Uint8Array(await blob.arrayBuffer()));
  expect(Array.from(data.subarray(0, 3))).toEqual([112, 112, 112]);
});
