// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import { AssistantError } from '../base/errors.ts';
import { openDatabase } from '../store/database.ts';
import { appUnderTest, type AppUnderTest } from '../testing/app-under-test.ts';
import { MemoryLibrary } from '../testing/memory-library.ts';
import { ScriptedEngine } from '../testing/scripted-engine.ts';
import { currentDraft, currentId, currentMessages } from './selectors.ts';

async function started(shared?: Parameters<typeof appUnderTest>[0]) {
  const tested = appUnderTest(shared);
  await tested.app.actions.start();
  return tested;
}

async function ask({ app }: AppUnderTest, text: string): Promise<void> {
  app.actions.setDraftText(text);
  await app.actions.send();
}

const idOf = ({ now }: AppUnderTest) => must(currentId(now()), 'it is kept');

describe('starting', () => {
  test('a first visit fetches the bundled checkpoint and loads it', async () => {
    const tested = await started();
    expect(tested.library.requests).toMatchObject([
      { kind: 'download', url: '/checkpoints/mini/', isBundled: true },
    ]);
    expect(tested.now()).toMatchObject({
      start: { kind: 'started' },
      engine: { kind: 'ready', checkpoint: { name: 'Mini', isBundled: true } },
      checkpoints: { installed: [{ name: 'Mini' }], job: { kind: 'idle' } },
    });
  });

  test('a first visit without a network says so; the way out is trying again', async () => {
    const library = new MemoryLibrary();
    library.workErrors.push(new AssistantError('network', 'No.', { url: 'x' }));
    const tested = await started({ library });
    expect(tested.now().checkpoints.job).toMatchObject({
      kind: 'failed',
      work: 'install',
      problem: { kind: 'network', wayOut: 'retry' },
    });
    expect(tested.now().engine.kind).toBe('empty');
    await tested.app.actions.retryLoad();
    expect(tested.now().engine.kind).toBe('ready');
  });

  test('a later visit needs no server', async () => {
    const library = new MemoryLibrary();
    library.add('Mini', true);
    library.workErrors.push(new AssistantError('network', 'No.', { url: 'x' }));
    const tested = await started({ library });
    expect(tested.now().engine.kind).toBe('ready');
    expect(tested.now().notices).toEqual([]);
  });

  test('the chosen checkpoint is loaded, and the consultation in the address is open', async () => {
    const library = new MemoryLibrary();
    library.add('Mini', true);
    const other = library.add('Other');
    const first = await started({ library });
    await first.app.actions.chooseCheckpoint(other);
    await ask(first, 'Remember me.');
    const { databaseName, browser } = first;
    const second = await started({ library, databaseName, browser });
    expect(second.now().engine).toMatchObject({ checkpoint: { name: 'Other' } });
    expect(currentMessages(second.now())[0]?.text).toBe('Remember me.');
  });

  test('an older bundled checkpoint is removed when a newer one is here', async () => {
    const library = new MemoryLibrary();
    library.add('Old', true);
    library.add('Mini', true);
    const tested = await started({ library });
    expect(tested.now().checkpoints.installed).toMatchObject([{ name: 'Mini' }]);
  });
});

describe('consultations', () => {
  test('describing and erasing reach list, middle and disk', async () => {
    const tested = await started();
    await ask(tested, 'A turn.');
    const id = idOf(tested);
    await tested.app.actions.describeConsultation(id, {
      title: ' Chest pain ',
      patientName: 'A. Doe',
      tags: ['cardiology', ' ', 'cardiology'],
    });
    expect(tested.now()).toMatchObject({
      conversations: [{ title: 'Chest pain', tags: ['cardiology'] }],
      patients: [{ name: 'A. Doe' }],
      current: { conversation: { title: 'Chest pain' } },
    });
    await tested.app.actions.deleteConsultation(id);
    expect(tested.now()).toMatchObject({ conversations: [], current: { kind: 'new' } });
    await tested.app.actions.openConsultation(id);
    expect(tested.now().current).toEqual({ kind: 'new' });
  });

  test('an answer goes on while another consultation is read', async () => {
    const engine = new ScriptedEngine({ answers: ['one two three'], wordMs: 10 });
    const tested = await started({ engine });
    await ask(tested, 'First.');
    const first = idOf(tested);
    tested.app.actions.newConsultation();
    const sending = ask(tested, 'Second.');
    await tested.until(
      ({ answer }) => answer.kind === 'running' && answer.newTokens > 0,
    );
    const second = idOf(tested);
    await tested.app.actions.openConsultation(first);
    expect(currentMessages(tested.now())).toHaveLength(2);
    await tested.app.actions.openConsultation(second);
    expect(currentMessages(tested.now())[1]?.text).not.toBe('');
    await sending;
    expect(currentMessages(tested.now())[1]).toMatchObject({
      text: 'one two three',
      state: 'complete',
    });
  });

  test('deleting a consultation stops its answer', async () => {
    const engine = new ScriptedEngine({ answers: ['a b c d e f g'], wordMs: 10 });
    const tested = await started({ engine });
    const sending = ask(tested, 'Why?');
    await tested.until(
      ({ answer }) => answer.kind === 'running' && answer.newTokens > 0,
    );
    await tested.app.actions.deleteConsultation(idOf(tested));
    await sending;
    expect(tested.now()).toMatchObject({ conversations: [], answer: { kind: 'idle' } });
  });

  test('what is typed while the page starts is there when it has', async () => {
    const tested = appUnderTest();
    const starting = tested.app.actions.start();
    tested.app.actions.setDraftText('typed early');
    await starting;
    expect(tested.now().start.kind).toBe('started');
    expect(currentDraft(tested.now()).text).toBe('typed early');
  });

  test('what was sent lies no longer among the drafts', async () => {
    const tested = await started();
    const database = await openDatabase({ name: tested.databaseName });
    const drafts = () => database.count('drafts');
    tested.app.actions.setDraftText('Does it hurt?');
    tested.browser.leave();
    await expect.poll(drafts).toBe(1);
    await tested.app.actions.send();
    await expect.poll(drafts, { timeout: 500 }).toBe(0); // otherwise it takes a second
    database.close();
  });

  test('each consultation has its own draft', async () => {
    const tested = await started();
    await ask(tested, 'First.');
    const first = idOf(tested);
    tested.app.actions.setDraftText('half a sentence');
    tested.app.actions.newConsultation();
    tested.app.actions.setDraftText('something else');
    await tested.app.actions.openConsultation(first);
    expect(tested.now().drafts[first]?.text).toBe('half a sentence');
  });
});

describe('checkpoints', () => {
  test('a converted folder is imported, another is converted; both are then loaded', async () => {
    const tested = await started();
    await tested.app.actions.addCheckpointFolder({
      kind: 'files',
      files: [new File(['{}'], 'manifest.json')],
    });
    await tested.app.actions.addCheckpointFolder({
      kind: 'files',
      files: [new File(['{}'], 'config.json')],
    });
    expect(tested.library.requests.map(({ kind }) => kind)).toEqual([
      'download',
      'import',
      'convert',
    ]);
    expect(tested.now().engine).toMatchObject({ checkpoint: { name: 'checkpoint' } });
    expect(tested.now().notices).toMatchObject([
      { kind: 'checkpoint-installed' },
      { kind: 'checkpoint-installed' },
    ]);
  });

  test('damage found by hashing is a failed job; the repair fetches and loads', async () => {
    const tested = await started();
    tested.library.wrong = ['w.bin is damaged between bytes 0 and 4.'];
    await tested.app.actions.verifyCheckpoint('mini');
    expect(tested.now().checkpoints.job).toMatchObject({
      kind: 'failed',
      work: 'verify',
      problem: { kind: 'bad-data', wayOut: 'fetch-again' },
    });
    await tested.app.actions.repairCheckpoint('mini');
    expect(tested.library.requests.at(-1)).toMatchObject({ isRepair: true });
    expect(tested.now().engine.kind).toBe('ready');
  });

  test('weights that are damaged when opened are fetched again on retry', async () => {
    const library = new MemoryLibrary();
    library.add('Mini', true);
    library.openErrors.push(
      new AssistantError('bad-data', 'Short.', { path: 'w.bin' }),
    );
    const tested = await started({ library });
    expect(tested.now().engine).toMatchObject({
      kind: 'failed',
      problem: { wayOut: 'fetch-again' },
    });
    await tested.app.actions.retryLoad();
    expect(library.requests.some((r) => r.kind === 'download' && r.isRepair)).toBe(
      true,
    );
    expect(tested.now().engine.kind).toBe('ready');
  });

  test('a checkpoint that arrives while an answer is written waits to be loaded', async () => {
    const engine = new ScriptedEngine({ answers: ['one two three four'], wordMs: 20 });
    const tested = await started({ engine });
    tested.app.actions.setDraftText('First?');
    const sending = tested.app.actions.send();
    await tested.until((state) => currentMessages(state)[1]?.text === 'one ');
    await tested.app.actions.downloadCheckpoint('/checkpoints/big/');
    expect(tested.now().notices).toMatchObject([
      { kind: 'checkpoint-installed', isLoaded: false },
    ]);
    await sending;
    expect(currentMessages(tested.now())[1]).toMatchObject({
      text: 'one two three four',
      state: 'complete',
    });
  });

  test('a job that is stopped leaves no failure', async () => {
    const tested = await started();
    const working = tested.app.actions.downloadCheckpoint('/checkpoints/big/');
    await tested.until(({ checkpoints }) => checkpoints.job.kind === 'running');
    tested.app.actions.pauseCheckpointJob();
    await working;
    expect(tested.now().checkpoints.job).toEqual({ kind: 'idle' });
  });

  test('an address is read, and one that is none is refused where it was asked for', async () => {
    const tested = await started();
    await tested.app.actions.downloadCheckpoint(' /checkpoints/big/manifest.json ');
    expect(tested.library.requests.at(-1)).toMatchObject({
      kind: 'download',
      url: '/checkpoints/big/',
      isBundled: false,
    });
    const before = tested.library.requests.length;
    await tested.app.actions.downloadCheckpoint('big');
    expect(tested.library.requests).toHaveLength(before);
    expect(tested.now().checkpoints.job).toMatchObject({
      kind: 'failed',
      work: 'download',
      problem: { kind: 'bad-input', record: { details: { what: 'address' } } },
    });
  });

  test('removing the loaded checkpoint loads the one that is left', async () => {
    const library = new MemoryLibrary();
    library.add('Mini', true);
    const other = library.add('Other');
    const tested = await started({ library });
    await tested.app.actions.chooseCheckpoint(other);
    await tested.app.actions.removeCheckpoint(other);
    expect(tested.now()).toMatchObject({
      engine: { kind: 'ready', checkpoint: { name: 'Mini' } },
      checkpoints: { installed: [{ name: 'Mini' }] },
    });
    expect(tested.now().settings.checkpointId).toBeUndefined();
  });
});

test('the browser is asked to keep our data once there is something to lose', async () => {
  const tested = await started();
  expect(tested.now().storage).toEqual({ isPersistent: false, usedBytes: 7 });
  await ask(tested, 'Something to lose.');
  await tested.until(({ storage }) => storage.isPersistent === true);
});

test('choices are kept', async () => {
  const first = await started();
  await first.app.actions.changeSettings({ language: 'zh', theme: 'dark' });
  const second = await started({ databaseName: first.databaseName });
  expect(second.now().settings).toMatchObject({ language: 'zh', theme: 'dark' });
});
