/**
 * @file Reading an archive: all of it in order, which proves it whole, or one
 * record from where it was seen before.
 *
 * One chunk and one record are in memory at a time. Whoever restores from an
 * archive must read to the end before anything counts as restored: that the
 * archive is cut short or does not hold what it says is known only there.
 */
import * as v from 'valibot';
import { concatBytes } from '../../base/bytes.ts';
import type { Stretch } from '../argon2.ts';
import {
  type ChunkPlace,
  type ChunkSeal,
  openChunk,
  type OpenedChunk,
} from './archive-chunks.ts';
import { archiveError } from './archive-faults.ts';
import { type ArchiveHeader, type Preamble, readPreamble } from './archive-header.ts';
import { archiveKey, openSecret } from './archive-key.ts';
import {
  type ArchiveRecord,
  END,
  LENGTHS_BYTES,
  readContent,
  readSizes,
} from './archive-records.ts';
import { chainState, RecordChain } from './record-chain.ts';

/** Where a record begins: its chunk, and how far into it. */
export interface RecordPlace extends ChunkPlace {
  readonly offset: number;
}

export interface PlacedRecord extends ArchiveRecord {
  readonly place: RecordPlace;
}

/** An archive whose passphrase was right. */
export interface OpenArchive {
  readonly header: ArchiveHeader;
  readonly sizeBytes: number;
  /**
   * Every record, in order.
   *
   * @throws AssistantError 'bad-data': cut short, changed, newer, a record over
   *   the limit, counts that do not match. What came before then is not to be
   *   trusted as all there was.
   */
  records(signal?: AbortSignal): AsyncGenerator<PlacedRecord, void, undefined>;
  /** One record again. @throws AssistantError 'bad-data' */
  recordAt(place: RecordPlace): Promise<ArchiveRecord>;
}

/**
 * Opens the archive in `file` by its passphrase or recovery code.
 *
 * @throws AssistantError 'bad-data': no archive, cut short, changed, newer;
 *   'bad-input' when `typed` opens it not
 */
export async function openArchive(
  file: Blob,
  typed: string,
  stretch: Stretch,
): Promise<OpenArchive> {
  const preamble = await readPreamble(file);
  const { header, hash } = preamble;
  const secret = await openSecret(header, typed, stretch);
  const key = await archiveKey(secret, header);
  secret.fill(0);
  const chunks = new Chunks(file, { key, hash });
  return {
    header,
    sizeBytes: file.size,
    records: (signal) => readAll(chunks, preamble, signal),
    recordAt: async (place) => (await readRecord(new Cursor(chunks, place))).record,
  };
}

/** `openArchive` and all its records. */
export async function* readArchive(
  file: Blob,
  typed: string,
  stretch: Stretch,
): AsyncGenerator<ArchiveRecord, void, undefined> {
  yield* (await openArchive(file, typed, stretch)).records();
}

async function* readAll(
  chunks: Chunks,
  { hash, sizeBytes }: Preamble,
  signal: AbortSignal | undefined,
): AsyncGenerator<PlacedRecord, void, undefined> {
  const cursor = new Cursor(chunks, { chunk: 0, at: sizeBytes, offset: 0 });
  const chain = RecordChain.from(hash);
  for (;;) {
    signal?.throwIfAborted();
    const { record, head } = await readRecord(cursor);
    if (record.kind === END) return checkEnd(record, chain, cursor);
    await chain.add(record.kind, head, record.bytes);
    yield record;
  }
}

function checkEnd(end: ArchiveRecord, chain: RecordChain, cursor: Cursor): void {
  const result = v.safeParse(chainState, end.meta);
  const isSaid =
    result.success && JSON.stringify(result.output) === JSON.stringify(chain.state);
  if (!isSaid || !cursor.isAtEnd) throw archiveError('mismatch');
}

async function readRecord(
  cursor: Cursor,
): Promise<{ record: PlacedRecord; head: Uint8Array }> {
  const place = await cursor.place();
  const lengths = await cursor.take(LENGTHS_BYTES);
  const { metaBytes, bodyBytes } = readSizes(lengths);
  const json = await cursor.take(metaBytes);
  const bytes = bodyBytes === undefined ? undefined : await cursor.take(bodyBytes);
  const record = {
    ...readContent(json),
    ...(bytes === undefined ? {} : { bytes }),
    place,
  };
  return { record, head: concatBytes([lengths, json]) };
}

/** The chunks of a file; keeps the one that was opened last. */
class Chunks {
  readonly file: Blob;
  readonly #seal: ChunkSeal;
  #last: OpenedChunk | undefined;

  constructor(file: Blob, seal: ChunkSeal) {
    this.file = file;
    this.#seal = seal;
  }

  async open(place: ChunkPlace): Promise<OpenedChunk> {
    if (this.#last?.at !== place.at) {
      this.#last = await openChunk(this.#seal, this.file, place);
    }
    return this.#last;
  }
}

/** Walks through the text that the chunks hold. */
class Cursor {
  readonly #chunks: Chunks;
  #next: ChunkPlace | undefined;
  #opened: OpenedChunk | undefined;
  #offset: number;

  constructor(chunks: Chunks, { offset, ...place }: RecordPlace) {
    this.#chunks = chunks;
    this.#next = place;
    this.#offset = offset;
  }

  /** Nothing is left of the last chunk. */
  get isAtEnd(): boolean {
    return this.#next === undefined && this.#offset === this.#opened?.plain.length;
  }

  /** Where the next byte lies. */
  async place(): Promise<RecordPlace> {
    const { chunk, at } = await this.#here();
    return { chunk, at, offset: this.#offset };
  }

  /** The next bytes. @throws AssistantError 'bad-data' when the file has not so many */
  async take(sizeBytes: number): Promise<Uint8Array<ArrayBuffer>> {
    if (sizeBytes > this.#mostLeft()) {
      throw archiveError(this.#next === undefined ? 'mismatch' : 'truncated');
    }
    const taken = new Uint8Array(sizeBytes);
    for (let filled = 0; filled < sizeBytes;) {
      const { plain } = await this.#here();
      const part = plain.subarray(this.#offset, this.#offset + sizeBytes - filled);
      taken.set(part, filled);
      filled += part.length;
      this.#offset += part.length;
    }
    return taken;
  }

  /** At least as many bytes as can follow. */
  #mostLeft(): number {
    const opened = this.#opened;
    const { size } = this.#chunks.file;
    if (opened === undefined) return size;
    return opened.plain.length - this.#offset + size - opened.end;
  }

  /** The chunk with the next byte. */
  async #here(): Promise<OpenedChunk> {
    const opened = this.#opened;
    if (opened !== undefined && this.#offset < opened.plain.length) return opened;
    if (this.#next === undefined) throw archiveError('mismatch'); // it says more than it holds
    const next = await this.#chunks.open(this.#next);
    if (opened !== undefined) this.#offset = 0;
    this.#opened = next;
    this.#next = next.isLast ? undefined : { chunk: next.chunk + 1, at: next.end };
    return next;
  }
}
