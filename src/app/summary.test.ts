// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import { AssistantError } from '../base/errors.ts';
import { appUnderTest, type AppUnderTest } from '../testing/app-under-test.ts';
import { collect } from '../testing/ask-engine.ts';
import { ScriptedEngine } from '../testing/scripted-engine.ts';
import { estimateTokens } from './context-use.ts';
import { currentDraft, currentMessages } from './selectors.ts';
import { partsOf } from './summary.ts';

const never = () => new AbortController().signal;

async function asked(turns: readonly string[], answers: readonly string[] = ['Yes.']) {
  const tested = appUnderTest({ engine: new ScriptedEngine({ answers }) });
  await tested.app.actions.start();
  for (const text of turns) {
    tested.app.actions.setDraftText(text);
    await tested.app.actions.send();
  }
  tested.engine.requests.length = 0;
  return tested;
}

/** What the model was given to read for the summary, a text for each part. */
const readBy = ({ engine }: AppUnderTest) =>
  engine.requests.map(({ messages }) =>
    (messages[1]?.content ?? [])
      .map((part) => (part.kind === 'text' ? part.text : ''))
      .join(''),
  );

test('a summary reads every turn', async () => {
  const tested = await asked(['My chest hurts.', 'Since Tuesday.']);
  const events = await collect(tested.app.summarize(never()));
  expect(events[0]).toEqual({ kind: 'part', part: 1, parts: 1 });
  expect(events.map((it) => (it.kind === 'text' ? it.text : '')).join('')).toBe('Yes.');
  const [read] = readBy(tested);
  expect(read).toContain('Doctor: My chest hurts.\n\nAssistant: Yes.');
  expect(read).toContain('Doctor: Since Tuesday.');
});

test('a consultation longer than the context is read in parts, each with the summary so far', async () => {
  const turns = Array.from(
    { length: 12 },
    (_, at) => `Turn${at} ${'word '.repeat(150)}`,
  );
  const tested = await asked(turns);
  const events = await collect(tested.app.summarize(never()));
  const parts = readBy(tested);
  expect(parts.length).toBeGreaterThan(1);
  expect(events.filter(({ kind }) => kind === 'part')).toHaveLength(parts.length);
  for (const at of turns.keys()) expect(parts.join('\n')).toContain(`Turn${at} `);
  expect(parts[0]).not.toContain('Summary of what came before');
  expect(parts[1]).toContain('Summary of what came before');
});

test('parts that are still too long are made smaller', async () => {
  const tested = await asked(['One?', 'Two?']);
  const full = new AssistantError('bad-input', 'Too long.', { what: 'context-full' });
  const { engine } = tested;
  const generate = engine.generate.bind(engine);
  let calls = 0;
  engine.generate = async function* (request, signal) {
    if (++calls === 1) throw full;
    yield* generate(request, signal);
  };
  const events = await collect(tested.app.summarize(never()));
  expect(events.at(-1)?.kind).toBe('text');
  expect(calls).toBeGreaterThan(1);
});

test('what a doctor corrected is read as corrected, and what was rejected is not read', async () => {
  const tested = await asked(['One?', 'Two?'], ['Wrong dose.', 'Nonsense.']);
  const { actions } = tested.app;
  const [, first, , second] = currentMessages(tested.now());
  await actions.reviewAnswer(must(first, 'the first answer').id, {
    verdict: 'edited',
    text: 'Right dose.',
  });
  await actions.reviewAnswer(must(second, 'the second answer').id, {
    verdict: 'rejected',
  });
  await collect(tested.app.summarize(never()));
  const read = readBy(tested).join('');
  expect(read).toContain('Right dose.');
  expect(read).not.toContain('Wrong dose.');
  expect(read).not.toContain('Nonsense.');
});

test('a failure is the last event', async () => {
  const tested = await asked(['One?']);
  tested.engine.answerErrors.push(
    new AssistantError('device-lost', 'The GPU went away.', { reason: 'test' }),
  );
  const events = await collect(tested.app.summarize(never()));
  expect(events.at(-1)).toMatchObject({ kind: 'failed' });
});

test('the next consultation begins with the approved text and what was written', async () => {
  const tested = await asked(['One?']);
  const { actions } = tested.app;
  await actions.addImages([new File([], 'a')]);
  actions.setDraftText('And now?');
  const id = must(tested.now().conversations[0], 'it is listed').id;
  actions.goOnWith(' Summary: a cough. ');
  expect(tested.now().current).toEqual({ kind: 'new' });
  expect(currentDraft(tested.now())).toMatchObject({
    text: 'Summary: a cough.\n\nAnd now?',
    images: [{ attachment: { name: 'a.png' } }],
  });
  expect(tested.now().drafts[id]).toBeUndefined();
  expect(tested.engine.requests).toEqual([]); // nothing was sent
});

test('parts hold all of the text, none longer than asked', () => {
  const turns = ['a '.repeat(300), 'b', '病'.repeat(500)];
  const parts = partsOf(turns, 50, 1);
  expect(parts.join('').replaceAll(/\s/g, '')).toBe(
    turns.join('').replaceAll(/\s/g, ''),
  );
  for (const part of parts) expect(estimateTokens(part)).toBeLessThanOrEqual(50);
});
