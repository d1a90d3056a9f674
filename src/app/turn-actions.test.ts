// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { must } from '../base/assert.ts';
import { AssistantError } from '../base/errors.ts';
import { appUnderTest, type AppUnderTest } from '../testing/app-under-test.ts';
import { ImitatedTabs } from '../testing/tab-locks.ts';
import { ScriptedEngine } from '../testing/scripted-engine.ts';
import { openKept } from './open-kept.ts';
import { currentMessages, isContextFull, whyCannotSend } from './selectors.ts';

async function started(shared?: Parameters<typeof appUnderTest>[0]) {
  const tested = appUnderTest(shared);
  await tested.app.actions.start();
  return tested;
}

async function ask({ app }: AppUnderTest, text: string): Promise<void> {
  app.actions.setDraftText(text);
  await app.actions.send();
}

const texts = ({ now }: AppUnderTest) => currentMessages(now()).map(({ text }) => text);
const lastOf = ({ now }: AppUnderTest) =>
  must(currentMessages(now()).at(-1), 'there is a turn');

const NO_HOOKS = { onClosed() {}, beforeHandOver: async () => {}, onProblem() {} };

function alone() {
  const tab = new ImitatedTabs().open();
  return { locks: tab.locks, channel: tab.channel() };
}

/** The consultation as the database has it. */
async function keptOf({ databaseName, now }: AppUnderTest) {
  const kept = await openKept(NO_HOOKS, { name: databaseName, tabs: alone() });
  const id = must(now().conversations[0], 'it is listed').id;
  const opened = await kept.conversations.open(id);
  await kept.close();
  return must(opened, 'it is kept').conversation;
}

const lost = () =>
  new AssistantError('device-lost', 'The GPU went away.', { reason: 'test' });
const slow = (wordMs = 40) =>
  new ScriptedEngine({ answers: ['one two three four'], wordMs });

describe('sending', () => {
  test('a turn and its answer are shown, kept and told where from', async () => {
    const tested = await started();
    await ask(tested, '  My chest hurts. ');
    expect(texts(tested)).toEqual(['My chest hurts.', 'Since when?']);
    expect(lastOf(tested)).toMatchObject({
      state: 'complete',
      finish: 'stop-token',
      provenance: { checkpoint: 'Mini', quantization: 'int4', newTokens: 2 },
    });
    expect((await keptOf(tested)).messages).toEqual(currentMessages(tested.now()));
    expect(tested.now().conversations).toMatchObject([{ title: 'My chest hurts.' }]);
    expect(tested.browser.addressed).toBe(tested.now().conversations[0]?.id);
  });

  test('the engine gets system prompt, all turns, and images before their words', async () => {
    const tested = await started();
    await tested.app.actions.addImages([new File([], 'a'), new File([], 'b')]);
    await ask(tested, 'What is this?');
    await ask(tested, 'And now?');
    const [, second] = tested.engine.requests;
    expect(second?.messages.map(({ role }) => role)).toEqual([
      'system',
      'user',
      'assistant',
      'user',
    ]);
    expect(second?.messages[1]?.content).toMatchObject([
      { kind: 'image', image: { sha256: 'a'.repeat(64) } },
      { kind: 'image', image: { sha256: 'b'.repeat(64) } },
      { kind: 'text', text: 'What is this?' },
    ]);
    const [first] = second?.messages[1]?.content ?? [];
    expect(first?.kind === 'image' && (await first.image.blob.text())).toBe('a');
  });

  test('the turn is on disk before the answer starts', async () => {
    const tested = await started({ engine: slow() });
    const sending = ask(tested, 'Why?');
    await tested.until(
      (state) => state.answer.kind === 'running' && state.answer.newTokens > 0,
    );
    expect((await keptOf(tested)).messages).toMatchObject([
      { text: 'Why?', state: 'complete' },
      { text: '', state: 'growing' },
    ]);
    await sending;
  });

  test('a turn sent while the engine loads is kept at once and answered later', async () => {
    const engine = new ScriptedEngine({ answers: ['Yes.'], loadMs: 20 });
    const tested = appUnderTest({ engine });
    const starting = tested.app.actions.start();
    await tested.until((state) => state.engine.kind === 'loading');
    const sending = ask(tested, 'Are you there?');
    await tested.until((state) => currentMessages(state).length === 2);
    expect(tested.now().answer).toMatchObject({ phase: 'waiting-for-engine' });
    await Promise.all([starting, sending]);
    expect(texts(tested)).toEqual(['Are you there?', 'Yes.']);
  });

  test('nothing can be sent twice, and nothing while an answer runs', async () => {
    const tested = await started({ engine: slow() });
    tested.app.actions.setDraftText('Once.');
    const both = [tested.app.actions.send(), tested.app.actions.send()];
    tested.app.actions.setDraftText('Meanwhile.');
    expect(whyCannotSend(tested.now())).toBe('answer-running');
    await Promise.all(both);
    expect(currentMessages(tested.now())).toHaveLength(2);
  });

  test('a closing tab writes what there is of the answer', async () => {
    const tested = await started({ engine: slow(250) });
    const sending = ask(tested, 'Why?');
    await tested.until((state) => currentMessages(state)[1]?.text === 'one two ');
    tested.browser.leave();
    await vi.waitFor(
      async () =>
        expect((await keptOf(tested)).messages[1]).toMatchObject({
          text: 'one two ',
          state: 'growing',
        }),
      { interval: 5 },
    );
    await sending;
  });

  test('what a killed tab left growing is a stopped answer at the next visit', async () => {
    const tested = await started({ engine: slow(250) });
    void ask(tested, 'Why?');
    await tested.until((state) => currentMessages(state)[1]?.text === 'one ');
    tested.browser.leave();
    await vi.waitFor(
      async () => expect((await keptOf(tested)).messages[1]?.text).toBe('one '),
      { interval: 5 },
    );
    tested.browser.locks.clear(); // the tab is gone
    const { databaseName, browser } = tested;
    const second = await started({ databaseName, browser });
    expect(currentMessages(second.now())).toMatchObject([
      { text: 'Why?' },
      { text: 'one ', state: 'stopped' },
    ]);
  });
});

describe('stopping', () => {
  test('what there is of the answer stays', async () => {
    const tested = await started({ engine: slow() });
    const sending = ask(tested, 'Why?');
    await tested.until(
      (state) => currentMessages(state)[1]?.text.startsWith('one ') ?? false,
    );
    tested.app.actions.stop();
    expect(tested.now().answer).toMatchObject({ isStopping: true });
    await sending;
    expect(lastOf(tested)?.state).toBe('stopped');
    expect(lastOf(tested)?.text).toMatch(/^one (two (three )?)?$/);
    expect((await keptOf(tested)).messages[1]).toEqual(lastOf(tested));
    expect(tested.now().answer).toEqual({ kind: 'idle' });
  });

  test('a stop while the engine still loads ends the waiting', async () => {
    const tested = appUnderTest({
      engine: new ScriptedEngine({ answers: [''], loadMs: 50 }),
    });
    const starting = tested.app.actions.start();
    await tested.until((state) => state.engine.kind === 'loading');
    const sending = ask(tested, 'Why?');
    await tested.until((state) => currentMessages(state).length === 2);
    tested.app.actions.stop();
    await sending;
    expect(lastOf(tested)).toMatchObject({ text: '', state: 'stopped' });
    await starting;
  });
});

describe('again and anew', () => {
  test('regenerating sets another answer beside the last, with room for another wording', async () => {
    const tested = await started({
      engine: new ScriptedEngine({ answers: ['A.', 'B.'] }),
    });
    await ask(tested, 'Which?');
    await tested.app.actions.regenerate();
    expect(texts(tested)).toEqual(['Which?', 'B.']);
    expect((await keptOf(tested)).messages.map(({ text }) => text)).toEqual([
      'Which?',
      'A.',
      'B.',
    ]);
    expect(tested.engine.requests[1]?.messages).toEqual(
      tested.engine.requests[0]?.messages,
    );
    expect(tested.engine.requests[1]?.sampling.topK).toBeGreaterThan(1);
  });

  test('an edited turn begins a branch, and the other stays', async () => {
    const tested = await started();
    await tested.app.actions.addImages([new File([], 'a')]);
    await ask(tested, 'First.');
    await ask(tested, 'Second.');
    const first = must(currentMessages(tested.now())[0], 'it was sent');
    await tested.app.actions.beginEdit(first.id);
    expect(
      tested.now().drafts[must(tested.now().conversations[0], 'kept').id],
    ).toMatchObject({
      text: 'First.',
      images: [{ attachment: { sha256: 'a'.repeat(64) } }],
      editing: first.id,
    });
    await ask(tested, 'First, better.');
    expect(texts(tested)).toEqual(['First, better.', 'Since when?']);
    const { id } = must(tested.now().conversations[0], 'kept');
    expect((await keptOf(tested)).messages).toHaveLength(6);
    await tested.app.actions.showBranch(first.id);
    const before = ['First.', 'Since when?', 'Second.', 'Since when?'];
    expect(texts(tested)).toEqual(before);
    const { databaseName } = tested;
    const again = await started({ databaseName });
    await again.app.actions.openConsultation(id);
    expect(texts(again)).toEqual(before);
    expect(await tested.app.readAttachment(id, 'a'.repeat(64))).toBeDefined();
  });

  test('an image that cannot be read is named, the others are attached', async () => {
    const tested = await started();
    await tested.app.actions.addImages([
      new File([], 'holiday.mp3'),
      new File([], 'b'),
    ]);
    const draft = tested.now().drafts['new'];
    expect(draft?.images).toHaveLength(1);
    expect(draft?.readingImages).toEqual([]);
    expect(tested.now().notices).toMatchObject([
      { kind: 'problem', problem: { kind: 'bad-input', wayOut: 'change-input' } },
    ]);
  });
});

describe('when things go wrong', () => {
  test('a lost device is loaded again once, and the answer is made', async () => {
    const tested = await started();
    tested.engine.answerErrors.push(lost());
    await ask(tested, 'Why?');
    expect(lastOf(tested)).toMatchObject({ text: 'Since when?', state: 'complete' });
    expect(tested.engine.sources).toHaveLength(2);
    expect(tested.now().notices).toMatchObject([{ kind: 'engine-reloaded' }]);
  });

  test('a device lost twice fails the answer; the consultation stays', async () => {
    const tested = await started();
    tested.engine.answerErrors.push(lost(), lost());
    await ask(tested, 'Why?');
    expect(lastOf(tested)).toMatchObject({
      state: 'failed',
      failure: 'The GPU went away.',
      error: { kind: 'device-lost' },
    });
    expect((await keptOf(tested)).messages).toHaveLength(2);
  });

  test('a full context is a state that says so, and a new consultation is free of it', async () => {
    const tested = await started();
    tested.engine.finish = 'context-full';
    await ask(tested, 'Why?');
    expect(isContextFull(tested.now())).toBe(true);
    tested.app.actions.setDraftText('More?');
    expect(whyCannotSend(tested.now())).toBe('context-full');
    tested.app.actions.newConsultation();
    expect(isContextFull(tested.now())).toBe(false);
  });

  test('a failed load fails the waiting answer and keeps the turn', async () => {
    const engine = new ScriptedEngine({ answers: ['Yes.'], loadMs: 20 });
    engine.loadErrors.push(
      new AssistantError('out-of-memory', 'Too big.', { where: 'gpu' }),
    );
    const tested = appUnderTest({ engine });
    const starting = tested.app.actions.start();
    await tested.until((state) => state.engine.kind === 'loading');
    await ask(tested, 'Hello?');
    await starting;
    expect(lastOf(tested)).toMatchObject({ state: 'failed', failure: 'Too big.' });
    expect(tested.now().engine).toMatchObject({
      kind: 'failed',
      problem: { wayOut: 'smaller-checkpoint' },
    });
    await tested.app.actions.retryLoad();
    await tested.app.actions.regenerate();
    expect(lastOf(tested)).toMatchObject({ text: 'Yes.', state: 'complete' });
  });
});
