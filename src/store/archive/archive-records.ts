/**
 * @file A record in an archive: what kind it is, what is known of it, and
 * perhaps bytes.
 *
 *   record = JSON length u32 | bytes length u32, 2^32 − 1 for none
 *          | JSON of {kind, meta} | bytes
 *
 * The container does not know the kinds. Who reads hands a validator for each.
 */
import * as v from 'valibot';
import { decodeUtf8 } from './archive-bytes.ts';
import { archiveError } from './archive-faults.ts';
import { MAX_BODY_BYTES, MAX_META_BYTES } from './archive-format.ts';

export interface ArchiveRecord {
  /** "message". The kind "end" is the archive's own. */
  readonly kind: string;
  /** Anything that JSON can say. */
  readonly meta: unknown;
  readonly bytes?: Uint8Array<ArrayBuffer>;
}

/** Lengths of a record's two parts. */
export interface RecordSizes {
  readonly metaBytes: number;
  /** Undefined where there are none. */
  readonly bodyBytes: number | undefined;
}

export const END = 'end';
export const LENGTHS_BYTES = 8;
const NONE = 0xffff_ffff;

const content = v.object({
  kind: v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,39}$/)),
  meta: v.unknown(),
});

/** Lengths and JSON; the bytes follow. @throws AssistantError 'bad-data' when it is over a limit */
export function recordHead({
  kind,
  meta,
  bytes,
}: ArchiveRecord): Uint8Array<ArrayBuffer> {
  const json = new TextEncoder().encode(JSON.stringify({ kind, meta }));
  checkSizes({ metaBytes: json.length, bodyBytes: bytes?.length });
  const head = new Uint8Array(LENGTHS_BYTES + json.length);
  const lengths = new DataView(head.buffer);
  lengths.setUint32(0, json.length, true);
  lengths.setUint32(4, bytes?.length ?? NONE, true);
  head.set(json, LENGTHS_BYTES);
  return head;
}

/** @throws AssistantError 'bad-data' when they are over a limit */
export function readSizes(lengths: Uint8Array): RecordSizes {
  const view = new DataView(lengths.buffer, lengths.byteOffset);
  const bodyBytes = view.getUint32(4, true);
  const sizes = {
    metaBytes: view.getUint32(0, true),
    bodyBytes: bodyBytes === NONE ? undefined : bodyBytes,
  };
  checkSizes(sizes);
  return sizes;
}

/** @throws AssistantError 'bad-data' when it is no record */
export function readContent(json: Uint8Array): { kind: string; meta: unknown } {
  try {
    return v.parse(content, JSON.parse(decodeUtf8(json)));
  } catch (cause) {
    throw archiveError('mismatch', cause);
  }
}

/** What the `meta` of each kind must be. */
export type RecordSchemas = Readonly<Record<string, v.GenericSchema>>;

/** A record whose `meta` its validator has seen. */
export type CheckedRecord<S extends RecordSchemas> = {
  [K in keyof S & string]: {
    readonly kind: K;
    readonly meta: v.InferOutput<S[K]>;
    readonly bytes?: Uint8Array<ArrayBuffer>;
  };
}[keyof S & string];

/** @throws AssistantError 'bad-data': a kind of a newer version, or not what this kind is */
export function checkRecord<S extends RecordSchemas>(
  schemas: S,
  record: ArchiveRecord,
): CheckedRecord<S> {
  const schema = Object.hasOwn(schemas, record.kind) ? schemas[record.kind] : undefined;
  if (schema === undefined) throw archiveError('newer', record.kind);
  const result = v.safeParse(schema, record.meta);
  if (!result.success) throw archiveError('mismatch', result.issues);
  return { ...record, meta: result.output };
}

function checkSizes({ metaBytes, bodyBytes = 0 }: RecordSizes): void {
  if (metaBytes > MAX_META_BYTES || bodyBytes > MAX_BODY_BYTES) {
    throw archiveError('too-large');
  }
}
