/**
 * @file The database of the first generation: its shape, and how it is opened to
 * be brought over. Nothing writes to it any more but what erases.
 */
import {
  type DBSchema,
  type IDBPDatabase,
  type IDBPTransaction,
  openDB,
  type StoreNames,
} from 'idb';
import { must } from '../base/assert.ts';
import type { SealedEntry } from './sealed-audit.ts';
import type { SealedDraft } from './sealed-drafts.ts';

type MessageIndexes = {
  byConversation: [string, number];
  byState: string;
  byAttachment: string;
};

/** A sealed header of the first generation. */
export interface FirstConversation {
  readonly version: 2;
  readonly id: string;
  readonly updatedMs: number;
  readonly wrappedKey: ArrayBuffer;
  readonly sealed: ArrayBuffer;
}

export interface FirstMessage {
  readonly version: 2;
  readonly id: string;
  readonly conversationId: string;
  readonly order: number;
  readonly state: 'complete' | 'growing' | 'stopped' | 'failed';
  readonly attachmentIds: readonly string[];
  readonly sealed: ArrayBuffer;
}

export interface FirstAttachment {
  readonly version: 2;
  readonly id: string;
  readonly sealed: ArrayBuffer;
  readonly sealedBytes: ArrayBuffer;
}

export interface FirstSchema extends DBSchema {
  /** One small header a consultation; its turns lie beside it. */
  sealedConversations: {
    key: string;
    value: FirstConversation;
    indexes: { byUpdated: number };
  };
  /** One record a turn, so that a growing answer writes only itself. */
  sealedMessages: { key: string; value: FirstMessage; indexes: MessageIndexes };
  /** Encoded images, each for one consultation. */
  sealedAttachments: { key: string; value: FirstAttachment };
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

  /** Until version 2, in the clear. */
  conversations: { key: string; value: unknown; indexes: { byUpdated: number } };
  messages: { key: string; value: unknown; indexes: MessageIndexes };
  attachments: { key: string; value: unknown };
}

type Upgrade = (
  database: IDBPDatabase<FirstSchema>,
  transaction: IDBPTransaction<FirstSchema, StoreNames<FirstSchema>[], 'versionchange'>,
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

/** Version 2: everything of a consultation is sealed. */
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

/** Version 5: a page of the first generation that is still open loses it, and asks to be reloaded. */
const closeToOlderPages: Upgrade = () => {};

const UPGRADES: readonly Upgrade[] = [
  createStores,
  createSealedStores,
  createDrafts,
  createAudit,
  closeToOlderPages,
];

export type FirstDatabase = IDBPDatabase<FirstSchema>;

/** Opens the first generation; undefined when there is none. */
export async function openFirstGeneration(
  name: string,
): Promise<FirstDatabase | undefined> {
  let isNew = false;
  try {
    return await openDB<FirstSchema>(name, UPGRADES.length, {
      async upgrade(database, oldVersion, _newVersion, transaction) {
        isNew = oldVersion === 0;
        if (isNew) {
          transaction.done.catch(() => {}); // the opening fails and says so
          return transaction.abort(); // asking for it must not make it
        }
        for (let version = oldVersion; version < UPGRADES.length; version++) {
          await must(UPGRADES[version], 'a step for every version')(
            database,
            transaction,
          );
        }
      },
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
  } catch (error) {
    if (isNew) return undefined;
    throw error;
  }
}
