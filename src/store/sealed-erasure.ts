/** @file An erasure as it lies in the database: its certificate sealed, and what is still to be cleared away. */
import * as v from 'valibot';
import { count, id, time } from './records.ts';
import type { RootKey } from './root-key.ts';
import { sealJson, unsealJson } from './seal.ts';
import { check } from './sealed-records.ts';

const certificate = v.object({
  id,
  timeMs: time,
  what: v.picklist(['consultation', 'patient']),
  conversationIds: v.array(id),
  patientId: v.exactOptional(id),
  turns: count,
  images: count,
});

/** What was erased, and when; nothing of what it said. */
export type Certificate = v.InferOutput<typeof certificate>;

export interface SealedErasure {
  readonly id: string;
  /** Consultations whose key is gone and whose records are still there. */
  readonly toClear: readonly string[];
  /** `certificate` */
  readonly sealed: ArrayBuffer;
}

export async function sealErasure(
  root: RootKey,
  made: Certificate,
): Promise<SealedErasure> {
  return {
    id: made.id,
    toClear: made.conversationIds,
    sealed: await sealJson(root.own, placeOf(made.id), made),
  };
}

/** @throws AssistantError 'bad-data' */
export async function openErasure(
  own: CryptoKey,
  { id: erasureId, sealed }: SealedErasure,
): Promise<Certificate> {
  return check(certificate, await unsealJson(own, placeOf(erasureId), sealed));
}

function placeOf(erasureId: string) {
  return ['erasures', erasureId] as const;
}
