/**
 * @file A profile as the first generation of the app left it: in the clear, as
 * its first version did, sealed as its last did, or, cut off between the two,
 * in part.
 */
import { Random } from '../../../src/base/random.ts';
import { sha256Hex } from '../../../src/base/sha256.ts';
import { randomSecret, RootKey } from '../../../src/store/root-key.ts';
import { sealByDevice } from '../../../src/store/vault-record.ts';
import type { Consultation, OldProfile, Turn } from '../page-api.ts';
import { drawOldCase } from './old-case.ts';
import { plainRecords, type Records, sealedRecords } from './old-records.ts';
import { noise } from './perform.ts';
import { done } from './raw-database.ts';

/** @returns what must be there after every later version of the app has had it */
export async function writeOldProfile(
  name: string,
  { seed, sealedShare, consultations }: OldProfile,
): Promise<readonly Consultation[]> {
  const random = new Random(seed);
  const database = await createDatabase(name, sealedShare > 0);
  const root = sealedShare > 0 ? await makeVault(database) : undefined;
  const written: Consultation[] = [];
  for (let at = 0; at < consultations; at++) {
    const bytes = noise(random.uint32(), 100 + random.below(40_000)).slice();
    const image = { sha256: await sha256Hex(bytes), bytes: bytes.buffer };
    const old = drawOldCase(random, at, image.sha256);
    const isSealed = root !== undefined && random.uniform() < sealedShare;
    await write(
      database,
      isSealed ? await sealedRecords(root, old, image) : plainRecords(old, image),
    );
    written.push({
      ...old,
      patientName: '',
      tags: [],
      leafId: undefined,
      turns: old.turns.map(asLater),
    });
  }
  database.close();
  return written;
}

async function createDatabase(name: string, isSealed: boolean): Promise<IDBDatabase> {
  const opening = indexedDB.open(name, isSealed ? 4 : 1);
  opening.addEventListener('upgradeneeded', () => {
    const database = opening.result;
    createTurnStores(database, ['conversations', 'messages'], 'attachmentHashes');
    database.createObjectStore('attachments', { keyPath: 'sha256' });
    database.createObjectStore('settings');
    if (!isSealed) return;
    createTurnStores(
      database,
      ['sealedConversations', 'sealedMessages'],
      'attachmentIds',
    );
    database.createObjectStore('sealedAttachments', { keyPath: 'id' });
    database.createObjectStore('vault');
    database.createObjectStore('drafts', { keyPath: 'id' });
    database.createObjectStore('audit', { keyPath: 'seq' });
    database.createObjectStore('failedUnlocks', { autoIncrement: true });
  });
  return done(opening);
}

function createTurnStores(
  database: IDBDatabase,
  [headers, turns]: readonly [string, string],
  images: string,
): void {
  database
    .createObjectStore(headers, { keyPath: 'id' })
    .createIndex('byUpdated', 'updatedMs');
  const messages = database.createObjectStore(turns, { keyPath: 'id' });
  const place = ['conversationId', 'order'];
  messages.createIndex('byConversation', place, { unique: true });
  messages.createIndex('byState', 'state');
  messages.createIndex('byAttachment', images, { multiEntry: true });
}

async function makeVault(database: IDBDatabase): Promise<RootKey> {
  const secret = randomSecret();
  const device = await sealByDevice(secret);
  const vault = database.transaction('vault', 'readwrite').objectStore('vault');
  await done(vault.put({ version: 1, device }, 'root'));
  return RootKey.from(secret);
}

async function write(database: IDBDatabase, records: Records): Promise<void> {
  const transaction = database.transaction(Object.keys(records), 'readwrite');
  for (const [store, values] of Object.entries(records)) {
    for (const value of values) transaction.objectStore(store).put(value);
  }
  await new Promise((resolve) => {
    transaction.addEventListener('complete', resolve);
  });
}

/** An answer that nobody makes any more is a stopped one. */
function asLater(turn: Turn): Turn {
  return turn.state === 'growing' ? { ...turn, state: 'stopped' } : turn;
}
