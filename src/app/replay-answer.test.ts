// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import { sha256Hex } from '../base/sha256.ts';
import { type AppUnderTest, appUnderTest } from '../testing/app-under-test.ts';
import { ScriptedEngine } from '../testing/scripted-engine.ts';
import { printMessages } from './answer-origin.ts';
import type { Replay } from './replay-answer.ts';
import { currentMessages } from './selectors.ts';

let tested: AppUnderTest;

afterEach(() => tested.app.dispose());

async function answered(answers: readonly string[]) {
  tested = appUnderTest({ engine: new ScriptedEngine({ answers }) });
  await tested.app.actions.start();
  await tested.until(({ engine }) => engine.kind === 'ready');
  tested.app.actions.setDraftText('It hurts.');
  await tested.app.actions.send();
  return must(currentMessages(tested.now())[1], 'it is answered');
}

async function replayed(id: string): Promise<Replay> {
  const { signal } = new AbortController();
  for await (const event of tested.app.examine.replay(id, signal)) {
    if (event.kind === 'done') return event.replay;
    if (event.kind === 'failed') throw new Error(event.problem.message);
  }
  throw new Error('it ended without saying how');
}

test('an answer is kept with how exactly it was made', async () => {
  const { provenance } = await answered(['Since when?']);
  const { engine } = tested;
  const asked = must(engine.requests[0], 'it was asked');
  const prompt = new TextEncoder().encode(printMessages(asked.messages));
  expect(provenance?.origin).toMatchObject({
    app: expect.stringMatching(/^\d/),
    checkpointSha256: expect.any(String),
    runtime: { name: 'wasm', device: 'scripted', selfCheckError: 0 },
    sampling: asked.sampling,
    promptSha256: await sha256Hex(prompt),
    imageSha256s: [],
  });
  const { app, browser, databaseName, library } = tested;
  await app.dispose();
  tested = appUnderTest({ browser, databaseName, library });
  await tested.app.actions.start();
  expect(tested.now().notices).toEqual([]);
  const id = must(tested.now().conversations[0], 'it is kept').id;
  await tested.app.actions.openConsultation(id);
  expect(currentMessages(tested.now())[1]?.provenance).toEqual(provenance);
});

test('the same answer made again is said to be identical, and nothing is kept', async () => {
  const { id, tokenIds } = await answered(['Since when?']);
  const replay = await replayed(id);
  expect(replay).toMatchObject({
    tokens: 'identical',
    tokenIds,
    differences: [],
    isSameSettings: true,
    words: [{ kind: 'same', text: 'Since when?' }],
  });
  const [first, again] = tested.engine.requests;
  expect(again).toEqual({ ...first, reuseAtMost: 0 });
  expect(currentMessages(tested.now())).toHaveLength(2);
});

test('another answer is compared word by word, and kept beside the first when asked', async () => {
  const { id } = await answered(['Since when?', 'Since yesterday evening?']);
  const replay = await replayed(id);
  expect(replay.tokens).toBe('different');
  expect(replay.words.map(({ kind }) => kind)).toEqual([
    'same',
    'removed',
    'added',
    'same',
  ]);
  await tested.app.examine.keepReplay(replay);
  const { current } = tested.now();
  const messages = current.kind === 'open' ? current.conversation.messages : [];
  expect(messages.map(({ text }) => text)).toEqual([
    'It hurts.',
    'Since when?',
    'Since yesterday evening?',
  ]);
  expect(messages[2]?.parentId).toBe(messages[0]?.id);
});

test('another device is said', async () => {
  const { id } = await answered(['Since when?']);
  const { engine } = tested.now();
  if (engine.kind !== 'ready') throw new Error('it is ready');
  const device = { ...engine.device, description: 'another' };
  tested.app.state.setState({ engine: { ...engine, device } });
  expect((await replayed(id)).differences).toEqual(['device']);
});

test('a replay that is stopped says nothing more', async () => {
  const { id } = await answered(['Since when?']);
  const stopping = new AbortController();
  stopping.abort();
  const events = [];
  for await (const event of tested.app.examine.replay(id, stopping.signal)) {
    events.push(event);
  }
  expect(events).toEqual([]);
});
