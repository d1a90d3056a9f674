/**
 * @file Putting a consultation of an archive into the profile, where it may be
 * already: sealed first with the profile's keys, then written in one transaction.
 *
 *   header                 the one changed last, with the facts edited last
 *   turns                  of both (`merge-turns.ts`), in their places
 *   images                 of both, by their hash
 *   reviews, comparisons   of both
 *
 * What does not open here and is in the archive is replaced. Where nothing is
 * missing nothing is written, so doing it twice is doing it once.
 */
import { isKind } from '../base/errors.ts';
import type { Comparison } from '../clinic/comparison.ts';
import type { Message } from '../clinic/conversation.ts';
import type { Review } from '../clinic/review.ts';
import { openCaseRecord, sealCaseRecord } from './sealed-case-record.ts';
import type { Database } from './database.ts';
import { placeTurns, type PlacedTurn } from './place-turns.ts';
import type { ConversationHeader } from './records.ts';
import type { RootKey } from './root-key.ts';
import { readSealed, type SealedConsultation } from './sealed-consultation.ts';
import {
  type ConversationKeys,
  type KeptImage,
  openAttachment,
  openHeader,
  openMessage,
  sealAttachment,
  sealHeader,
  sealMessage,
} from './sealed-records.ts';
import { type ConsultationChange, writeChange } from './write-consultation.ts';

/** A consultation of an archive. */
export interface ArchivedConsultation {
  readonly header: ConversationHeader;
  readonly messages: readonly Message[];
  readonly images: readonly ArchivedImageFile[];
  readonly reviews: readonly Review[];
  readonly comparisons: readonly Comparison[];
}

export interface ArchivedImageFile extends Pick<KeptImage, 'sha256' | 'mediaType'> {
  readonly bytes: () => Promise<Uint8Array<ArrayBuffer>>;
}

/** What became of a consultation. */
export interface Merged {
  readonly kind: 'added' | 'changed' | 'same';
  /** How many of each were written. */
  readonly turns: number;
  readonly images: number;
}

/** @throws AssistantError 'not-writer', 'out-of-memory': nothing of the consultation was written */
export async function mergeConsultation(
  database: Database,
  root: RootKey,
  archived: ArchivedConsultation,
): Promise<Merged> {
  for (;;) {
    const over = await readSealed(database, archived.header.id);
    const change = await sealChange(database, root, over, archived);
    if (isEmpty(change)) return { kind: 'same', turns: 0, images: 0 };
    if (!(await writeChange(database, change))) continue; // somebody was faster
    return {
      kind: change.isNew ? 'added' : 'changed',
      turns: change.messages.length,
      images: change.attachments.length,
    };
  }
}

function isEmpty(change: ConsultationChange): boolean {
  const { header, messages, attachments, reviews, comparisons } = change;
  const records = [messages, attachments, reviews, comparisons];
  return header === undefined && records.every(({ length }) => length === 0);
}

async function sealChange(
  database: Database,
  root: RootKey,
  over: SealedConsultation,
  archived: ArchivedConsultation,
): Promise<ConsultationChange> {
  const opened = await openOver(root, over);
  const { id } = archived.header;
  const { wrapped, keys } = opened ?? (await newKeys(root, id));
  const ours = opened === undefined ? { ...over, ...NOTHING } : over;
  const turns = placeTurns(await openTurns(keys, ours), archived.messages);
  const header = mergeHeaders(opened?.header, archived.header);
  return {
    id,
    over,
    isNew: opened === undefined,
    header: header && (await sealHeader(keys, wrapped, header)),
    messages: await Promise.all(
      turns.map(({ message, order }) => sealMessage(keys, message, order)),
    ),
    attachments: await sealMissing(
      keys,
      await readable(database, keys, ours),
      archived,
    ),
    reviews: await sealRecords(keys, 'reviews', ours.reviews, archived.reviews),
    comparisons: await sealRecords(
      keys,
      'comparisons',
      ours.comparisons,
      archived.comparisons,
    ),
  };
}

/** Undefined when ours stays as it is. */
function mergeHeaders(
  ours: ConversationHeader | undefined,
  theirs: ConversationHeader,
): ConversationHeader | undefined {
  if (ours === undefined) return theirs;
  const isNewer = theirs.updatedMs > ours.updatedMs;
  const editedMs = ({ facts }: ConversationHeader) => facts?.editedMs ?? -Infinity;
  const { facts } = editedMs(theirs) > editedMs(ours) ? theirs : ours;
  if (!isNewer && facts === ours.facts) return undefined;
  const base = isNewer ? theirs : ours;
  return { ...base, ...(facts !== undefined && { facts }) };
}

const NOTHING = { messages: [], imageIds: [], reviews: [], comparisons: [] } as const;

/** Undefined when it is not there or does not open: then nothing of it does. */
async function openOver(root: RootKey, { header }: SealedConsultation) {
  if (header === undefined) return undefined;
  const opened = await unlessDamaged(openHeader(root, header));
  return opened && { ...opened, wrapped: header.wrappedKey };
}

async function newKeys(root: RootKey, conversationId: string) {
  const { key, wrapped } = await root.newKey(conversationId);
  return { wrapped, keys: { conversationId, key, root } };
}

async function openTurns(
  keys: ConversationKeys,
  { messages }: SealedConsultation,
): Promise<readonly PlacedTurn[]> {
  return Promise.all(
    messages.map(async (sealed) => ({
      id: sealed.id,
      order: sealed.order,
      message: await unlessDamaged(openMessage(keys, sealed)),
    })),
  );
}

/** The ids of the images that are there and open. */
async function readable(
  database: Database,
  keys: ConversationKeys,
  { imageIds }: SealedConsultation,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const imageId of imageIds) {
    const kept = await database.get('attachments', imageId);
    if (await unlessDamaged(openAttachment(keys, kept))) found.add(imageId);
  }
  return found;
}

async function sealMissing(
  keys: ConversationKeys,
  known: ReadonlySet<string>,
  { images }: ArchivedConsultation,
) {
  const sealed = new Map<string, Awaited<ReturnType<typeof sealAttachment>>>();
  for (const { sha256, mediaType, bytes } of images) {
    const imageId = await keys.root.imageId(keys.conversationId, sha256);
    if (known.has(imageId) || sealed.has(imageId)) continue;
    const image = { sha256, mediaType, bytes: (await bytes()).buffer };
    sealed.set(imageId, await sealAttachment(keys, image));
  }
  return [...sealed.values()];
}

async function sealRecords(
  keys: ConversationKeys,
  store: 'reviews' | 'comparisons',
  ours: SealedConsultation['reviews'],
  theirs: readonly { readonly id: string }[],
) {
  const known = new Set<string>();
  for (const sealed of ours) {
    if (await unlessDamaged(openCaseRecord(keys, store, sealed))) known.add(sealed.id);
  }
  const missing = theirs.filter(({ id }) => !known.has(id));
  return Promise.all(missing.map((record) => sealCaseRecord(keys, store, record)));
}

/** Undefined for a record that does not open. */
async function unlessDamaged<T>(opening: Promise<T>): Promise<T | undefined> {
  try {
    return await opening;
  } catch (error) {
    if (isKind(error, 'bad-data')) return undefined;
    throw error;
  }
}
