/**
 * @file What version 1 kept in the clear, sealed into the database of the second
 * generation. What cannot be read stays where it is, and is told.
 */
import { type Database, TURN_STORES, writing } from './database.ts';
import {
  encryptCase,
  type PlainCase,
  type SealedCase,
  verifyCase,
} from './encrypt-plain.ts';
import type { FirstDatabase } from './first-generation.ts';
import { messagesOf } from './keep-turn.ts';
import {
  type PlainAttachment,
  plainAttachment,
  plainConversation,
  plainMessage,
  readPlain,
} from './plain-records.ts';
import { Vault } from './vault.ts';

const PLAIN_STORES = ['conversations', 'messages', 'attachments'] as const;

/** Seals every plain consultation that reads, and proves that it opens. */
export async function bringPlainOver(
  first: FirstDatabase,
  second: Database,
): Promise<void> {
  const ids = await first.getAllKeys('conversations');
  if (ids.length === 0) return;
  const vault = await Vault.open(second);
  if (vault.isLocked) return; // left unread before there was a passphrase
  for (const id of ids) {
    const plain = await readPlainCase(first, id);
    if (plain === undefined) continue;
    const sealed = await encryptCase(vault.root, plain);
    await verifyCase(vault.root, plain, sealed);
    await writeCase(second, sealed);
  }
}

/** Removes what was brought over from where it lay in the clear. */
export async function removePlainBroughtOver(
  first: FirstDatabase,
  second: Database,
): Promise<void> {
  for (const conversationId of await first.getAllKeys('conversations')) {
    const isHere = (await second.count('conversations', conversationId)) > 0;
    const plain = isHere ? await readPlainCase(first, conversationId) : undefined;
    if (plain === undefined) continue;
    const { header, messages, attachments } = plain;
    await writing(first, PLAIN_STORES, async (transaction) => {
      await transaction.objectStore('conversations').delete(header.id);
      const turns = transaction.objectStore('messages');
      for (const { id } of messages) await turns.delete(id);
      for (const { sha256 } of attachments) {
        const shown = await turns.index('byAttachment').count(sha256);
        if (shown === 0) await transaction.objectStore('attachments').delete(sha256);
      }
    });
  }
}

async function writeCase(
  second: Database,
  { header, messages, attachments }: SealedCase,
): Promise<void> {
  await writing(second, TURN_STORES, async (transaction) => {
    await transaction.objectStore('conversations').put(header);
    for (const message of messages) {
      await transaction.objectStore('messages').put(message);
    }
    for (const image of attachments) {
      await transaction.objectStore('attachments').put(image);
    }
  });
}

async function readPlainCase(
  first: FirstDatabase,
  id: string,
): Promise<PlainCase | undefined> {
  const transaction = first.transaction(PLAIN_STORES);
  const header = readPlain(
    plainConversation,
    await transaction.objectStore('conversations').get(id),
  );
  if (header === undefined) return undefined;
  const kept = await transaction
    .objectStore('messages')
    .index('byConversation')
    .getAll(messagesOf(id));
  const messages = kept
    .map((value) => readPlain(plainMessage, value))
    .filter((message) => message !== undefined);
  const attachments: PlainAttachment[] = [];
  for (const hash of new Set(messages.flatMap((message) => message.attachmentHashes))) {
    const image = await transaction.objectStore('attachments').get(hash);
    const read = readPlain(plainAttachment, image);
    if (read !== undefined) attachments.push(read);
  }
  return { header, messages, attachments };
}
