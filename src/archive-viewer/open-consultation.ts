/** @file A consultation of the archive with all that belongs to it, decrypted. */
import type { Comparison } from '../clinic/comparison.ts';
import type { Conversation, Message } from '../clinic/conversation.ts';
import type { Review } from '../clinic/review.ts';
import { checkRecord } from '../store/archive/archive-records.ts';
import { CONSULTATION_RECORDS } from '../store/archive/consultation-records.ts';
import type { OpenArchive, RecordPlace } from '../store/archive/read-archive.ts';
import type { ConversationHeader } from '../store/records.ts';

export interface Consultation {
  readonly conversation: Conversation;
  /** By the SHA-256 that a turn names. */
  readonly images: ReadonlyMap<string, Blob>;
  /** By the answer; the last one counts. */
  readonly reviews: ReadonlyMap<string, Review>;
  readonly comparisons: readonly Comparison[];
}

/** @throws AssistantError 'bad-data' */
export async function openConsultation(
  archive: OpenArchive,
  header: ConversationHeader,
  places: readonly RecordPlace[],
): Promise<Consultation> {
  const messages: Message[] = [];
  const images = new Map<string, Blob>();
  const reviews = new Map<string, Review>();
  const comparisons: Comparison[] = [];
  for (const place of places) {
    const record = checkRecord(CONSULTATION_RECORDS, await archive.recordAt(place));
    if (record.kind === 'message') messages.push(record.meta);
    if (record.kind === 'comparison') comparisons.push(record.meta);
    if (record.kind === 'review') addNewer(reviews, record.meta);
    if (record.kind === 'attachment' && record.bytes !== undefined) {
      const { sha256, mediaType } = record.meta;
      images.set(sha256, new Blob([record.bytes], { type: mediaType }));
    }
  }
  return { conversation: { ...header, messages }, images, reviews, comparisons };
}

function addNewer(reviews: Map<string, Review>, review: Review): void {
  const known = reviews.get(review.messageId);
  if (known === undefined || known.createdMs <= review.createdMs) {
    reviews.set(review.messageId, review);
  }
}
