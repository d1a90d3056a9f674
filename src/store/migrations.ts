/**
 * @file The database's shape, and the steps by which it got it.
 *
 * Step n turns version n into version n + 1. Old steps are never changed: a
 * browser that was closed for a year still walks all of them.
 */
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { SealedEntry } from './sealed-audit.ts';
import type { SealedDraft } from './sealed-drafts.ts';
import type {
  SealedAttachment,
  SealedConversation,
  SealedMessage,
} from './sealed-records.ts';

type MessageIndexes = {
  byConversation: [string, number];
  byState: string;
  byAttachment: string;
};

export interface AssistantSchema extends DBSchema {
  /** One small header a consultation; its turns lie beside it. */
  sealedConversations: {
    key: string;
    value: SealedConversation;
    indexes: { byUpdated: number };
  };
  /** One record a turn, so that a growing answer writes only itself. */
  sealedMessages: { key: string; value: SealedMessage; indexes: MessageIndexes };
  /** Encoded images, each for one consultation. */
  sealedAttachments: { key: string; value: SealedAttachment };
  /** What was typed and not sent when the page was locked. */
  drafts: { key: string; value: SealedDraft };
  /** What was done, entry by entry. */
  audit: { key: number; value: SealedEntry };
  /** Times of failed unlocks, until an unlock seals them into `audit`. */
  failedUnlocks: { key: number; value: { readonly timeMs: number } };
  /** The root key and the head of the audit, sealed. */
  vault: { key: string; value: unknown };
  /** One record for each thing a person chose. Nothing of a consultation is here. */
  settings: { key: string; value: unknown };

  /** Until version 2, in the clear; `encrypt-plain.ts` moves them. */
  conversations: { key: string; value: unknown; indexes: { byUpdated: number } };
  messages: { key: string; value: unknown; indexes: MessageIndexes };
  attachments: { key: string; value: unknown };
}

/** Every store whose records are under the root key. */
export const SEALED_STORES = [
  'sealedConversations',
  'sealedMessages',
  'sealedAttachments',
  'drafts',
  'audit',
] as const;

export type Upgrade = (
  database: IDBPDatabase<AssistantSchema>,
  transaction: IDBPTransaction<
    AssistantSchema,
    StoreNames<AssistantSchema>[],
    'versionchange'
  >,
) => void | Promise<void>;

/** Version 1: consultations, their turns, images and settings. */
const createStores: Upgrade = (database) => {
  database
    .createObjectStore('conversations', { keyPath: 'id' })
    .createIndex('byUpdated', 'updatedMs');
  const messages = database.createObjectStore('messages', { keyPath: 'id' });
  messages.createIndex('byConversation', ['conversationId', 'order'], { unique: true });
  messages.createIndex('byState', 'state');
  messages.createIndex('byAttachment', 'attachmentHashes', { multiEntry: true });
  database.createObjectStore('attachments', { keyPath: 'sha256' });
  database.createObjectStore('settings');
};

/**
 * Version 2: everything of a consultation is sealed. An upgrade cannot wait for
 * ciphers, so this step makes the room and `encryptPlain` moves the records.
 */
const createSealedStores: Upgrade = (database) => {
  database
    .createObjectStore('sealedConversations', { keyPath: 'id' })
    .createIndex('byUpdated', 'updatedMs');
  const messages = database.createObjectStore('sealedMessages', { keyPath: 'id' });
  messages.createIndex('byConversation', ['conversationId', 'order'], { unique: true });
  messages.createIndex('byState', 'state');
  messages.createIndex('byAttachment', 'attachmentIds', { multiEntry: true });
  database.createObjectStore('sealedAttachments', { keyPath: 'id' });
  database.createObjectStore('vault');
};

/** Version 3: what was typed survives a lock. */
const createDrafts: Upgrade = (database) => {
  database.createObjectStore('drafts', { keyPath: 'id' });
};

/** Version 4: a record of what was done. */
const createAudit: Upgrade = (database) => {
  database.createObjectStore('audit', { keyPath: 'seq' });
  database.createObjectStore('failedUnlocks', { autoIncrement: true });
};

export const UPGRADES: readonly Upgrade[] = [
  createStores,
  createSealedStores,
  createDrafts,
  createAudit,
];

export const DATABASE_VERSION = UPGRADES.length;
