// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { quickStretch } from '../testing/quick-stretch.ts';
import { type Database, openDatabase } from './database.ts';
import { TemplateStore } from './templates.ts';
import { Vault } from './vault.ts';

const ONE = { id: 'a', title: 'Round', text: 'Mrs Quintessa, {{findings}}' };
const OTHER = { id: 'b', title: 'Discharge', text: 'Home with {{medication}}' };

async function open(name: string): Promise<[TemplateStore, Vault, Database]> {
  const database = await openDatabase({ name });
  const vault = await Vault.open(database, quickStretch);
  return [new TemplateStore(database, vault), vault, database];
}

test('templates are kept in their order, and sealed', async () => {
  const [store, , database] = await open('kept');
  expect(await store.read()).toEqual([]);
  await store.write([OTHER, ONE]);
  expect(await store.read()).toEqual([OTHER, ONE]);

  const kept = (await database.get('vault', 'templates')) as { sealed: ArrayBuffer };
  expect(new TextDecoder().decode(kept.sealed)).not.toContain('Quintessa');
  expect(Object.keys(kept).toSorted()).toEqual(['sealed', 'version']);
});

test('a locked profile tells none of them', async () => {
  const [store, vault] = await open('locked');
  await store.write([ONE]);
  await vault.protect('four words are enough');
  vault.lock();
  await expect(store.read()).rejects.toMatchObject({ kind: 'aborted' });
});

test('those of an archive come behind; what is here stays, what is none is left', async () => {
  const [store] = await open('adopted');
  await store.write([ONE]);
  await store.adopt([{ ...ONE, text: 'another wording' }, OTHER]);
  await store.adopt([{ id: 'c', title: '', text: '' }]);
  await store.adopt('nonsense');
  await store.adopt(undefined);
  expect(await store.read()).toEqual([ONE, OTHER]);
});
