/**
 * @file Writing an archive, record by record, so that it can be gone on with
 * later from where the last checkpoint was.
 *
 * A chunk ends with a record, except within a record larger than a chunk. Each
 * such end is a checkpoint: what a writer has to know to go on, small and JSON.
 * Whoever goes on cuts the file to the checkpoint's `sizeBytes` first; what was
 * written after it is written again.
 */
import * as v from 'valibot';
import { assert } from '../../base/assert.ts';
import { sealChunk } from './archive-chunks.ts';
import { HASH_BYTES, MAX_CHUNK_BYTES } from './archive-format.ts';
import { readHeader, writePreamble } from './archive-header.ts';
import {
  archiveKey,
  type NewArchive,
  newHeader,
  type SecretKey,
} from './archive-key.ts';
import { type ArchiveRecord, END, recordHead } from './archive-records.ts';
import { chainState, RecordChain } from './record-chain.ts';

/** From here on a chunk is sealed when a record ends. */
const ENOUGH_BYTES = MAX_CHUNK_BYTES / 2;

/** A record, and where to go on after it; the cursor means something to the caller only. */
export interface ArchiveItem {
  readonly record: ArchiveRecord;
  /** Anything that JSON can say. */
  readonly cursor: unknown;
}

/** Where the bytes go: a writer of a `WritableStream`, a writable file. */
export interface ArchiveSink {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
}

export const archiveCheckpoint = v.object({
  /** The printed header. */
  header: v.string(),
  /** How many chunks are written, and how many bytes with the preamble. */
  chunks: v.pipe(v.number(), v.integer(), v.minValue(0)),
  sizeBytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
  chain: chainState,
  cursor: v.unknown(),
});

export type ArchiveCheckpoint = v.InferOutput<typeof archiveCheckpoint>;

export type WriteEvent =
  | { readonly kind: 'checkpoint'; readonly checkpoint: ArchiveCheckpoint }
  | { readonly kind: 'done'; readonly sizeBytes: number };

export interface WriteRequest {
  readonly secret: SecretKey;
  /** A new archive, or one that was begun. */
  readonly from: ArchiveCheckpoint;
  /** The records after `from.cursor`. */
  readonly items: AsyncIterable<ArchiveItem>;
  readonly sink: ArchiveSink;
  readonly signal?: AbortSignal;
}

/** The checkpoint before the first byte of a new archive. */
export async function beginArchive(
  made: NewArchive,
  cursor: unknown,
): Promise<ArchiveCheckpoint> {
  const header = await newHeader(made);
  const hash = (await writePreamble(header)).slice(-HASH_BYTES);
  const chain = RecordChain.from(hash).state;
  return { header, chunks: 0, sizeBytes: 0, chain, cursor };
}

/**
 * Writes the records and the end. The file is an archive once 'done' was said.
 *
 * @throws AssistantError 'bad-data' for a record over the limit, or a secret
 *   that is not the archive's; whatever the sink throws
 */
export async function* writeArchive(
  request: WriteRequest,
): AsyncGenerator<WriteEvent, void, undefined> {
  const { from, signal } = request;
  const writer = await ChunkWriter.open(request);
  const chain = RecordChain.goOn(from.chain);
  for await (const { record, cursor } of request.items) {
    signal?.throwIfAborted();
    assert(record.kind !== END, 'the end is written here');
    const head = recordHead(record);
    const chunksBefore = writer.chunks;
    await writer.append(head);
    if (record.bytes !== undefined) await writer.append(record.bytes);
    await chain.add(record.kind, head, record.bytes);
    if (writer.chunks === chunksBefore && writer.waitingBytes < ENOUGH_BYTES) continue;
    await writer.flush(false);
    const { chunks, sizeBytes } = writer;
    const { header } = from;
    const checkpoint = { header, chunks, sizeBytes, chain: chain.state, cursor };
    yield { kind: 'checkpoint', checkpoint };
  }
  await writer.append(recordHead({ kind: END, meta: chain.state }));
  await writer.flush(true);
  yield { kind: 'done', sizeBytes: writer.sizeBytes };
}

/** Gathers bytes and writes them as chunks. */
class ChunkWriter {
  chunks: number;
  sizeBytes: number;
  waitingBytes = 0;
  readonly #waiting = new Uint8Array(MAX_CHUNK_BYTES);
  readonly #seal: Parameters<typeof sealChunk>[0];
  readonly #sink: ArchiveSink;

  private constructor(
    { from, sink }: WriteRequest,
    key: CryptoKey,
    preamble: Uint8Array<ArrayBuffer>,
  ) {
    this.chunks = from.chunks;
    this.sizeBytes = from.sizeBytes;
    this.#seal = { key, hash: preamble.slice(-HASH_BYTES) };
    this.#sink = sink;
  }

  /** Writes the preamble where nothing is written yet. */
  static async open(request: WriteRequest): Promise<ChunkWriter> {
    const { header, sizeBytes } = request.from;
    const key = await archiveKey(request.secret, readHeader(header));
    const preamble = await writePreamble(header);
    const writer = new ChunkWriter(request, key, preamble);
    if (sizeBytes === 0) await writer.#write(preamble);
    return writer;
  }

  /** Afterwards something waits: a full chunk is sealed when more comes. */
  async append(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    for (let from = 0; from < bytes.length;) {
      if (this.waitingBytes === MAX_CHUNK_BYTES) await this.flush(false);
      const part = bytes.subarray(from, from + MAX_CHUNK_BYTES - this.waitingBytes);
      this.#waiting.set(part, this.waitingBytes);
      this.waitingBytes += part.length;
      from += part.length;
    }
  }

  /** Seals and writes what waits. */
  async flush(isLast: boolean): Promise<void> {
    const plain = this.#waiting.subarray(0, this.waitingBytes);
    const place = { chunk: this.chunks, isLast };
    const sealed = await sealChunk(this.#seal, plain, place);
    plain.fill(0);
    this.waitingBytes = 0;
    this.chunks += 1;
    await this.#write(sealed);
  }

  async #write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.#sink.write(bytes);
    this.sizeBytes += bytes.length;
  }
}
