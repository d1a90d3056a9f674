/**
 * @file The database's shape, and the steps by which it got it.
 *
 * Step n turns version n into version n + 1. Old steps are never changed: a
 * browser that was closed for a year still walks all of them.
 */
import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import type { AttachmentRecord, ConversationRecord, MessageRecord } from './records.ts';

export interface AssistantSchema extends DBSchema {
  /** One small header a consultation; its turns lie beside it. */
  conversations: {
    key: string;
    value: ConversationRecord;
    indexes: { byUpdated: number };
  };
  /** One record a turn, so that a growing answer writes only itself. */
  messages: {
    key: string;
    value: MessageRecord;
    indexes: {
      byConversation: [string, number];
      byState: string;
      byAttachment: string;
    };
  };
  /** Encoded images under their SHA-256. */
  attachments: { key: string; value: AttachmentRecord };
  /** One record for each thing a person chose. */
  settings: { key: string; value: unknown };
}

export type Upgrade = (
  database: IDBPDatabase<AssistantSchema>,
  transaction: IDBPTransaction<
    AssistantSchema,
    ('conversations' | 'messages' | 'attachments' | 'settings')[],
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

export const UPGRADES: readonly Upgrade[] = [createStores];

export const DATABASE_VERSION = UPGRADES.length;
