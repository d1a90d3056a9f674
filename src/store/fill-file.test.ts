import { expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import { checkpointFolder } from '../testing/checkpoint-folder.ts';
import { ScriptedServer, type ServerFaults } from '../testing/scripted-server.ts';
import { HttpSource } from './download.ts';
import { fillFile, type RandomAccessFile } from './fill-file.ts';

const CHUNK = 4096;
const SIZE = 5 * CHUNK + 100;
const folder = await checkpointFolder({ 'w.bin': SIZE }, CHUNK);
const bytes = must(folder.files.get('w.bin'), 'it was made');

/** A file in memory that can be full. */
class MemoryFile implements RandomAccessFile {
  bytes = new Uint8Array();
  spaceBytes = Infinity;

  getSize() {
    return this.bytes.length;
  }
  read(buffer: Uint8Array, { at }: { at: number }) {
    const part = this.bytes.subarray(at, at + buffer.length);
    buffer.set(part);
    return part.length;
  }
  write(part: Uint8Array, { at }: { at: number }) {
    const size = Math.max(this.bytes.length, at + part.length);
    if (size > this.spaceBytes) throw new DOMException('full', 'QuotaExceededError');
    const grown = new Uint8Array(size);
    grown.set(this.bytes);
    grown.set(part, at);
    this.bytes = grown;
    return part.length;
  }
  truncate(size: number) {
    this.bytes = this.bytes.slice(0, size);
  }
  flush() {}
}

function fill(
  server: ScriptedServer,
  target: RandomAccessFile,
  signal = new AbortController().signal,
  onProgress: (haveBytes: number) => void = () => {},
) {
  return fillFile({
    name: 'w.bin',
    stored: must(folder.manifest.files['w.bin'], 'it is in there'),
    chunkBytes: CHUNK,
    source: new HttpSource('/c', { fetch: server.fetch, silenceMs: 20 }),
    target,
    signal,
    retryMs: 1,
    onProgress,
  });
}

const serve = (faults?: ServerFaults) => new ScriptedServer(folder.files, faults);

test('an empty file is fetched in one request and is what was sent', async () => {
  const [server, target] = [serve(), new MemoryFile()];
  const seen: number[] = [];
  await fill(server, target, undefined, (haveBytes) => seen.push(haveBytes));
  expect(target.bytes).toEqual(bytes);
  expect(server.log).toEqual([{ file: 'w.bin', from: 0, sentBytes: SIZE }]);
  expect(seen.at(-1)).toBe(SIZE);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
});

test('a broken connection goes on from the first chunk that is not written', async () => {
  const [server, target] = [serve({ breakAfterBytes: 2.5 * CHUNK }), new MemoryFile()];
  await fill(server, target);
  expect(target.bytes).toEqual(bytes);
  expect(server.log.map((request) => request.from)).toEqual([0, 2 * CHUNK]);
});

test('a connection that breaks without end fails as network, and what is written stays', async () => {
  const faults = { breakAfterBytes: 2.5 * CHUNK, breaks: 99 };
  const [server, target] = [serve(faults), new MemoryFile()];
  await expect(fill(server, target)).rejects.toMatchObject({ kind: 'network' });
  expect(target.bytes).toEqual(bytes.slice(0, 2 * CHUNK));
});

test('a second try fetches no verified chunk again', async () => {
  const target = new MemoryFile();
  const broken = serve({ breakAfterBytes: 3 * CHUNK, breaks: 99 });
  await expect(fill(broken, target)).rejects.toMatchObject({ kind: 'network' });
  const server = serve();
  await fill(server, target);
  expect(target.bytes).toEqual(bytes);
  expect(server.log[0]?.from).toBeGreaterThanOrEqual(2 * CHUNK);
  expect(server.log).toHaveLength(1);
});

test('only the damaged chunks of a whole file are fetched', async () => {
  const target = new MemoryFile();
  target.bytes = bytes.slice();
  for (const at of [CHUNK + 7, 4 * CHUNK, 5 * CHUNK + 1]) {
    target.bytes[at] = (target.bytes[at] ?? 0) ^ 1;
  }
  const server = serve();
  await fill(server, target);
  expect(target.bytes).toEqual(bytes);
  expect(server.log).toEqual([
    { file: 'w.bin', from: CHUNK, sentBytes: CHUNK },
    { file: 'w.bin', from: 4 * CHUNK, sentBytes: CHUNK + 100 },
  ]);
});

test('a file that is too long is cut', async () => {
  const target = new MemoryFile();
  target.bytes = new Uint8Array(SIZE + 50);
  target.bytes.set(bytes);
  const server = serve();
  await fill(server, target);
  expect(target.bytes).toEqual(bytes);
  expect(server.log).toEqual([]);
});

test('a server without ranges still gives the right file', async () => {
  const target = new MemoryFile();
  target.bytes = bytes.slice(0, 3 * CHUNK);
  await fill(serve({ ignoresRanges: true }), target);
  expect(target.bytes).toEqual(bytes);
});

test('a chunk that arrives wrong is fetched once more', async () => {
  const flip = { file: 'w.bin', at: CHUNK + 5, times: 1 };
  const [server, target] = [serve({ flip }), new MemoryFile()];
  await fill(server, target);
  expect(target.bytes).toEqual(bytes);
  expect(server.log.map((request) => request.from)).toEqual([0, CHUNK]);
});

test('a chunk that is wrong twice is bad data that names file and chunk', async () => {
  const flip = { file: 'w.bin', at: CHUNK + 5, times: 2 };
  const target = new MemoryFile();
  await expect(fill(serve({ flip }), target)).rejects.toMatchObject({
    kind: 'bad-data',
    details: { path: 'w.bin#1' },
  });
  expect(target.bytes).toEqual(bytes.slice(0, CHUNK));
});

test('a full disk is out of memory, with what was still needed', async () => {
  const target = new MemoryFile();
  target.spaceBytes = 2 * CHUNK;
  await expect(fill(serve(), target)).rejects.toMatchObject({
    kind: 'out-of-memory',
    details: { where: 'disk', neededBytes: SIZE - 2 * CHUNK },
  });
});

test('a server that says no is named with its answer', async () => {
  await expect(fill(serve({ status: 503 }), new MemoryFile())).rejects.toMatchObject({
    kind: 'network',
    details: { url: '/c/w.bin', status: 503 },
  });
});

test('a connection that falls silent is given up', async () => {
  await expect(fill(serve({ isSilent: true }), new MemoryFile())).rejects.toMatchObject(
    {
      kind: 'network',
    },
  );
});

test('a stop ends it between two pieces', async () => {
  const stopping = new AbortController();
  const target = new MemoryFile();
  const filling = fill(serve(), target, stopping.signal, (haveBytes) => {
    if (haveBytes > 2 * CHUNK) stopping.abort();
  });
  await expect(filling).rejects.toMatchObject({ name: 'AbortError' });
  expect(target.bytes).toEqual(bytes.slice(0, 2 * CHUNK));
});
