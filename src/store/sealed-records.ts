/**
 * @file Records as they lie in the database: what an index needs in the clear,
 * the rest sealed with the key of their consultation.
 *
 * In the clear are ids made by chance, places, times of the last change, and
 * whether an answer still grows. Place and key are bound to the seal, so a turn
 * that was moved to another consultation or another place does not open.
 */
import * as v from 'valibot';
import { AssistantError, isKind } from '../base/errors.ts';
import {
  attachmentContent,
  type ConversationHeader,
  count,
  type DamagedRecord,
  headerContent,
  id,
  keyOf,
  type KeptMessage,
  messageContent,
  messageState,
  type ReadRecords,
  reasonOf,
  shelf,
  time,
} from './records.ts';
import type { RootKey } from './root-key.ts';
import { type Place, seal, sealJson, unseal, unsealJson } from './seal.ts';

/** Of every sealed record of this generation. */
export const SEALED_VERSION = 3;

const sealed = v.instance(ArrayBuffer);

const sealedConversation = v.object({
  version: v.literal(SEALED_VERSION),
  id,
  updatedMs: time,
  /** For the index; the seal holds it too. */
  patientId: v.exactOptional(id),
  /** Likewise. */
  shelf: v.exactOptional(shelf),
  /** Key of the consultation, under the root key. */
  wrappedKey: sealed,
  /** `headerContent` */
  sealed,
});

const sealedMessage = v.object({
  version: v.literal(SEALED_VERSION),
  id,
  conversationId: id,
  /** Rises along a conversation, in the order of writing. */
  order: count,
  /** For the index. */
  state: messageState,
  /** `messageContent` */
  sealed,
});

const sealedAttachment = v.object({
  version: v.literal(SEALED_VERSION),
  id,
  conversationId: id,
  /** `attachmentContent` */
  sealed,
  sealedBytes: sealed,
});

export type SealedConversation = v.InferOutput<typeof sealedConversation>;
export type SealedMessage = v.InferOutput<typeof sealedMessage>;
export type SealedAttachment = v.InferOutput<typeof sealedAttachment>;

/** An image to keep: encoded bytes, their hash and what they are. */
export interface KeptImage {
  /** SHA-256 (hex) of `bytes`. */
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: ArrayBuffer;
}

/** A consultation's keys: its own, and the root's to name images. */
export interface ConversationKeys {
  readonly conversationId: string;
  readonly key: CryptoKey;
  readonly root: RootKey;
}

/** The header as it lies on disk. */
export async function sealHeader(
  { conversationId, key }: ConversationKeys,
  wrappedKey: ArrayBuffer,
  header: Omit<ConversationHeader, 'id'>,
): Promise<SealedConversation> {
  const { updatedMs, ...content } = header;
  const { patientId, shelf: kept } = header;
  return {
    version: SEALED_VERSION,
    id: conversationId,
    updatedMs,
    ...(patientId !== undefined && { patientId }),
    ...(kept !== undefined && { shelf: kept }),
    wrappedKey,
    sealed: await sealJson(key, placeOfHeader(conversationId), content),
  };
}

/** @throws AssistantError 'bad-data' */
export async function openHeader(
  root: RootKey,
  value: unknown,
): Promise<{
  readonly header: ConversationHeader;
  readonly keys: ConversationKeys;
}> {
  const record = check(sealedConversation, value);
  const { id: conversationId, updatedMs, wrappedKey } = record;
  const key = await root.unwrap(conversationId, wrappedKey);
  const opened = await unsealJson(key, placeOfHeader(conversationId), record.sealed);
  const content = check(headerContent, opened);
  if (content.patientId !== record.patientId) {
    throw movedToAnotherPatient(conversationId);
  }
  if (content.shelf !== record.shelf) throw movedFromOutside(conversationId);
  return {
    header: { id: conversationId, updatedMs, ...content },
    keys: { conversationId, key, root },
  };
}

function movedFromOutside(path: string): AssistantError {
  return new AssistantError(
    'bad-data',
    'A consultation was pinned or archived from outside. It is left as it is; the others are not affected.',
    { path },
  );
}

function movedToAnotherPatient(path: string): AssistantError {
  return new AssistantError(
    'bad-data',
    'A consultation was moved to another patient from outside. It is left as it is; the others are not affected.',
    { path },
  );
}

export async function sealMessage(
  { conversationId, key }: ConversationKeys,
  message: KeptMessage,
  order: number,
): Promise<SealedMessage> {
  const record = { id: message.id, conversationId, order };
  return {
    ...record,
    version: SEALED_VERSION,
    state: message.state,
    sealed: await sealJson(key, placeOfMessage(record), message),
  };
}

/** @throws AssistantError 'bad-data' */
export async function openMessage(
  { key }: ConversationKeys,
  value: unknown,
): Promise<KeptMessage> {
  const record = check(sealedMessage, value);
  const content = await unsealJson(key, placeOfMessage(record), record.sealed);
  return check(messageContent, content);
}

export async function sealAttachment(
  { conversationId, key, root }: ConversationKeys,
  { sha256, mediaType, bytes }: KeptImage,
): Promise<SealedAttachment> {
  const imageId = await root.imageId(conversationId, sha256);
  return {
    version: SEALED_VERSION,
    id: imageId,
    conversationId,
    sealed: await sealJson(key, ['attachments', imageId], { mediaType }),
    sealedBytes: await seal(key, ['attachment-bytes', imageId], bytes),
  };
}

/** @throws AssistantError 'bad-data' */
export async function openAttachment(
  { key }: ConversationKeys,
  value: unknown,
): Promise<Blob> {
  const record = check(sealedAttachment, value);
  const content = await unsealJson(key, ['attachments', record.id], record.sealed);
  const { mediaType } = check(attachmentContent, content);
  const bytes = await unseal(key, ['attachment-bytes', record.id], record.sealedBytes);
  return new Blob([bytes], { type: mediaType });
}

/** Opens each of `values`; those that do not open are named. */
export async function openAll<T>(
  store: string,
  values: readonly unknown[],
  open: (value: unknown) => Promise<T>,
): Promise<ReadRecords<T>> {
  const damaged: DamagedRecord[] = [];
  const opened = await Promise.all(
    values.map(async (value) => {
      try {
        return [await open(value)];
      } catch (error) {
        if (!isKind(error, 'bad-data')) throw error;
        damaged.push({ store, key: keyOf(value), reason: error.message });
        return [];
      }
    }),
  );
  return { records: opened.flat(), damaged };
}

/** @throws AssistantError 'bad-data' when it is not as the schema says */
export function check<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
): v.InferOutput<S> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const reason = reasonOf(result.issues);
  throw new AssistantError(
    'bad-data',
    `A record cannot be read (${reason}). It is left as it is.`,
    { path: keyOf(value) },
  );
}

function placeOfHeader(conversationId: string): Place {
  return ['conversations', conversationId];
}

function placeOfMessage(
  record: Pick<SealedMessage, 'id' | 'conversationId' | 'order'>,
): Place {
  return ['messages', record.conversationId, record.order, record.id];
}
