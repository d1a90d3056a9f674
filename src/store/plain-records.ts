/**
 * @file Records as they lay in the clear, until version 2 of the database.
 *
 * Nothing writes them any more. A browser that was closed for a year still
 * brings them, and `encrypt-plain.ts` seals them.
 */
import * as v from 'valibot';
import {
  count,
  id,
  type KeptMessage,
  messageContent,
  sha256,
  time,
} from './records.ts';

const version = v.literal(1);

export const plainConversation = v.object({
  version,
  id,
  title: v.string(),
  createdMs: time,
  updatedMs: time,
});

export const plainMessage = v.object({
  ...messageContent.entries,
  version,
  conversationId: id,
  order: count,
  attachmentHashes: v.array(sha256),
});

export const plainAttachment = v.object({
  version,
  sha256,
  mediaType: v.string(),
  bytes: v.instance(ArrayBuffer),
});

export type PlainConversation = v.InferOutput<typeof plainConversation>;
export type PlainMessage = v.InferOutput<typeof plainMessage>;
export type PlainAttachment = v.InferOutput<typeof plainAttachment>;

/** A record that reads; undefined when it does not. */
export function readPlain<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
): v.InferOutput<S> | undefined {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : undefined;
}

export function toMessage(record: PlainMessage): KeptMessage {
  const {
    version: _version,
    conversationId: _conversation,
    order: _order,
    attachmentHashes: _hashes,
    ...message
  } = record;
  return message;
}
