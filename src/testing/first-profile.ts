/** @file A profile as the first generation of the database kept it, and its stores. */
import type { IDBPDatabase } from 'idb';

const HASH = 'c7f8'.repeat(16);
const OTHER_HASH = '01ab'.repeat(16);

/** As version 1 left it: two consultations, an image in both, one in the second alone. */
export const SAVED = {
  conversations: [
    { version: 1, id: 'c1', title: 'Chest pain', createdMs: 10, updatedMs: 40 },
    { version: 1, id: 'c2', title: '皮疹', createdMs: 20, updatedMs: 30 },
  ],
  messages: [
    plainTurn('u1', 'c1', 0, 'It hurts.', [HASH]),
    {
      ...plainTurn('a1', 'c1', 3, 'Since when?'),
      role: 'assistant',
      finish: 'stop-token',
      provenance: {
        checkpoint: 'Mini',
        quantization: 'int4',
        device: 'wasm f32 2 threads',
        promptTokens: 7,
        reusedTokens: 0,
        newTokens: 3,
        decodeTokensPerSecond: 12.5,
      },
    },
    plainTurn('u2', 'c2', 0, '两天了。', [HASH, OTHER_HASH]),
    {
      ...plainTurn('a2', 'c2', 1, ''),
      role: 'assistant',
      state: 'failed',
      failure: 'The disk is full.',
      error: {
        kind: 'out-of-memory',
        message: 'The disk is full.',
        details: { where: 'disk' },
      },
    },
  ],
  attachments: [
    { version: 1, sha256: HASH, mediaType: 'image/png', bytes: bytesOf('first image') },
    {
      version: 1,
      sha256: OTHER_HASH,
      mediaType: 'image/jpeg',
      bytes: bytesOf('second'),
    },
  ],
};

/** The stores of version 1. */
export function makeFirstStores(fresh: IDBPDatabase): void {
  fresh
    .createObjectStore('conversations', { keyPath: 'id' })
    .createIndex('byUpdated', 'updatedMs');
  makeTurns(fresh, 'messages', 'attachmentHashes');
  fresh.createObjectStore('attachments', { keyPath: 'sha256' });
  fresh.createObjectStore('settings');
}

/** What versions 2 to 4 added. */
export function makeSealedStores(fresh: IDBPDatabase): void {
  fresh
    .createObjectStore('sealedConversations', { keyPath: 'id' })
    .createIndex('byUpdated', 'updatedMs');
  makeTurns(fresh, 'sealedMessages', 'attachmentIds');
  fresh.createObjectStore('sealedAttachments', { keyPath: 'id' });
  fresh.createObjectStore('vault');
  fresh.createObjectStore('drafts', { keyPath: 'id' });
  fresh.createObjectStore('audit', { keyPath: 'seq' });
  fresh.createObjectStore('failedUnlocks', { autoIncrement: true });
}

function makeTurns(fresh: IDBPDatabase, store: string, images: string): void {
  const turns = fresh.createObjectStore(store, { keyPath: 'id' });
  turns.createIndex('byConversation', ['conversationId', 'order'], { unique: true });
  turns.createIndex('byState', 'state');
  turns.createIndex('byAttachment', images, { multiEntry: true });
}

function plainTurn(
  id: string,
  conversationId: string,
  order: number,
  text: string,
  attachmentHashes: string[] = [],
) {
  const attachments = attachmentHashes.map((sha256) => ({
    sha256,
    name: `${sha256.slice(0, 4)}.png`,
    mediaType: 'image/png',
    widthPx: 4,
    heightPx: 3,
    sizeBytes: 11,
  }));
  const place = { version: 1, id, conversationId, order, attachmentHashes };
  return { ...place, role: 'user', text, attachments, state: 'complete', createdMs: 5 };
}

function bytesOf(text: string): ArrayBuffer {
  return new TextEncoder().encode(text).buffer;
}
