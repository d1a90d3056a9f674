/** @file An entry of the audit, and its head, as they lie sealed. */
import * as v from 'valibot';
import { isKind } from '../base/errors.ts';
import { time } from './records.ts';
import { type Place, sealJson, unsealJson } from './seal.ts';

const WHAT = [
  'unlock',
  'failed-unlock',
  'lock',
  'open',
  'ask',
  'red-flag',
  'edit',
  'answer',
  'review',
  'export',
  'erase',
  'model-change',
  'passphrase-change',
  'passkey-change',
  'backup',
  'restore',
  'accept-use',
] as const;

const entryContent = v.object({
  timeMs: time,
  what: v.picklist(WHAT),
  conversationId: v.exactOptional(v.string()),
  /** Name of a checkpoint. */
  subject: v.exactOptional(v.string()),
  /** Empty for the first. */
  previous: v.string(),
});

const headContent = v.object({ seq: v.number(), hash: v.string() });

export type AuditWhat = (typeof WHAT)[number];

export interface AuditEvent {
  readonly timeMs: number;
  readonly what: AuditWhat;
  readonly conversationId?: string;
  readonly subject?: string;
}

export interface SealedEntry {
  /** From 1 on, without gaps. */
  readonly seq: number;
  readonly sealed: ArrayBuffer;
}

type Content = v.InferOutput<typeof entryContent>;
type Head = v.InferOutput<typeof headContent>;

const PLACE_OF_HEAD: Place = ['vault', 'audit-head'];

export async function sealEntry(
  own: CryptoKey,
  seq: number,
  content: Content,
): Promise<SealedEntry> {
  return { seq, sealed: await sealJson(own, placeOf(seq), content) };
}

/** Undefined when it was changed, or was written for another place. */
export async function openEntry(
  own: CryptoKey,
  { seq, sealed }: SealedEntry,
): Promise<Content | undefined> {
  const result = v.safeParse(entryContent, await open(own, placeOf(seq), sealed));
  return result.success ? result.output : undefined;
}

export function sealHead(own: CryptoKey, head: Head): Promise<ArrayBuffer> {
  return sealJson(own, PLACE_OF_HEAD, head);
}

/** Undefined when there is none, or it was changed. */
export async function openHead(
  own: CryptoKey,
  sealed: unknown,
): Promise<Head | undefined> {
  if (!(sealed instanceof ArrayBuffer)) return undefined;
  const result = v.safeParse(headContent, await open(own, PLACE_OF_HEAD, sealed));
  return result.success ? result.output : undefined;
}

async function open(
  own: CryptoKey,
  place: Place,
  sealed: ArrayBuffer,
): Promise<unknown> {
  try {
    return await unsealJson(own, place, sealed);
  } catch (error) {
    if (isKind(error, 'bad-data')) return undefined;
    throw error;
  }
}

function placeOf(seq: number): Place {
  return ['audit', seq];
}
