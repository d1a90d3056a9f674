/** @file A consultation as it lies sealed, all of it as of one moment. */
import type { SealedCaseRecord } from './sealed-case-record.ts';
import type { Database } from './database.ts';
import { messagesOf } from './keep-turn.ts';
import type { SealedConversation, SealedMessage } from './sealed-records.ts';

export interface SealedConsultation {
  /** Undefined when it is not there. */
  readonly header: SealedConversation | undefined;
  /** In order. */
  readonly messages: readonly SealedMessage[];
  readonly imageIds: readonly string[];
  readonly reviews: readonly SealedCaseRecord[];
  readonly comparisons: readonly SealedCaseRecord[];
}

/** All of a consultation but the bytes of its images, as of one moment. */
export async function readSealed(
  database: Database,
  id: string,
): Promise<SealedConsultation> {
  const transaction = database.transaction([
    'conversations',
    'messages',
    'attachments',
    'reviews',
    'comparisons',
  ]);
  const of = (store: 'reviews' | 'comparisons') =>
    transaction.objectStore(store).index('byConversation').getAll(id);
  const images = transaction.objectStore('attachments').index('byConversation');
  const turns = transaction.objectStore('messages').index('byConversation');
  const [header, messages, imageIds, reviews, comparisons] = await Promise.all([
    transaction.objectStore('conversations').get(id),
    turns.getAll(messagesOf(id)),
    images.getAllKeys(id),
    of('reviews'),
    of('comparisons'),
  ]);
  return { header, messages, imageIds, reviews, comparisons };
}
