// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { toHex } from '../base/bytes.ts';
import { userMessage } from '../testing/turns.ts';
import { stretchHere } from './argon2.ts';
import { ConversationStore } from './conversations.ts';
import { type Database, openDatabase } from './database.ts';
import { newRecoveryCode, readRecoveryCode } from './recovery-code.ts';
import { Vault } from './vault.ts';

const PASSPHRASE = 'correct horse battery';

vi.setConfig({ testTimeout: 60_000 }); // the real Argon2id, on a busy machine

let names = 0;
let database: Database;
let vault: Vault;

beforeEach(async () => {
  database = await openDatabase({ name: `vault-${++names}` });
  vault = await Vault.open(database);
});
afterEach(() => database.close());

const recordOf = async () =>
  (await database.get('vault', 'root')) as Record<string, unknown>;

test('a passphrase takes the device key away; what is sealed stays as it is', async () => {
  const conversations = new ConversationStore(database, vault);
  const messages = [userMessage('u1', 'It hurts.')];
  const turn = { conversationId: 'c1', title: 'Pain', images: [], nowMs: 1 };
  await conversations.keepTurn({ ...turn, messages });
  const before = await database.getAll('messages');
  await vault.protect(PASSPHRASE);
  expect(Object.keys(await recordOf()).toSorted()).toEqual([
    'passphrase',
    'recovery',
    'version',
  ]);
  await vault.changePassphrase(PASSPHRASE, 'another passphrase');
  expect(await database.getAll('messages')).toEqual(before);
  vault.lock();
  await expect(conversations.list()).rejects.toMatchObject({ kind: 'aborted' });
  expect(await vault.unlock('another passphrase')).toBe(true);
  expect((await conversations.list()).records).toMatchObject([{ title: 'Pain' }]);
});

test('without a passphrase a lock takes nothing away that could not come back', () => {
  vault.lock();
  expect(vault.isLocked).toBe(false);
});

test('a seal that was made cheaper to guess is refused', async () => {
  await vault.protect(PASSPHRASE);
  const record = await recordOf();
  const passphrase = record['passphrase'] as object;
  const cheap = { ...passphrase, cost: { memoryKiB: 8, passes: 1 } };
  await database.put('vault', { ...record, passphrase: cheap }, 'root');
  await expect(Vault.open(database)).rejects.toMatchObject({ kind: 'bad-data' });
});

test('the same passphrase typed in another form of Unicode opens', async () => {
  await vault.protect('Ca\u0301nula 2024');
  vault.lock();
  expect(await vault.unlock('C\u00e1nula 2024')).toBe(true);
});

test('Argon2id gives what the reference implementation gives', async () => {
  // phc-winner-argon2, src/test.c: version 13, t = 2, m = 2^16, p = 1
  const salt = new TextEncoder().encode('somesalt').buffer;
  const cost = { memoryKiB: 65_536, passes: 2 };
  const bytes = await stretchHere({ passphrase: 'password', salt, cost });
  expect(toHex(bytes)).toBe(
    '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7',
  );
});

test('a recovery code reads however it is typed, and nothing else does', () => {
  const code = newRecoveryCode();
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
  const letters = code.replaceAll('-', '');
  expect(readRecoveryCode(code)).toBe(letters);
  expect(readRecoveryCode(` ${letters.toLowerCase()} `)).toBe(letters);
  expect(readRecoveryCode('OIL'.padEnd(32, 'A'))).toBe('011'.padEnd(32, 'A'));
  expect(readRecoveryCode(letters.slice(1))).toBeUndefined();
  expect(readRecoveryCode(PASSPHRASE)).toBeUndefined();
  expect(newRecoveryCode()).not.toBe(code);
});
