// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { must } from '../base/assert.ts';
import { AssistantError } from '../base/errors.ts';
import { type AppUnderTest, appUnderTest } from '../testing/app-under-test.ts';
import { turn, userMessage } from '../testing/turns.ts';
import { ConversationStore } from '../store/conversations.ts';
import { openDatabase } from '../store/database.ts';
import { Vault } from '../store/vault.ts';
import { FakeFolder } from '../testing/memory-backup-files.ts';

const PASSPHRASE = 'correct horse';

let under: AppUnderTest;

beforeEach(async () => {
  under = await startedApp();
});
afterEach(async () => {
  vi.useRealTimers();
  await under.app.dispose();
});

async function startedApp(): Promise<AppUnderTest> {
  const started = appUnderTest();
  started.library.add('Mini', true);
  await started.app.actions.start();
  await started.until(({ engine }) => engine.kind === 'ready');
  return started;
}

async function ask(app: AppUnderTest, text: string): Promise<void> {
  app.app.actions.newConsultation();
  app.app.actions.setDraftText(text);
  await app.app.actions.send();
  await app.until(({ answer }) => answer.kind === 'idle');
}

function work() {
  return under.now().archives.work;
}

async function backUp(): Promise<File> {
  await under.app.actions.setBackupPassphrase(PASSPHRASE);
  await under.app.actions.backUp();
  const done = work();
  if (done.kind !== 'backed-up') throw new Error(JSON.stringify(done));
  const { name, blob } = must(done.file, 'it waits to be saved');
  return new File([await blob.arrayBuffer()], name);
}

test('a backup needs a passphrase, says what it holds, and is noted', async () => {
  await ask(under, 'It hurts.');
  const { actions } = under.app;
  await actions.readBackups();
  expect(under.now().archives).toMatchObject({ needsPassphrase: true, canGoOn: false });
  await actions.backUp();
  expect(work()).toMatchObject({ kind: 'failed', what: 'backup' });
  actions.dismissArchiveWork();

  const file = await backUp();
  expect(file.name).toMatch(/^pulsemind-\d{4}-\d\d-\d\d\.pulsemind$/);
  expect(work()).toMatchObject({ counts: { consultations: 1, turns: 2, damaged: 0 } });
  expect(under.now().archives.lastMs).toBeGreaterThan(0);
  const report = must(await actions.readAudit(), 'it can be read');
  expect(report.entries.map(({ what }) => what)).toContain('backup');
});

test('a restore is shown first, then merged, and the list has it', async () => {
  await ask(under, 'It hurts.');
  const file = await backUp();
  const other = await startedApp();
  await ask(other, 'Something else');
  const { actions } = other.app;
  expect(await actions.readArchive(file, 'wrong words')).toBe(false);
  expect(other.now().archives.work).toEqual({ kind: 'idle' });
  expect(await actions.readArchive(file, PASSPHRASE)).toBe(true);
  expect(other.now().archives.work).toMatchObject({
    kind: 'read',
    summary: { consultations: 1, newConsultations: 1 },
  });
  expect(other.now().conversations).toHaveLength(1);
  await actions.restoreArchive(false);
  expect(other.now().archives.work).toMatchObject({
    kind: 'restored',
    result: { added: 1 },
  });
  const titles = other.now().conversations.map(({ title }) => title);
  expect(titles.toSorted()).toEqual(['It hurts.', 'Something else']);
  const report = must(await actions.readAudit(), 'it can be read');
  expect(report.faults).toEqual([]);
  expect(report.entries.map(({ what }) => what)).toContain('restore');
  await other.app.dispose();
});

test('a broken file is told, and nothing can be restored from it', async () => {
  await ask(under, 'It hurts.');
  const file = await backUp();
  const { actions } = under.app;
  actions.dismissArchiveWork();
  await actions.readArchive(new File([file.slice(0, -3)], 'x'), PASSPHRASE);
  expect(work()).toMatchObject({
    kind: 'failed',
    what: 'restore',
    problem: { kind: 'bad-data' },
  });
  actions.dismissArchiveWork();
  await actions.restoreArchive(false);
  expect(work()).toEqual({ kind: 'idle' });
});

describe('a backup that does not come to its end', () => {
  /** Turns enough for several chunks. */
  async function askMuch(): Promise<void> {
    const database = await openDatabase({ name: under.databaseName });
    const kept = new ConversationStore(database, await Vault.open(database));
    for (let number = 0; number < 6; number++) {
      const text = `${number} ${'x'.repeat(400_000)}`;
      const messages = [userMessage(`u${number}`, text)];
      await kept.keepTurn(turn({ conversationId: `c${number}`, messages }));
    }
    database.close();
    await under.app.actions.setBackupPassphrase(PASSPHRASE);
  }

  test('is gone on with after a cancel, and holds everything', async () => {
    await askMuch();
    const { actions } = under.app;
    under.files.beforeWrite = async (sizeBytes) => {
      if (sizeBytes > 1_500_000) actions.cancelArchiveWork();
    };
    await actions.backUp();
    expect(work()).toEqual({ kind: 'idle' });
    await actions.readBackups();
    expect(under.now().archives.canGoOn).toBe(true);
    const begun = must(under.files.kept.get(''), 'it was kept').length;
    under.files.beforeWrite = async (sizeBytes) => {
      expect(sizeBytes).toBeGreaterThan(1_000_000); // not from the beginning
    };
    await actions.goOnWithBackup();
    const done = work();
    expect(done).toMatchObject({
      kind: 'backed-up',
      counts: { consultations: 6, turns: 6 },
    });
    expect(under.now().archives.canGoOn).toBe(false);
    const whole = must(under.files.kept.get(''), 'it is whole');
    expect(whole.length).toBeGreaterThan(begun);
    actions.dismissArchiveWork();
    expect(await actions.readArchive(new File([whole], 'x'), PASSPHRASE)).toBe(true);
    expect(work()).toMatchObject({ kind: 'read', summary: { consultations: 6 } });
  });

  test('under another passphrase is begun anew', async () => {
    await askMuch();
    const { actions } = under.app;
    under.files.beforeWrite = async (sizeBytes) => {
      if (sizeBytes > 1_500_000) actions.cancelArchiveWork();
    };
    await actions.backUp();
    under.files.beforeWrite = async () => {};
    await actions.setBackupPassphrase('another one');
    await actions.goOnWithBackup();
    expect(work()).toMatchObject({ kind: 'backed-up', counts: { consultations: 6 } });
    const whole = must(under.files.kept.get(''), 'it is whole');
    actions.dismissArchiveWork();
    expect(await actions.readArchive(new File([whole], 'x'), 'another one')).toBe(true);
  });

  test('for want of space says so', async () => {
    await ask(under, 'It hurts.');
    await under.app.actions.setBackupPassphrase(PASSPHRASE);
    under.files.beforeWrite = async () => {
      throw new AssistantError('out-of-memory', 'Full.', { where: 'disk' });
    };
    await under.app.actions.backUp();
    expect(work()).toMatchObject({
      kind: 'failed',
      problem: { wayOut: 'free-disk-space' },
    });
    expect(under.now().archives.canGoOn).toBe(false);
  });
});

test('a lock drops the archive that was read and what was exported', async () => {
  await ask(under, 'It hurts.');
  const file = await backUp();
  const { actions } = under.app;
  actions.dismissArchiveWork();
  await actions.setPassphrase(PASSPHRASE);
  await actions.readArchive(file, PASSPHRASE);
  await actions.lock();
  expect(work()).toEqual({ kind: 'idle' });
  await actions.unlock(PASSPHRASE);
  await actions.restoreArchive(false);
  expect(work()).toEqual({ kind: 'idle' });
  await actions.exportCases({});
  expect(work()).toMatchObject({ kind: 'exported' });
  await actions.lock();
  expect(work()).toEqual({ kind: 'idle' });
});

describe('a backup on a schedule', () => {
  const DAY = 24 * 3_600_000;

  async function scheduled(): Promise<FakeFolder> {
    await ask(under, 'It hurts.');
    await under.app.actions.setBackupPassphrase(PASSPHRASE);
    const folder = new FakeFolder('Ward');
    // The imitated database cannot hold what has methods; the browser's can hold handles.
    vi.spyOn(globalThis, 'structuredClone').mockImplementation(
      (value: unknown) => value,
    );
    await under.app.actions.scheduleBackups('daily', folder.handle);
    return folder;
  }
  afterEach(() => void vi.restoreAllMocks());

  test('is made at once, then when it is due, a file a day', async () => {
    await scheduled();
    expect([...under.files.kept.keys()]).toHaveLength(1);
    expect(under.now().archives).toMatchObject({
      schedule: 'daily',
      folderName: 'Ward',
      work: { kind: 'idle' },
    });
    const now = Date.now();
    vi.spyOn(Date, 'now').mockReturnValue(now + DAY / 2);
    await under.app.actions.scheduleBackups('daily');
    expect([...under.files.kept.keys()]).toHaveLength(1);
    vi.spyOn(Date, 'now').mockReturnValue(now + DAY + 1);
    await under.app.actions.scheduleBackups('daily');
    expect([...under.files.kept.keys()]).toHaveLength(2);
    await under.app.actions.scheduleBackups('weekly');
    vi.spyOn(Date, 'now').mockReturnValue(now + 3 * DAY);
    await under.app.actions.scheduleBackups('weekly');
    expect([...under.files.kept.keys()]).toHaveLength(2);
  });

  test('asks the person when the browser does not let it write', async () => {
    const folder = await scheduled();
    folder.state = 'prompt';
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + DAY + 1);
    await under.app.actions.scheduleBackups('daily');
    expect(under.now().archives.isFolderShut).toBe(true);
    expect(under.now().notices).toMatchObject([{ kind: 'backup-due' }]);
    await under.app.actions.allowBackupFolder();
    expect([...under.files.kept.keys()]).toHaveLength(2);
    expect(under.now().archives.isFolderShut).toBe(false);
    expect(under.now().notices).toEqual([]);
  });
});
