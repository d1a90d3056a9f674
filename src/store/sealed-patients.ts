/** @file A patient as the record lies in the database: sealed with a key of its own. */
import * as v from 'valibot';
import type { Patient } from '../clinic/patient.ts';
import { id, time } from './records.ts';
import type { RootKey } from './root-key.ts';
import { type Place, sealJson, unsealJson } from './seal.ts';
import { check, SEALED_VERSION } from './sealed-records.ts';

const sealedPatient = v.object({
  version: v.literal(SEALED_VERSION),
  id,
  updatedMs: time,
  wrappedKey: v.instance(ArrayBuffer),
  /** `patientContent` */
  sealed: v.instance(ArrayBuffer),
});

export type SealedPatient = v.InferOutput<typeof sealedPatient>;

const patientContent = v.object({ name: v.string(), createdMs: time });

export async function sealPatient(
  root: RootKey,
  { id: patientId, updatedMs, name, createdMs }: Patient,
): Promise<SealedPatient> {
  const { key, wrapped } = await root.newKey(patientId, 'patient');
  return {
    version: SEALED_VERSION,
    id: patientId,
    updatedMs,
    wrappedKey: wrapped,
    sealed: await sealJson(key, placeOf(patientId), { name, createdMs }),
  };
}

/** @throws AssistantError 'bad-data' */
export async function openPatient(root: RootKey, value: unknown): Promise<Patient> {
  const record = check(sealedPatient, value);
  const key = await root.unwrap(record.id, record.wrappedKey, 'patient');
  const content = await unsealJson(key, placeOf(record.id), record.sealed);
  return {
    id: record.id,
    updatedMs: record.updatedMs,
    ...check(patientContent, content),
  };
}

function placeOf(patientId: string): Place {
  return ['patients', patientId];
}
