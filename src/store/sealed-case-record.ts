/** @file A small record of a consultation as it lies in the database, sealed with its key. */
import * as v from 'valibot';
import { id } from './records.ts';
import { sealJson, unsealJson } from './seal.ts';
import { check, type ConversationKeys, SEALED_VERSION } from './sealed-records.ts';

const sealedCaseRecord = v.object({
  version: v.literal(SEALED_VERSION),
  id,
  conversationId: id,
  sealed: v.instance(ArrayBuffer),
});

export type SealedCaseRecord = v.InferOutput<typeof sealedCaseRecord>;

/** @param store - names the kind; bound to the seal */
export async function sealCaseRecord(
  { conversationId, key }: ConversationKeys,
  store: string,
  record: { readonly id: string },
): Promise<SealedCaseRecord> {
  const place = [store, conversationId, record.id] as const;
  return {
    version: SEALED_VERSION,
    id: record.id,
    conversationId,
    sealed: await sealJson(key, place, record),
  };
}

/** @throws AssistantError 'bad-data' */
export async function openCaseRecord(
  { conversationId, key }: ConversationKeys,
  store: string,
  value: unknown,
): Promise<unknown> {
  const record = check(sealedCaseRecord, value);
  return unsealJson(key, [store, conversationId, record.id], record.sealed);
}
