/**
 * @file Records as they lie in the database, and the validators that let them in.
 *
 * What was written by another version, or by a browser that died while writing,
 * is not trusted: a record that does not read is reported and left alone, and
 * the others are shown.
 */
import * as v from 'valibot';
import type { Attachment, Message } from '../clinic/conversation.ts';
import type { ErrorRecord } from '../base/errors.ts';

export const RECORD_VERSION = 1;

const time = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.finite(), v.minValue(0));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

const conversationRecord = v.object({
  version: v.literal(RECORD_VERSION),
  id: v.pipe(v.string(), v.nonEmpty()),
  title: v.string(),
  createdMs: time,
  updatedMs: time,
});

const attachment = v.object({
  sha256,
  name: v.string(),
  mediaType: v.string(),
  widthPx: count,
  heightPx: count,
  sizeBytes: count,
});

const provenance = v.object({
  checkpoint: v.string(),
  quantization: v.string(),
  understandsImages: v.exactOptional(v.boolean()),
  device: v.string(),
  promptTokens: count,
  reusedTokens: count,
  newTokens: count,
  decodeTokensPerSecond: count,
});

const errorRecord = v.custom<ErrorRecord>((value) => {
  const error = value as { kind?: unknown; message?: unknown } | null;
  return typeof error?.kind === 'string' && typeof error.message === 'string';
});

const messageRecord = v.object({
  version: v.literal(RECORD_VERSION),
  id: v.pipe(v.string(), v.nonEmpty()),
  conversationId: v.pipe(v.string(), v.nonEmpty()),
  /** Rises along a conversation; gaps are left by edits. */
  order: count,
  /** For the index: the hashes of `attachments`. */
  attachmentHashes: v.array(sha256),
  role: v.picklist(['user', 'assistant']),
  text: v.string(),
  attachments: v.array(attachment),
  state: v.picklist(['complete', 'growing', 'stopped', 'failed']),
  createdMs: time,
  provenance: v.exactOptional(provenance),
  failure: v.exactOptional(v.string()),
  error: v.exactOptional(errorRecord),
  finish: v.exactOptional(
    v.picklist(['stop-token', 'length', 'stopped', 'context-full']),
  ),
});

const attachmentRecord = v.object({
  version: v.literal(RECORD_VERSION),
  sha256,
  mediaType: v.string(),
  bytes: v.instance(ArrayBuffer),
});

export type ConversationRecord = v.InferOutput<typeof conversationRecord>;
export type MessageRecord = v.InferOutput<typeof messageRecord>;
export type AttachmentRecord = v.InferOutput<typeof attachmentRecord>;

/** A record that could not be read, and stays where it is. */
export interface DamagedRecord {
  readonly store: 'conversations' | 'messages' | 'attachments' | 'settings';
  readonly key: string;
  readonly reason: string;
}

/** What was readable of a set of records, and what was not. */
export interface ReadRecords<T> {
  readonly records: readonly T[];
  readonly damaged: readonly DamagedRecord[];
}

const SCHEMAS = {
  conversations: conversationRecord,
  messages: messageRecord,
  attachments: attachmentRecord,
} as const;

type Schemas = typeof SCHEMAS;

/** Sorts what came from a store into records and damage. */
export function readRecords<S extends keyof Schemas>(
  store: S,
  values: readonly unknown[],
): ReadRecords<v.InferOutput<Schemas[S]>> {
  const records: v.InferOutput<Schemas[S]>[] = [];
  const damaged: DamagedRecord[] = [];
  for (const value of values) {
    const result = v.safeParse(SCHEMAS[store], value);
    if (result.success) records.push(result.output);
    else damaged.push({ store, key: keyOf(value), reason: reasonOf(result.issues) });
  }
  return { records, damaged };
}

/** What was wrong, as the path and the complaint: `text: expected string`. */
export function reasonOf(issues: readonly v.BaseIssue<unknown>[]): string {
  return issues
    .map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`)
    .join('; ');
}

function keyOf(value: unknown): string {
  const record = value as { id?: unknown; sha256?: unknown } | null;
  const key = record?.id ?? record?.sha256;
  return typeof key === 'string' ? key : '?';
}

/** The place of a message in a conversation makes it a record. */
export function toMessageRecord(
  message: Message,
  place: { conversationId: string; order: number },
): MessageRecord {
  return {
    ...message,
    ...place,
    version: RECORD_VERSION,
    attachments: message.attachments.map((image): Attachment => ({ ...image })),
    attachmentHashes: [...new Set(message.attachments.map((image) => image.sha256))],
  };
}

export function toMessage(record: MessageRecord): Message {
  const {
    version: _version,
    conversationId: _conversation,
    order: _order,
    attachmentHashes: _hashes,
    ...message
  } = record;
  return message;
}
