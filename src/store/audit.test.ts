// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import { AuditStore } from './audit.ts';
import { type Database, openDatabase } from './database.ts';
import type { AuditWhat } from './sealed-audit.ts';
import { Vault } from './vault.ts';

const DONE: readonly AuditWhat[] = ['unlock', 'open', 'ask', 'answer', 'erase'];

let names = 0;
let database: Database;
let audit: AuditStore;

beforeEach(async () => {
  database = await openDatabase({ name: `audit-${++names}` });
  audit = new AuditStore(database, await Vault.open(database));
  for (const [at, what] of DONE.entries()) {
    await audit.add({ timeMs: at, what, conversationId: 'canary-case' });
  }
});
afterEach(() => database.close());

const faults = async () => (await audit.read()).faults;
const sealedEntry = async (seq: number) =>
  must(await database.get('audit', seq), 'it was added');

test('entries come back in order, and an untouched record has no fault', async () => {
  const report = await audit.read();
  expect(report.entries.map(({ what }) => what)).toEqual(DONE);
  expect(report.entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
  expect(report.faults).toEqual([]);
});

test('an empty record has no fault', async () => {
  const fresh = await openDatabase({ name: `audit-${names}-fresh` });
  const empty = new AuditStore(fresh, await Vault.open(fresh));
  expect(await empty.read()).toEqual({ entries: [], faults: [] });
  fresh.close();
});

test('a removed entry is found, wherever it was', async () => {
  await database.delete('audit', 3);
  expect(await faults()).toEqual([{ kind: 'missing', seq: 3 }]);
});

test('the first entry removed is found', async () => {
  await database.delete('audit', 1);
  expect(await faults()).toEqual([{ kind: 'missing', seq: 1 }]);
});

test('an end that was cut off is found', async () => {
  await database.delete('audit', 4);
  await database.delete('audit', 5);
  expect(await faults()).toEqual([{ kind: 'cut-off', seq: 3 }]);
});

test('a record that was emptied is found', async () => {
  await database.clear('audit');
  expect(await faults()).toEqual([{ kind: 'cut-off', seq: 0 }]);
});

test('a changed entry is found, and the others are shown', async () => {
  const entry = await sealedEntry(2);
  const bytes = new Uint8Array(entry.sealed);
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  await database.put('audit', entry);
  const report = await audit.read();
  expect(report.faults).toContainEqual({ kind: 'changed', seq: 2 });
  expect(report.entries.map(({ seq }) => seq)).toEqual([1, 3, 4, 5]);
});

test('entries that changed places are found', async () => {
  const [second, third] = [await sealedEntry(2), await sealedEntry(3)];
  await database.put('audit', { ...second, sealed: third.sealed });
  await database.put('audit', { ...third, sealed: second.sealed });
  expect(await faults()).toEqual(
    expect.arrayContaining([
      { kind: 'changed', seq: 2 },
      { kind: 'changed', seq: 3 },
    ]),
  );
});

test('an entry written anew by someone with the key breaks the chain', async () => {
  const later = [await sealedEntry(4), await sealedEntry(5)];
  for (const seq of [3, 4, 5]) await database.delete('audit', seq);
  await audit.add({ timeMs: 2, what: 'unlock' }); // sealed rightly, as number 3
  for (const entry of later) await database.put('audit', entry);
  expect(await faults()).toContainEqual({ kind: 'changed', seq: 4 });
});

test('two tabs that add at once lose no entry and break no chain', async () => {
  await Promise.all([1, 2, 3, 4].map((timeMs) => audit.add({ timeMs, what: 'open' })));
  const report = await audit.read();
  expect(report.entries).toHaveLength(9);
  expect(report.faults).toEqual([]);
});

test('a failed unlock waits and is sealed at the next unlock', async () => {
  await audit.addFailedUnlock(77);
  await audit.addFailedUnlock(78);
  expect((await audit.read()).entries).toHaveLength(5);
  await audit.addWaiting();
  expect((await audit.read()).entries.slice(5)).toMatchObject([
    { what: 'failed-unlock', timeMs: 77 },
    { what: 'failed-unlock', timeMs: 78 },
  ]);
  expect(await database.count('failedUnlocks')).toBe(0);
});

test('what was done lies nowhere in the clear', async () => {
  const records = await database.getAll('audit');
  const letters = records.map(({ sealed }) => new TextDecoder('latin1').decode(sealed));
  expect(letters.join()).not.toContain('canary-case');
  expect(letters.join()).not.toContain('unlock');
});
