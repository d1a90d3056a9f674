/**
 * @file Sealing a consultation that version 1 kept in the clear, and proving that
 * it opens to what it was. `generations.ts` reads and writes.
 */
import { AssistantError } from '../base/errors.ts';
import { isEqual } from './equal-records.ts';
import {
  type PlainAttachment,
  type PlainConversation,
  type PlainMessage,
  toMessage,
} from './plain-records.ts';
import type { RootKey } from './root-key.ts';
import {
  openAttachment,
  openHeader,
  openMessage,
  sealAttachment,
  type SealedAttachment,
  type SealedConversation,
  sealHeader,
  type SealedMessage,
  sealMessage,
} from './sealed-records.ts';

/** A consultation as version 1 kept it, with what of it can be read. */
export interface PlainCase {
  readonly header: PlainConversation;
  readonly messages: readonly PlainMessage[];
  readonly attachments: readonly PlainAttachment[];
}

export interface SealedCase {
  readonly header: SealedConversation;
  readonly messages: readonly SealedMessage[];
  readonly attachments: readonly SealedAttachment[];
}

/** Seals everything of a consultation with a key of its own. */
export async function encryptCase(
  root: RootKey,
  { header, messages, attachments }: PlainCase,
): Promise<SealedCase> {
  const conversationId = header.id;
  const { key, wrapped } = await root.newKey(conversationId);
  const keys = { conversationId, key, root };
  return {
    header: await sealHeader(keys, wrapped, { ...header, tags: [] }),
    messages: await Promise.all(
      messages.map((record) => sealMessage(keys, toMessage(record), record.order)),
    ),
    attachments: await Promise.all(
      attachments.map((image) => sealAttachment(keys, image)),
    ),
  };
}

/** @throws AssistantError 'bad-data' when `sealed` does not open to what `plain` is */
export async function verifyCase(
  root: RootKey,
  plain: PlainCase,
  sealed: SealedCase,
): Promise<void> {
  const { header, keys } = await openHeader(root, sealed.header);
  const messages = await Promise.all(
    sealed.messages.map((record) => openMessage(keys, record)),
  );
  const blobs = await Promise.all(
    sealed.attachments.map((record) => openAttachment(keys, record)),
  );
  const images = await Promise.all(blobs.map((blob) => blob.arrayBuffer()));
  const { title, createdMs } = plain.header;
  const was = [
    title,
    createdMs,
    plain.messages.map(toMessage),
    plain.attachments.map(({ bytes }) => bytes),
  ];
  if (isEqual(was, [header.title, header.createdMs, messages, images])) return;
  throw new AssistantError(
    'bad-data',
    'A consultation did not come out of its encryption as it went in. Nothing was changed; reload the page to try again.',
    { path: plain.header.id },
  );
}
