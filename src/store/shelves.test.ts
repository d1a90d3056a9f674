// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, test, vi } from 'vitest';
import { must } from '../base/assert.ts';
import { TestProfile } from '../testing/profiles.ts';
import { userMessage } from '../testing/turns.ts';
import { openDatabase } from './database.ts';
import { type AssistantSchema, UPGRADES } from './schema.ts';

const COUNT = 60;

/** Consultations c0 to c59, every tenth pinned, the last 20 archived but for the pinned. */
async function filled(): Promise<TestProfile> {
  const profile = await TestProfile.create();
  for (let at = 0; at < COUNT; at++) {
    const id = `c${at}`;
    await profile.keep(id, { ...userMessage(`u${at}`, id), createdMs: at });
    if (at % 10 === 0) await profile.conversations.change(id, { shelf: 'pinned' });
    else if (at >= 40) await profile.conversations.change(id, { shelf: 'archived' });
  }
  return profile;
}

const idsOf = ({ records }: { readonly records: readonly { readonly id: string }[] }) =>
  records.map(({ id }) => id);

test('pinned consultations are found without opening the others', async () => {
  const profile = await filled();
  const unwrap = vi.spyOn(profile.vault.root, 'unwrap');
  const pinned = await profile.conversations.pinned();
  expect(idsOf(pinned).toSorted()).toEqual(['c0', 'c10', 'c20', 'c30', 'c40', 'c50']);
  expect(unwrap).toHaveBeenCalledTimes(6);
  profile.close();
});

test('a page opens only its own, and leaves out what is pinned or archived', async () => {
  const profile = await filled();
  const unwrap = vi.spyOn(profile.vault.root, 'unwrap');
  const first = await profile.conversations.page('unshelved', 5);
  expect(idsOf(first)).toEqual(['c39', 'c38', 'c37', 'c36', 'c35']);
  expect(unwrap).toHaveBeenCalledTimes(5);
  const second = await profile.conversations.page(
    'unshelved',
    40,
    must(first.next, 'more'),
  );
  expect(idsOf(second)[0]).toBe('c34');
  expect(second.records).toHaveLength(31);
  profile.close();
});

test('the archive is read a page at a time, newest first, each once', async () => {
  const profile = await filled();
  const seen: string[] = [];
  let page = await profile.conversations.page('archived', 7);
  for (;;) {
    seen.push(...idsOf(page));
    if (page.next === undefined) break;
    page = await profile.conversations.page('archived', 7, page.next);
  }
  const wanted = [...Array(20).keys()].map((at) => `c${59 - at}`);
  expect(seen).toEqual(wanted.filter((id) => !['c50', 'c40'].includes(id)));
  profile.close();
});

test('a consultation that is put back stands among the others again', async () => {
  const profile = await filled();
  await profile.conversations.change('c59', { shelf: null });
  const { records } = await profile.conversations.page('unshelved', 1);
  expect(records[0]).toMatchObject({ id: 'c59' });
  expect(records[0]).not.toHaveProperty('shelf');
  profile.close();
});

test('one that was archived from outside does not open', async () => {
  const profile = await filled();
  const { database } = profile;
  const sealed = must(await database.get('conversations', 'c39'), 'it is there');
  await database.put('conversations', { ...sealed, shelf: 'archived' });
  expect(await profile.conversations.header('c39')).toBeUndefined();
  profile.close();
});

test('a database of version 1 gets the index, and keeps what it holds', async () => {
  const name = 'version-1';
  const old = await openDB<AssistantSchema>(name, 1, {
    upgrade: (database, _old, _new, transaction) =>
      void must(UPGRADES[0], 'the first step')(database, transaction),
  });
  const bytes = new ArrayBuffer(1);
  const kept = {
    version: 3,
    id: 'c1',
    updatedMs: 1,
    wrappedKey: bytes,
    sealed: bytes,
  } as const;
  await old.put('conversations', kept);
  old.close();
  const database = await openDatabase({ name });
  expect(await database.get('conversations', 'c1')).toEqual(kept);
  expect(await database.countFromIndex('conversations', 'byShelf')).toBe(0);
  database.close();
});
