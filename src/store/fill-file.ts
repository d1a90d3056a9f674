/**
 * @file One file of a checkpoint: every chunk is hashed before it is written,
 * and only chunks that are missing or damaged are fetched.
 *
 *   on disk   [ok][ok][bad][ok][—][—]      after an interruption, or a bad disk
 *   fetched            ^^^      ^^^^^      two spans
 *
 * What is on disk is hashed again instead of being believed: a power cut can
 * leave a file longer than what was written to it.
 */
import { AssistantError, isKind } from '../base/errors.ts';
import { sha256Hex } from '../base/sha256.ts';
import type { StoredFile } from '../checkpoint/manifest.ts';
import type { ChunkSource } from './chunk-source.ts';

/** What is needed of a `FileSystemSyncAccessHandle`. */
export interface RandomAccessFile {
  getSize(): number;
  read(buffer: Uint8Array<ArrayBuffer>, options: { at: number }): number;
  write(bytes: Uint8Array<ArrayBuffer>, options: { at: number }): number;
  truncate(size: number): void;
  flush(): void;
}

export interface FillFile {
  readonly name: string;
  readonly stored: StoredFile;
  readonly chunkBytes: number;
  readonly source: ChunkSource;
  readonly target: RandomAccessFile;
  readonly signal: AbortSignal;
  /** @param haveBytes - verified so far, and of the chunk on its way */
  readonly onProgress: (haveBytes: number) => void;
  /** Pause before a broken connection is tried again; grows with each try. */
  readonly retryMs: number;
}

/** Runs of chunks [from, to) by index. */
interface ChunkRun {
  readonly from: number;
  readonly to: number;
}

const NETWORK_TRIES = 3;

/**
 * Makes `target` equal to what the manifest says.
 *
 * @throws AssistantError 'network' when the source breaks off again and again,
 *   'bad-data' when a chunk is wrong twice, 'out-of-memory' when the disk is full
 */
export async function fillFile(file: FillFile): Promise<void> {
  const { target, stored } = file;
  if (target.getSize() > stored.bytes) target.truncate(stored.bytes);
  const missing = await findMissing(file);
  let haveBytes =
    stored.bytes - missing.reduce((sum, run) => sum + runBytes(file, run), 0);
  file.onProgress(haveBytes);
  for (const run of missing) {
    await fillRun(file, run, haveBytes);
    haveBytes += runBytes(file, run);
  }
  target.flush();
}

async function findMissing(file: FillFile): Promise<readonly ChunkRun[]> {
  const { stored, chunkBytes, target, signal } = file;
  const runs: ChunkRun[] = [];
  const buffer = new Uint8Array(chunkBytes);
  for (const [index, hash] of stored.chunks.entries()) {
    signal.throwIfAborted();
    const chunk = buffer.subarray(0, sizeOfChunk(file, index));
    const isThere =
      target.read(chunk, { at: index * chunkBytes }) === chunk.length &&
      (await sha256Hex(chunk)) === hash;
    if (isThere) continue;
    const last = runs.at(-1);
    if (last?.to === index) runs[runs.length - 1] = { from: last.from, to: index + 1 };
    else runs.push({ from: index, to: index + 1 });
  }
  return runs;
}

/** Fetches a run, going on after a broken connection from the first chunk not yet written. */
async function fillRun(
  file: FillFile,
  run: ChunkRun,
  haveBytes: number,
): Promise<void> {
  let next = run.from;
  let triesLeft = NETWORK_TRIES;
  while (next < run.to) {
    const rest = { from: next, to: run.to };
    const restHave = haveBytes + runBytes(file, { from: run.from, to: next });
    try {
      for await (const index of fetchChunks(file, rest, restHave)) {
        next = index + 1;
        triesLeft = NETWORK_TRIES;
      }
      if (next < run.to) throw brokeOff(file, next);
    } catch (error) {
      if (!isKind(error, 'network') || --triesLeft === 0) throw error;
      await pause(file.retryMs * (NETWORK_TRIES - triesLeft), file.signal);
    }
  }
}

/** Writes the chunks of a run as they come; gives the index of each that is on disk. */
async function* fetchChunks(
  file: FillFile,
  run: ChunkRun,
  haveBytes: number,
): AsyncGenerator<number> {
  const { source, name, stored, chunkBytes, signal } = file;
  const chunk = new Uint8Array(chunkBytes);
  const from = run.from * chunkBytes;
  const to = Math.min(run.to * chunkBytes, stored.bytes);
  let index = run.from;
  let filled = 0;
  let received = 0;
  const span = { file: name, from, to, size: stored.bytes };
  for await (const piece of source.read(span, signal)) {
    signal.throwIfAborted();
    let rest = piece;
    while (rest.length > 0) {
      const size = sizeOfChunk(file, index);
      const part = rest.subarray(0, size - filled);
      chunk.set(part, filled);
      filled += part.length;
      received += part.length;
      rest = rest.subarray(part.length);
      if (filled < size) continue;
      await keepChunk(file, index, chunk.subarray(0, size));
      yield index++;
      filled = 0;
    }
    file.onProgress(haveBytes + received);
  }
}

/** Writes a chunk whose hash is right; one that is wrong is fetched once more by itself. */
async function keepChunk(
  file: FillFile,
  index: number,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const isRight = async () => (await sha256Hex(bytes)) === file.stored.chunks[index];
  if (!(await isRight())) {
    await readChunkAgain(file, index, bytes);
    if (!(await isRight())) throw wrongTwice(file, index);
  }
  writeChunk(file, index, bytes);
}

async function readChunkAgain(
  file: FillFile,
  index: number,
  into: Uint8Array,
): Promise<void> {
  const from = index * file.chunkBytes;
  const span = {
    file: file.name,
    from,
    to: from + into.length,
    size: file.stored.bytes,
  };
  let filled = 0;
  for await (const piece of file.source.read(span, file.signal)) {
    into.set(piece.subarray(0, into.length - filled), filled);
    filled += piece.length;
  }
}

function writeChunk(
  { target, chunkBytes, stored, name }: FillFile,
  index: number,
  bytes: Uint8Array<ArrayBuffer>,
): void {
  let cause: unknown;
  try {
    if (target.write(bytes, { at: index * chunkBytes }) === bytes.length) return;
  } catch (error) {
    cause = error;
    if (!(error instanceof Error && error.name === 'QuotaExceededError')) throw error;
  }
  const neededBytes = stored.bytes - index * chunkBytes;
  throw new AssistantError(
    'out-of-memory',
    `The disk space for this page is used up at ${name}. Free space or remove a checkpoint, then go on.`,
    { where: 'disk', neededBytes },
    { cause },
  );
}

function sizeOfChunk({ stored, chunkBytes }: FillFile, index: number): number {
  return Math.min(chunkBytes, stored.bytes - index * chunkBytes);
}

function runBytes({ stored, chunkBytes }: FillFile, { from, to }: ChunkRun): number {
  return Math.min(to * chunkBytes, stored.bytes) - from * chunkBytes;
}

function brokeOff({ name }: FillFile, index: number): AssistantError {
  return new AssistantError(
    'network',
    `${name} ended early, in chunk ${index}. Try again; what is here already stays.`,
    { url: name },
  );
}

function wrongTwice({ name }: FillFile, index: number): AssistantError {
  return new AssistantError(
    'bad-data',
    `Chunk ${index} of ${name} is not what the manifest says, twice. Ask whoever offers it for an intact copy.`,
    { path: `${name}#${index}` },
  );
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', stop, { once: true });
  });
}
