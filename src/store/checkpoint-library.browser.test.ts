import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import { isKind } from '../base/errors.ts';
import { sha256Hex } from '../base/sha256.ts';
import { convertCheckpoint } from '../checkpoint/convert.ts';
import { MemorySink } from '../checkpoint/sink.ts';
import {
  asBlobs,
  checkpointFolder,
  type CheckpointFolder,
} from '../testing/checkpoint-folder.ts';
import type { ServedRequest, ServerFaults } from '../testing/scripted-server.ts';
import { OpfsLibrary } from './checkpoint-library.ts';
import { lockName, openFolder, openRoot } from './weights-folder.ts';
import type { WeightsEvent, WeightsRequest } from './weights-protocol.ts';

const CHUNK = 64 * 1024;
const BIG = 9 * CHUNK + 1234;
const URL_OF_IT = '/checkpoints/tiny/';
const never = new AbortController().signal;

let folder: CheckpointFolder;
let worker: Worker;
let library: OpfsLibrary;

/** The library on a worker whose network holds `folder`, with these faults. */
function serve(faults: ServerFaults = {}, files = folder.files): void {
  library?.dispose();
  library = new OpfsLibrary(() => {
    worker = new Worker(
      new URL('../testing/scripted-server-worker.ts', import.meta.url),
      {
        type: 'module',
      },
    );
    worker.postMessage({ kind: 'serve', files, faults });
    return worker;
  });
}

beforeEach(async () => {
  for await (const name of (await openRoot()).keys()) {
    await (await openRoot()).removeEntry(name, { recursive: true });
  }
  const sizes = { 'tokenizer.json': 300, 'layers.bin': BIG, 'vision.bin': 2 * CHUNK };
  folder = await checkpointFolder(sizes, CHUNK);
  serve();
});
afterEach(() => library.dispose());

describe('downloading', () => {
  test('every file arrives as it is, and the engine gets the blobs', async () => {
    const events = await work(download());
    const { id } = installedOf(events);
    const opened = await library.open(id);
    expect(opened.manifest).toEqual(folder.manifest);
    for (const name of Object.keys(folder.manifest.files)) {
      expect(await bytesOf(opened.files.get(name))).toEqual(folder.files.get(name));
    }
    const progress = events.filter((event) => event.kind === 'progress');
    expect(progress.at(-1)).toMatchObject({
      name: 'Tiny',
      loadedBytes: 300 + BIG + 2 * CHUNK,
      totalBytes: 300 + BIG + 2 * CHUNK,
    });
    expect((await library.list()).installed).toMatchObject([
      { id, origin: { url: URL_OF_IT, isBundled: true } },
    ]);
  });

  test('a second time nothing but the manifest is fetched', async () => {
    const first = installedOf(await work(download()));
    serve();
    const second = installedOf(await work(download()));
    expect(second).toEqual(first);
    expect((await served()).map((request) => request.file)).toEqual(['manifest.json']);
  });

  test('a download that broke off goes on inside the file', async () => {
    serve({ breakAfterBytes: 6.5 * CHUNK, breaks: 99 });
    await expect(work(download())).rejects.toMatchObject({ kind: 'network' });
    const before = await library.list();
    expect(before.installed).toEqual([]);
    expect(before.unfinished).toHaveLength(1);
    serve();
    const { id } = installedOf(await work(download()));
    expect(
      (await served()).filter((request) => request.file !== 'manifest.json'),
    ).toEqual([
      { file: 'layers.bin', from: 6 * CHUNK, sentBytes: BIG - 6 * CHUNK },
      { file: 'vision.bin', from: 0, sentBytes: 2 * CHUNK },
    ]);
    expect(await bytesOf((await library.open(id)).files.get('layers.bin'))).toEqual(
      folder.files.get('layers.bin'),
    );
  });

  test('a stop says aborted and leaves nothing installed', async () => {
    const stopping = new AbortController();
    await expect(
      (async () => {
        for await (const event of library.work(download(), stopping.signal)) {
          if (event.kind === 'progress') stopping.abort();
        }
      })(),
    ).rejects.toMatchObject({ kind: 'aborted' });
    expect((await library.list()).installed).toEqual([]);
  });

  test('two tabs at once install it once', async () => {
    const other = new OpfsLibrary(() => {
      const second = new Worker(
        new URL('../testing/scripted-server-worker.ts', import.meta.url),
        {
          type: 'module',
        },
      );
      second.postMessage({ kind: 'serve', files: folder.files, faults: {} });
      return second;
    });
    const both = await Promise.all([
      work(download()),
      collect(other.work(download(), never)),
    ]);
    other.dispose();
    expect(installedOf(both[0])).toEqual(installedOf(both[1]));
    expect((await library.list()).installed).toHaveLength(1);
    const big = (await served()).filter((request) => request.file === 'layers.bin');
    expect(big.length).toBeLessThanOrEqual(1);
  });

  test('an address without a checkpoint is bad data', async () => {
    serve(
      {},
      new Map([['manifest.json', new TextEncoder().encode('<!doctype html>')]]),
    );
    await expect(work(download())).rejects.toMatchObject({ kind: 'bad-data' });
  });
});

describe('damage', () => {
  test('a truncated file is found when it is opened', async () => {
    const { id } = installedOf(await work(download()));
    await change(id, 'layers.bin', (bytes) => bytes.slice(0, BIG - 1));
    await expect(library.open(id)).rejects.toMatchObject({
      kind: 'bad-data',
      details: { path: 'layers.bin' },
    });
  });

  test('a flipped bit is found by hashing again, and the repair fetches its chunk only', async () => {
    const { id } = installedOf(await work(download()));
    expect(await work({ kind: 'verify', id })).toContainEqual({
      kind: 'verified',
      wrong: [],
    });
    await change(id, 'layers.bin', (bytes) => {
      bytes[3 * CHUNK + 17] = (bytes[3 * CHUNK + 17] ?? 0) ^ 8;
      return bytes;
    });
    expect((await work({ kind: 'verify', id })).at(-1)).toEqual({
      kind: 'verified',
      wrong: [expect.stringContaining('layers.bin') as string],
    });
    serve();
    await work({ ...download(), isRepair: true });
    expect((await served()).slice(1)).toEqual([
      { file: 'layers.bin', from: 3 * CHUNK, sentBytes: CHUNK },
    ]);
    expect(await work({ kind: 'verify', id })).toContainEqual({
      kind: 'verified',
      wrong: [],
    });
  });

  test('a manifest that cannot be read is reported, the others are listed', async () => {
    const { id } = installedOf(await work(download()));
    const broken = await openFolder('broken');
    await write(broken, 'manifest.json', new TextEncoder().encode('{"format":'));
    const listed = await library.list();
    expect(listed.installed.map((checkpoint) => checkpoint.id)).toEqual([id]);
    expect(listed.damaged).toMatchObject([
      { id: 'broken', error: { kind: 'bad-data' } },
    ]);
  });
});

describe('folders', () => {
  test('a converted folder is copied', async () => {
    const { id } = installedOf(
      await work({ kind: 'import', files: asBlobs(folder.files) }),
    );
    expect(await bytesOf((await library.open(id)).files.get('layers.bin'))).toEqual(
      folder.files.get('layers.bin'),
    );
  });

  test('a folder with a flipped bit is refused and names the chunk', async () => {
    const files = new Map(folder.files);
    const bytes = must(files.get('vision.bin'), 'it was made').slice();
    bytes[CHUNK] = (bytes[CHUNK] ?? 0) ^ 1;
    files.set('vision.bin', bytes);
    await expect(work({ kind: 'import', files: asBlobs(files) })).rejects.toMatchObject(
      {
        kind: 'bad-data',
        details: { path: 'vision.bin#1' },
      },
    );
    expect((await library.list()).installed).toEqual([]);
  });

  test('a Hugging Face folder is converted to the very bytes that the converter writes', async () => {
    const files = await goldenFolder();
    const { id } = installedOf(await work({ kind: 'convert', name: 'Golden', files }));
    const sink = new MemorySink();
    await convertCheckpoint(files, sink, { bits: 'mixed', name: 'Golden' });
    const opened = await library.open(id);
    expect(opened.manifest.name).toBe('Golden');
    for (const name of Object.keys(opened.manifest.files)) {
      expect(await bytesOf(opened.files.get(name))).toEqual(
        await bytesOf(sink.files.get(name)),
      );
    }
    expect(await work({ kind: 'verify', id })).toContainEqual({
      kind: 'verified',
      wrong: [],
    });
  });

  test('a folder that is no checkpoint is refused and leaves nothing behind', async () => {
    const files = new Map([['holiday.jpg', new Blob(['x'])]]);
    await expect(
      work({ kind: 'convert', name: 'Photos', files }),
    ).rejects.toMatchObject({
      kind: 'bad-input',
    });
    expect(await library.list()).toEqual({
      installed: [],
      damaged: [],
      unfinished: [],
    });
  });
});

describe('pausing', () => {
  test.for(['import', 'convert'] as const)(
    '%s goes on where it was stopped, and ends with the same bytes',
    async (kind) => {
      const request = await folderRequest(kind);
      const whole = installedOf(await work(request));
      const wanted = await hashesOf(whole.id);
      await library.remove(whole.id);

      for (const events of [2, 3, 5]) await stopAfter(request, events);
      const [begun] = (await library.list()).unfinished;
      expect(begun).toMatchObject({ id: whole.id, origin: { work: kind } });
      expect(begun?.haveBytes).toBeGreaterThan(0);
      await library.cleanUp();
      expect((await library.list()).unfinished).toHaveLength(1);

      const { id } = installedOf(await work({ ...request, goesOnWith: whole.id }));
      expect(await hashesOf(id)).toEqual(wanted);
      const names = await Array.fromAsync((await openFolder(id)).keys());
      expect(names).not.toContain('conversion.log');
    },
  );

  test('another folder does not go on with it', async () => {
    const request = await folderRequest('convert');
    await stopAfter(request, 3);
    const [begun] = (await library.list()).unfinished;
    const files = new Map(request.files).set('README.md', new Blob(['other']));
    await expect(
      work({ ...request, files, goesOnWith: begun?.id ?? '' }),
    ).rejects.toMatchObject({ kind: 'bad-input', details: { what: 'other-folder' } });
    expect((await library.list()).unfinished).toMatchObject([{ id: begun?.id }]);
  });

  test('a converted folder that was damaged is made whole by converting it again', async () => {
    const request = await folderRequest('convert');
    const { id } = installedOf(await work(request));
    const wanted = await hashesOf(id);
    await change(id, 'head.bin', (bytes) => {
      bytes[100] = (bytes[100] ?? 0) ^ 1;
      return bytes;
    });
    await work({ kind: 'verify', id });
    expect(installedOf(await work(request)).id).toBe(id);
    expect(await hashesOf(id)).toEqual(wanted);
    expect(await work({ kind: 'verify', id })).toContainEqual({
      kind: 'verified',
      wrong: [],
    });
  });
});

test('a removed checkpoint is gone', async () => {
  const { id } = installedOf(await work(download()));
  await library.remove(id);
  expect(await library.list()).toEqual({ installed: [], damaged: [], unfinished: [] });
  await expect(library.open(id)).rejects.toMatchObject({ kind: 'bad-data' });
});

test('what cannot go on is removed, unless another tab is at it', async () => {
  await openFolder('converted-dead-1');
  await openFolder('converted-alive-2');
  serve({ breakAfterBytes: 3 * CHUNK, breaks: 99 });
  await expect(work(download())).rejects.toMatchObject({ kind: 'network' });
  await navigator.locks.request(lockName('converted-alive-2'), () => library.cleanUp());
  const { unfinished } = await library.list();
  expect(unfinished).toHaveLength(2);
  expect(unfinished).toContainEqual({
    id: 'converted-alive-2',
    origin: undefined,
    haveBytes: 0,
  });
  expect(unfinished.some(({ origin }) => origin?.url === URL_OF_IT)).toBe(true);
});

const GOLDEN_FILES = import.meta.glob<string>('../testing/golden/plain/*', {
  query: '?url',
  import: 'default',
  eager: true,
});

async function goldenFolder(): Promise<ReadonlyMap<string, Blob>> {
  const files = new Map<string, Blob>();
  for (const [path, url] of Object.entries(GOLDEN_FILES)) {
    files.set(path.split('/').at(-1) ?? '', await (await fetch(url)).blob());
  }
  return files;
}

function download() {
  return {
    kind: 'download',
    url: URL_OF_IT,
    isBundled: true,
    isRepair: false,
  } as const;
}

/** Large enough that nobody is done with it before a stop arrives. */
async function folderRequest(kind: 'import' | 'convert') {
  if (kind === 'convert') return { kind, name: 'Golden', files: await goldenFolder() };
  const large = await checkpointFolder({ 'layers.bin': 600 * CHUNK }, CHUNK);
  return { kind, files: asBlobs(large.files) };
}

/** Stops after so many events, if there are as many. */
async function stopAfter(request: WeightsRequest, events: number): Promise<void> {
  const stopping = new AbortController();
  let seen = 0;
  try {
    for await (const _ of library.work(request, stopping.signal)) {
      void _;
      if (++seen === events) stopping.abort();
    }
  } catch (error) {
    if (!isKind(error, 'aborted')) throw error;
  }
}

/** Of every file of an installed checkpoint. */
async function hashesOf(id: string): Promise<ReadonlyMap<string, string>> {
  const hashes = new Map<string, string>();
  for (const [name, blob] of (await library.open(id)).files) {
    hashes.set(name, await sha256Hex(new Uint8Array(await blob.arrayBuffer())));
  }
  return hashes;
}

function work(request: WeightsRequest): Promise<WeightsEvent[]> {
  return collect(library.work(request, never));
}

async function collect(events: AsyncIterable<WeightsEvent>): Promise<WeightsEvent[]> {
  const all: WeightsEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

function installedOf(events: readonly WeightsEvent[]) {
  const last = events.at(-1);
  if (last?.kind !== 'installed') throw new Error('it was not installed');
  return last;
}

/** What the server of the running worker was asked for. */
function served(): Promise<readonly ServedRequest[]> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.addEventListener('message', (event) =>
      resolve(event.data as readonly ServedRequest[]),
    );
    port1.start();
    worker.postMessage({ kind: 'log' }, [port2]);
  });
}

async function bytesOf(blob: Blob | undefined): Promise<Uint8Array | undefined> {
  return blob && new Uint8Array(await blob.arrayBuffer());
}

async function change(
  id: string,
  name: string,
  edit: (bytes: Uint8Array) => Uint8Array,
): Promise<void> {
  const where = await openFolder(id);
  const file = await (await where.getFileHandle(name)).getFile();
  await write(where, name, edit(new Uint8Array(await file.arrayBuffer())));
}

async function write(
  where: FileSystemDirectoryHandle,
  name: string,
  bytes: Uint8Array,
): Promise<void> {
  const handle = await where.getFileHandle(name, { create: true });
  const stream = await handle.createWritable();
  await stream.write(bytes as Uint8Array<ArrayBuffer>);
  await stream.close();
}
