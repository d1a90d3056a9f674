// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import { openDatabase } from '../store/database.ts';
import { appUnderTest, type AppUnderTest } from '../testing/app-under-test.ts';
import { FullDisk } from '../testing/full-disk.ts';
import { ImitatedTabs } from '../testing/tab-locks.ts';
import { certificateOf } from './erasure-certificate.ts';
import type { IntegrityProgress } from './health.ts';
import { APP_VERSION } from './version.ts';

async function started(shared?: Parameters<typeof appUnderTest>[0]) {
  const tested = appUnderTest(shared);
  await tested.app.actions.start();
  return tested;
}

async function ask({ app }: AppUnderTest, text: string): Promise<void> {
  app.actions.newConsultation();
  app.actions.setDraftText(text);
  await app.actions.send();
}

const names = async () => (await indexedDB.databases()).map(({ name }) => name);

describe('the health of the records', () => {
  test('tells what is there, and asks the browser to keep it', async () => {
    const tested = await started();
    await ask(tested, 'First.');
    await ask(tested, 'Second.');
    await tested.app.actions.askToKeep();
    expect(await tested.app.actions.readHealth()).toMatchObject({
      usedBytes: 7,
      quotaBytes: 70,
      isPersistent: true,
      consultations: 2,
      images: 0,
      lastBackupMs: undefined,
      lastCheck: undefined,
      certificates: [],
    });
  });

  test('a check is followed, and its result kept', async () => {
    const { app, databaseName } = await started();
    const signal = new AbortController().signal;
    for (const text of ['First.', 'Second.']) {
      app.actions.newConsultation();
      app.actions.setDraftText(text);
      await app.actions.send();
    }
    const seen: IntegrityProgress[] = [];
    const report = await app.actions.checkRecords((step) => seen.push(step), signal);
    expect(report).toMatchObject({ consultations: 2, turns: 4, faults: [] });
    expect(seen.map(({ done, total }) => [done, total])).toEqual([
      [1, 2],
      [2, 2],
    ]);
    const again = await started({ databaseName });
    const health = await again.app.actions.readHealth();
    expect(health?.lastCheck).toEqual({ timeMs: report?.timeMs, faults: 0 });
  });

  test('a check that is stopped says nothing', async () => {
    const tested = await started();
    await ask(tested, 'First.');
    const stopping = new AbortController();
    const report = await tested.app.actions.checkRecords(
      () => stopping.abort(),
      stopping.signal,
    );
    expect(report).toBeUndefined();
    expect(tested.now().notices).toEqual([]);
  });

  test('what was erased is listed, with a certificate to save', async () => {
    const tested = await started();
    await ask(tested, 'First.');
    const { id } = must(tested.now().conversations[0], 'it is kept');
    await tested.app.actions.deleteConsultation(id);
    const health = must(await tested.app.actions.readHealth(), 'it reads');
    const made = must(health.certificates[0], 'it was made');
    expect(certificateOf(made)).toMatchObject({
      format: 'pulsemind-erasure-certificate',
      erased: 'consultation',
      conversationIds: [id],
      counts: { consultations: 1, turns: 2, images: 0 },
      time: new Date(made.timeMs).toISOString(),
    });
    expect(JSON.stringify(certificateOf(made))).not.toContain('First.');
  });
});

describe('erasing everything', () => {
  test('leaves no key, no database and nothing on screen, and says so', async () => {
    const tested = await started();
    await ask(tested, 'First.');
    await tested.app.actions.setPassphrase('correct horse battery');
    tested.app.actions.setDraftText('Typed.');
    await tested.app.actions.eraseEverything();
    expect(tested.now()).toMatchObject({
      start: {
        kind: 'erased',
        certificate: {
          erased: 'everything',
          counts: { consultations: 1, turns: 2, images: 0, patients: 0 },
        },
      },
      conversations: [],
      drafts: {},
    });
    expect(await names()).not.toContain(tested.databaseName);
    expect(tested.browser.told).toContain('erased');
    const again = await started({ databaseName: tested.databaseName });
    expect(again.now()).toMatchObject({
      start: { kind: 'started' },
      isProtected: false,
      conversations: [],
    });
  });

  test('closes the other tabs’ database; they begin anew when they hear of it', async () => {
    const tabs = new ImitatedTabs();
    const tested = await started({ tabs });
    await ask(tested, 'First.');
    const { databaseName } = tested;
    const other = await started({ tabs, databaseName });
    expect(other.now().conversations).toHaveLength(1);
    await tested.app.actions.eraseEverything();
    expect(await names()).not.toContain(databaseName);
    other.browser.hear('erased');
    expect(other.browser.reloads).toBe(1);
  });

  test('when the keys cannot be destroyed it says so, and everything is still there', async () => {
    const tested = await started();
    await ask(tested, 'First.');
    const disk = new FullDisk();
    disk.failFrom(1, 'UnknownError');
    await tested.app.actions.eraseEverything();
    disk.free();
    expect(tested.now().start.kind).toBe('started');
    expect(tested.now().notices).toMatchObject([{ kind: 'problem' }]);
    await ask(tested, 'Second.');
    disk.dispose();
    const again = await started({ databaseName: tested.databaseName });
    expect(again.now().conversations).toHaveLength(2);
  });

  test('the keys go before the records: another tab that holds on finds nothing it could open', async () => {
    const tested = await started();
    await ask(tested, 'First.');
    const { databaseName: name } = tested;
    let letGo = () => {};
    const holding = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let isAsked = () => {};
    const asked = new Promise<void>((resolve) => {
      isAsked = resolve;
    });
    const other = await openDatabase({
      name,
      beforeClosing: () => {
        isAsked();
        return holding;
      },
    });
    const erasing = tested.app.actions.eraseEverything();
    await asked;
    expect(await other.count('messages')).toBe(2);
    expect(await other.getAllKeys('vault')).toEqual([]);
    letGo();
    await erasing;
    expect(await names()).not.toContain(name);
  });
});

test('the version is that of the package', async () => {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  expect((JSON.parse(text) as { version: string }).version).toBe(APP_VERSION);
});
