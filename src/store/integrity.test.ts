// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import { sha256Hex } from '../base/sha256.ts';
import { answerMessage, turn, userMessage } from '../testing/turns.ts';
import { AuditStore } from './audit.ts';
import { ConversationStore } from './conversations.ts';
import { type Database, openDatabase } from './database.ts';
import { Erasures } from './erasures.ts';
import { Integrity, type IntegrityReport } from './integrity.ts';
import { PatientStore } from './patients.ts';
import type { KeptImage } from './sealed-records.ts';
import { Vault } from './vault.ts';

let names = 0;
let database: Database;
let vault: Vault;

beforeEach(async () => {
  database = await openDatabase({ name: `integrity-${++names}` });
  vault = await Vault.open(database);
  const audit = new AuditStore(database, vault);
  for (const timeMs of [1, 2, 3]) await audit.add({ timeMs, what: 'ask' });
  await new PatientStore(database, vault).keep({
    id: 'p1',
    name: 'Li',
    createdMs: 1,
    updatedMs: 1,
  });
  await keepConsultation('c1', 'First');
  await keepConsultation('c2', 'Second');
});
afterEach(() => database.close());

async function keepConsultation(conversationId: string, title: string) {
  const [one, two] = [await image(`${title} 1`), await image(`${title} 2`)];
  const question = userMessage(`${conversationId}-q`, 'What is this?', [one, two]);
  const answer = answerMessage(`${conversationId}-a`, 'A lung.', {
    parentId: question.id,
  });
  const messages = [question, answer];
  await new ConversationStore(database, vault).keepTurn(
    turn({ conversationId, title, messages, images: [one, two] }),
  );
}

async function image(words: string): Promise<KeptImage> {
  const bytes = new TextEncoder().encode(words);
  return {
    sha256: await sha256Hex(bytes),
    mediaType: 'image/png',
    bytes: bytes.buffer,
  };
}

async function look(): Promise<IntegrityReport> {
  const integrity = new Integrity(database, vault, new AuditStore(database, vault));
  for await (const event of integrity.check()) {
    if (event.kind === 'report') return event;
  }
  throw new Error('no report');
}

async function imagesOf(conversationId: string) {
  return database.getAllFromIndex('attachments', 'byConversation', conversationId);
}

test('a whole profile has no faults, and everything is counted', async () => {
  expect(await look()).toMatchObject({
    consultations: 2,
    turns: 4,
    images: 4,
    faults: [],
    auditFaults: [],
  });
});

test('a flipped bit in an image is found, by the title of its consultation', async () => {
  const [damaged] = await imagesOf('c2');
  const record = must(damaged, 'it is kept');
  const bytes = new Uint8Array(record.sealedBytes);
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  await database.put('attachments', record);
  expect((await look()).faults).toEqual([
    { kind: 'image-damaged', key: record.id, conversationId: 'c2', title: 'Second' },
  ]);
});

test('an image that was swapped for another of the same consultation is found', async () => {
  const [one, two] = await imagesOf('c1');
  const [first, second] = [must(one, 'kept'), must(two, 'kept')];
  await database.put('attachments', { ...second, id: first.id });
  expect((await look()).faults).toMatchObject([
    { kind: 'image-damaged', key: first.id },
  ]);
});

test('an image that is gone is found', async () => {
  const [gone] = await imagesOf('c1');
  await database.delete('attachments', must(gone, 'kept').id);
  expect((await look()).faults).toMatchObject([
    { kind: 'image-missing', title: 'First' },
  ]);
});

test('a turn that is gone is found by the one after it, a damaged one by itself', async () => {
  await database.delete('messages', 'c1-q');
  const answer = must(await database.get('messages', 'c2-a'), 'kept');
  await database.put('messages', { ...answer, sealed: new ArrayBuffer(40) });
  expect((await look()).faults).toMatchObject([
    { kind: 'parent-missing', key: 'c1-a', title: 'First' },
    { kind: 'turn', key: 'c2-a', title: 'Second' },
  ]);
});

test('a consultation whose key was destroyed, or that is gone, is found', async () => {
  const header = must(await database.get('conversations', 'c1'), 'kept');
  await database.put('conversations', { ...header, wrappedKey: new ArrayBuffer(60) });
  await database.delete('conversations', 'c2');
  expect((await look()).faults).toMatchObject([
    { kind: 'consultation', key: 'c1' },
    { kind: 'left-over', key: 'c2' },
  ]);
});

test('what was erased and is still to be cleared away is no fault', async () => {
  const erasures = new Erasures(database, vault, async () => {});
  await erasures.eraseConversation('c1');
  expect(await look()).toMatchObject({ consultations: 1, faults: [] });
});

test('a changed patient, draft and record of use are found', async () => {
  const patient = must(await database.get('patients', 'p1'), 'kept');
  await database.put('patients', { ...patient, sealed: new ArrayBuffer(40) });
  const draft = { id: 'd', sealed: new ArrayBuffer(40), sealedImages: [] };
  await database.put('drafts', draft);
  await database.delete('audit', 2);
  const { faults, auditFaults } = await look();
  expect(faults.map(({ kind }) => kind)).toEqual(['patient', 'draft']);
  expect(auditFaults).toEqual([{ kind: 'missing', seq: 2 }]);
});
