/**
 * @file Looking at one consultation: does every record open, is every image what
 * its turn says, and is everything there that is referred to?
 */
import type * as v from 'valibot';
import { isKind } from '../base/errors.ts';
import { sha256Hex } from '../base/sha256.ts';
import { COMPARISONS } from './comparisons.ts';
import type { Database } from './database.ts';
import { messagesOf } from './keep-turn.ts';
import { keyOf, type KeptMessage } from './records.ts';
import { REVIEWS } from './reviews.ts';
import type { RootKey } from './root-key.ts';
import { openCaseRecord } from './sealed-case-record.ts';
import {
  check,
  type ConversationKeys,
  openAll,
  openAttachment,
  openHeader,
  openMessage,
} from './sealed-records.ts';

/**
 * What is wrong: a record does not open, an image is not there or not the one that
 * was attached, or a turn names one before it that is not there.
 */
export type FaultKind =
  | 'consultation'
  | 'turn'
  | 'image-damaged'
  | 'image-missing'
  | 'parent-missing'
  | 'review'
  | 'comparison'
  | 'patient'
  | 'draft'
  | 'certificate'
  | 'left-over';

export interface Fault {
  readonly kind: FaultKind;
  /** Of the record. */
  readonly key: string;
  readonly conversationId?: string;
  /** Of the consultation, when that can be read. */
  readonly title?: string;
}

export interface CheckedConsultation {
  readonly turns: number;
  readonly images: number;
  readonly faults: readonly Fault[];
}

const CASE_KINDS = [
  ['reviews', 'review', REVIEWS.schema],
  ['comparisons', 'comparison', COMPARISONS.schema],
] as const;

const NOTHING: CheckedConsultation = { turns: 0, images: 0, faults: [] };

/** Looks at one consultation; one that was erased meanwhile has no faults. */
export async function checkConsultation(
  database: Database,
  root: RootKey,
  conversationId: string,
): Promise<CheckedConsultation> {
  const records = await readRecords(database, conversationId);
  if (records.header === undefined) return NOTHING;
  let opened;
  try {
    opened = await openHeader(root, records.header);
  } catch (error) {
    if (!isKind(error, 'bad-data')) throw error;
    const faults = [
      { kind: 'consultation', key: conversationId, conversationId } as const,
    ];
    return { turns: records.messages.length, images: 0, faults };
  }
  const { keys, header } = opened;
  const turns = await openAll('messages', records.messages, (value) =>
    openMessage(keys, value),
  );
  const images = await checkImages(database, keys, turns.records);
  const faults: Omit<Fault, 'conversationId' | 'title'>[] = [
    ...turns.damaged.map(({ key }) => ({ kind: 'turn', key }) as const),
    ...missingParents(turns.records, records.messages.map(keyOf)),
    ...images.faults,
  ];
  for (const [store, kind, schema] of CASE_KINDS) {
    const { damaged } = await openAll(store, records[store], async (value) =>
      check(schema as v.GenericSchema, await openCaseRecord(keys, store, value)),
    );
    faults.push(...damaged.map(({ key }) => ({ kind, key })));
  }
  return {
    turns: records.messages.length,
    images: images.count,
    faults: faults.map((fault) => ({ ...fault, conversationId, title: header.title })),
  };
}

/** All of it as it is at one moment, but the images' bytes. */
async function readRecords(database: Database, conversationId: string) {
  const stores = ['conversations', 'messages', 'reviews', 'comparisons'] as const;
  const transaction = database.transaction([...stores]);
  const [header, messages, reviews, comparisons] = await Promise.all([
    transaction.objectStore('conversations').get(conversationId),
    transaction
      .objectStore('messages')
      .index('byConversation')
      .getAll(messagesOf(conversationId)),
    transaction.objectStore('reviews').index('byConversation').getAll(conversationId),
    transaction
      .objectStore('comparisons')
      .index('byConversation')
      .getAll(conversationId),
  ]);
  return { header, messages, reviews, comparisons };
}

/** Turns whose parent is not there, damaged or not. A turn without the field follows the one before. */
function missingParents(turns: readonly KeptMessage[], keys: readonly string[]) {
  const there = new Set(keys);
  return turns
    .filter(({ parentId }) => typeof parentId === 'string' && !there.has(parentId))
    .map(({ id }) => ({ kind: 'parent-missing', key: id }) as const);
}

/** Looks at the images one by one, so that no two are in memory. */
async function checkImages(
  database: Database,
  keys: ConversationKeys,
  turns: readonly KeptMessage[],
) {
  const named = new Set(
    turns.flatMap(({ attachments }) => attachments.map(({ sha256 }) => sha256)),
  );
  const faults: Pick<Fault, 'kind' | 'key'>[] = [];
  for (const sha256 of named) {
    const key = await keys.root.imageId(keys.conversationId, sha256);
    const image = await database.get('attachments', key);
    if (image === undefined) faults.push({ kind: 'image-missing', key });
    else if (!(await isImage(keys, image, sha256))) {
      faults.push({ kind: 'image-damaged', key });
    }
  }
  return { count: named.size, faults };
}

async function isImage(
  keys: ConversationKeys,
  value: unknown,
  sha256: string,
): Promise<boolean> {
  try {
    const blob = await openAttachment(keys, value);
    return (await sha256Hex(new Uint8Array(await blob.arrayBuffer()))) === sha256;
  } catch (error) {
    if (isKind(error, 'bad-data')) return false;
    throw error;
  }
}
