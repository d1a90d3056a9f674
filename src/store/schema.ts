/**
 * @file The database's shape, and the steps by which it got it.
 *
 * Step n turns version n into version n + 1. Old steps are never changed: a
 * browser that was closed for a year still walks all of them. A change that
 * touches what records hold makes a new generation instead (`generations.ts`).
 */
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { SealedCaseRecord } from './sealed-case-record.ts';
import type { SealedErasure } from './sealed-erasure.ts';
import type { SealedEntry } from './sealed-audit.ts';
import type { SealedDraft } from './sealed-drafts.ts';
import type { SealedPatient } from './sealed-patients.ts';
import type {
  SealedAttachment,
  SealedConversation,
  SealedMessage,
} from './sealed-records.ts';

export interface AssistantSchema extends DBSchema {
  /** One small header a consultation; its turns lie beside it. */
  conversations: {
    key: string;
    value: SealedConversation;
    indexes: { byUpdated: number; byPatient: string; byShelf: [string, number] };
  };
  /** One record a turn, so that a growing answer writes only itself. */
  messages: {
    key: string;
    value: SealedMessage;
    indexes: { byConversation: [string, number]; byState: string };
  };
  /** Encoded images, each for one consultation. */
  attachments: {
    key: string;
    value: SealedAttachment;
    indexes: { byConversation: string };
  };
  patients: { key: string; value: SealedPatient };
  /** What doctors say of answers. */
  reviews: CaseRecordStore;
  /** Which of two answers was found better. */
  comparisons: CaseRecordStore;
  /** What a search reads of each consultation. */
  searchTexts: CaseRecordStore;
  /** What was typed and not sent. */
  drafts: { key: string; value: SealedDraft };
  /** What was done, entry by entry. */
  audit: { key: number; value: SealedEntry };
  /** Times of failed unlocks, until an unlock seals them into `audit`. */
  failedUnlocks: { key: number; value: { readonly timeMs: number } };
  /** What was erased, and what of it is still to be cleared away. */
  erasures: { key: string; value: SealedErasure };
  /** The root key and the head of the audit, sealed. */
  vault: { key: string; value: unknown };
  /** One record for each thing a person chose. Nothing of a consultation is here. */
  settings: { key: string; value: unknown };
  /** Where the database came from, and who writes. */
  meta: { key: string; value: unknown };
}

interface CaseRecordStore {
  key: string;
  value: SealedCaseRecord;
  indexes: { byConversation: string };
}

/** Stores whose records belong to a consultation and are sealed with its key. */
export const CASE_STORES = [
  'conversations',
  'messages',
  'attachments',
  'reviews',
  'comparisons',
  'searchTexts',
] as const;

/** Every store whose records are under the root key. */
export const SEALED_STORES = [
  ...CASE_STORES,
  'patients',
  'drafts',
  'audit',
  'erasures',
] as const;

type Upgrade = (
  database: IDBPDatabase<AssistantSchema>,
  transaction: IDBPTransaction<
    AssistantSchema,
    StoreNames<AssistantSchema>[],
    'versionchange'
  >,
) => void | Promise<void>;

/** Version 1 */
const createStores: Upgrade = (database) => {
  const conversations = database.createObjectStore('conversations', { keyPath: 'id' });
  conversations.createIndex('byUpdated', 'updatedMs');
  conversations.createIndex('byPatient', 'patientId');
  const messages = database.createObjectStore('messages', { keyPath: 'id' });
  messages.createIndex('byConversation', ['conversationId', 'order'], { unique: true });
  messages.createIndex('byState', 'state');
  for (const store of [
    'attachments',
    'reviews',
    'comparisons',
    'searchTexts',
  ] as const) {
    database
      .createObjectStore(store, { keyPath: 'id' })
      .createIndex('byConversation', 'conversationId');
  }
  for (const store of ['patients', 'drafts', 'erasures'] as const) {
    database.createObjectStore(store, { keyPath: 'id' });
  }
  database.createObjectStore('audit', { keyPath: 'seq' });
  database.createObjectStore('failedUnlocks', { autoIncrement: true });
  for (const store of ['vault', 'settings', 'meta'] as const) {
    database.createObjectStore(store);
  }
};

/** Version 2: pinned and archived consultations are found without reading the others. */
const indexShelves: Upgrade = (_database, transaction) => {
  transaction
    .objectStore('conversations')
    .createIndex('byShelf', ['shelf', 'updatedMs']);
};

export const UPGRADES: readonly Upgrade[] = [createStores, indexShelves];

export const DATABASE_VERSION = UPGRADES.length;

/**
 * Grows with every change of the database, over all generations, and of what has to
 * be done at each write: older code writes no more. (2000 knew no second copy.)
 */
export const SCHEMA_NUMBER = 2100 + DATABASE_VERSION;
