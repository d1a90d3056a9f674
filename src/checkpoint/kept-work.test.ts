import { expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import { tinyCheckpoint } from '../testing/tiny-checkpoint.ts';
import { CHUNK_BYTES } from './chunked-file.ts';
import { convertCheckpoint } from './convert.ts';
import {
  type CheckpointSink,
  type KeptWork,
  MemorySink,
  type SinkFile,
} from './sink.ts';

const FOLDER = new Map(
  [...tinyCheckpoint({ seed: 5, layers: 64, isEndless: false })].map(
    ([name, bytes]) => [name, new Blob([bytes as Uint8Array<ArrayBuffer>])] as const,
  ),
);

/** A disk that keeps what was written when the work on it ends early. */
class KeptDisk implements CheckpointSink, KeptWork {
  readonly files = new Map<string, Blob>();
  readonly #hashes = new Map<string, string[]>();
  writtenBytes = 0;
  /** Bytes behind whole chunks that a file began with when it was gone on with. */
  beginnings = 0;

  async create(name: string): Promise<SinkFile> {
    return this.goOn(name, 0);
  }

  async remove(name: string): Promise<void> {
    this.files.delete(name);
  }

  chunksOf(file: string): readonly string[] {
    return this.#hashes.get(file) ?? [];
  }

  async read(file: string): Promise<Blob | undefined> {
    return this.files.get(file);
  }

  async goOn(file: string, bytes: number): Promise<SinkFile> {
    const before = this.files.get(file) ?? new Blob();
    this.beginnings += Math.max(0, before.size - bytes);
    this.files.set(file, before.slice(0, bytes));
    return {
      write: async (piece) => {
        const so = must(this.files.get(file), 'it was opened');
        this.files.set(file, new Blob([so, piece.slice()]));
        this.writtenBytes += piece.length;
      },
      close: async () => {},
    };
  }

  note(file: string, index: number, hash: string): void {
    this.#hashes.set(file, [...this.chunksOf(file).slice(0, index), hash]);
  }
}

/** Converts until so many bytes are done; true when it came to its end. */
async function convertUntil(disk: KeptDisk, stopBytes: number): Promise<boolean> {
  const stopping = new AbortController();
  try {
    await convertCheckpoint(FOLDER, disk, {
      bits: '32',
      kept: disk,
      signal: stopping.signal,
      onProgress: ({ doneBytes }) => {
        if (doneBytes >= stopBytes) stopping.abort();
      },
    });
    return true;
  } catch (error) {
    if (stopping.signal.aborted) return false;
    throw error;
  }
}

async function bytesOf(blob: Blob | undefined): Promise<Uint8Array> {
  return new Uint8Array(await must(blob, 'it was written').arrayBuffer());
}

async function uninterrupted(): Promise<ReadonlyMap<string, Blob>> {
  const sink = new MemorySink();
  await convertCheckpoint(FOLDER, sink, { bits: '32' });
  return sink.files;
}

async function expectTheSame(
  disk: KeptDisk,
  wanted: ReadonlyMap<string, Blob>,
): Promise<void> {
  expect([...disk.files.keys()].toSorted()).toEqual([...wanted.keys()].toSorted());
  for (const [name, blob] of wanted) {
    const isSame = Buffer.compare(
      await bytesOf(disk.files.get(name)),
      await bytesOf(blob),
    );
    expect([name, isSame]).toEqual([name, 0]);
  }
}

test('a conversion stopped again and again ends with the bytes of one that was not', async () => {
  const wanted = await uninterrupted();
  expect(must(wanted.get('layers-00.bin'), 'layers').size).toBeGreaterThan(
    2 * CHUNK_BYTES,
  );
  const disk = new KeptDisk();
  let stops = 0;
  while (!(await convertUntil(disk, (stops + 1) * 1.3e6))) {
    stops += 1;
    expect(disk.files.has('manifest.json')).toBe(false);
  }
  expect(stops).toBeGreaterThan(5);
  await expectTheSame(disk, wanted);
});

test('what is whole is not written again', async () => {
  const wanted = await uninterrupted();
  const disk = new KeptDisk();
  expect(await convertUntil(disk, 9.5e6)).toBe(false);
  const before = disk.writtenBytes;
  expect(before).toBeGreaterThan(2 * CHUNK_BYTES);
  expect(await convertUntil(disk, Infinity)).toBe(true);
  const total = [...wanted.values()].reduce((sum, { size }) => sum + size, 0);
  const small = [...wanted]
    .filter(([name]) => !name.endsWith('.bin'))
    .reduce((sum, [, { size }]) => sum + size, 0);
  const oneTensor = 64 * 128 * 4;
  const inHand = disk.beginnings + oneTensor; // the start of the chunk, and what it was at
  expect(disk.writtenBytes).toBeLessThanOrEqual(total + small + inHand);
  await expectTheSame(disk, wanted);
});

test('a chunk that changed meanwhile, and what follows it, is made anew', async () => {
  const wanted = await uninterrupted();
  const disk = new KeptDisk();
  expect(await convertUntil(disk, 9.5e6)).toBe(false);
  const bytes = await bytesOf(disk.files.get('layers-00.bin'));
  bytes[CHUNK_BYTES + 5] = (bytes[CHUNK_BYTES + 5] ?? 0) ^ 1;
  disk.files.set('layers-00.bin', new Blob([bytes as Uint8Array<ArrayBuffer>]));
  expect(await convertUntil(disk, Infinity)).toBe(true);
  await expectTheSame(disk, wanted);
});

test('a stop keeps what is less than a chunk, and makes one tensor anew at most', async () => {
  const disk = new KeptDisk();
  expect(await convertUntil(disk, 3e6)).toBe(false);
  const { size } = must(disk.files.get('layers-00.bin'), 'it was begun');
  expect(size).toBeLessThan(CHUNK_BYTES);
  let firstBytes = 0;
  await convertCheckpoint(FOLDER, disk, {
    bits: '32',
    kept: disk,
    onProgress: ({ tensor, doneBytes }) => {
      if (tensor.startsWith('model.layers')) firstBytes ||= doneBytes;
    },
  });
  expect(firstBytes).toBeGreaterThan(3e6 - 2 * 64 * 256 * 4);
  await expectTheSame(disk, await uninterrupted());
});
