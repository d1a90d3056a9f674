import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { AssistantError } from '../base/errors.ts';
import { nodeOrtFiles } from '../cli/node-ort-files.ts';
import { wrap } from '../testing/broken-network.ts';
import { convertedGolden } from '../testing/converted-golden.ts';
import { startCpu } from '../testing/loaded-golden.ts';
import { spoiled } from '../testing/spoiled-runtime.ts';
import type { Configuration, Rejected } from './configurations.ts';
import type { CheckpointSource, LoadEvent, LoadOptions } from './engine.ts';
import { contextTokens, findNetwork, type LoadedNetwork } from './load-network.ts';
import type { Runtime } from './runtime.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** What this device has, in order, and how each of its runtimes starts. */
const device: {
  configurations: Configuration[];
  rejected: Rejected[];
  start: (configuration: Configuration) => Promise<Runtime>;
} = vi.hoisted(() => ({
  configurations: [],
  rejected: [],
  start: () => Promise.reject(new Error('not set')),
}));

vi.mock('./configurations.ts', async (importOriginal) => ({
  ...(await importOriginal<object>()),
  listConfigurations: () =>
    Promise.resolve({
      configurations: [...device.configurations],
      rejected: [...device.rejected],
    }),
  createRuntime: (_: unknown, configuration: Configuration) =>
    device.start(configuration),
}));

const SUBGROUPS: Configuration = {
  runtime: 'webgpu-jspi',
  floatType: 'f16',
  subgroups: true,
  threads: 1,
};
const PLAIN = { ...SUBGROUPS, subgroups: false };
const CPU: Configuration = {
  runtime: 'wasm',
  floatType: 'f32',
  subgroups: false,
  threads: 2,
};
const OPTIONS: LoadOptions = {
  runtime: 'auto',
  floatType: 'auto',
  threads: 1,
  contextTokens: 512,
};

let good: Runtime;
let source: CheckpointSource;
beforeAll(async () => {
  good = await startCpu();
  source = await convertedGolden('plain', '32');
});
const disposed: string[] = [];
beforeEach(() => {
  device.configurations = [SUBGROUPS, PLAIN, CPU];
  device.rejected = [];
  disposed.length = 0;
});
afterEach(() => vi.restoreAllMocks());

/** The runtime of a configuration; `disposed` hears of its end. */
const named = (name: string, runtime: Runtime = good) =>
  wrap(runtime, {
    dispose() {
      disposed.push(name);
      return Promise.resolve();
    },
  });

const wrong = () =>
  spoiled(good, { graph: /^layers/, output: 'y', spoil: (values) => values.fill(0) });

async function load(
  signal = new AbortController().signal,
  options = OPTIONS,
): Promise<{ events: LoadEvent[]; loaded: LoadedNetwork }> {
  const events: LoadEvent[] = [];
  const run = findNetwork({ files: nodeOrtFiles, source, options, signal });
  for (;;) {
    const { done, value } = await run.next();
    if (done) {
      await value.network.dispose();
      return { events, loaded: value };
    }
    events.push(value);
  }
}

const tried = (events: readonly LoadEvent[]) =>
  events.flatMap((event) => (event.kind === 'trying' ? [event.configuration] : []));

const JSPI_WITH = 'WebGPU (JSPI), f16, with subgroups';
const JSPI_WITHOUT = 'WebGPU (JSPI), f16, without subgroups';

describe('a device on which', () => {
  test('the first configuration works is used so, and no other is opened', async () => {
    const start = vi.fn<typeof device.start>(() => Promise.resolve(named('first')));
    device.start = start;
    const { events, loaded } = await load();
    expect(start).toHaveBeenCalledTimes(1);
    expect(tried(events)).toEqual([JSPI_WITH]);
    expect(loaded.device.rejected).toEqual([]);
    expect(loaded.device.selfCheckError).toBeLessThan(1e-5);
    expect(disposed).toEqual([]);
  });

  test('the first computes wrong numbers runs the next, and says why', async () => {
    device.start = ({ subgroups }) =>
      Promise.resolve(subgroups ? named('first', wrong()) : named('second'));
    const { events, loaded } = await load();
    expect(tried(events)).toEqual([JSPI_WITH, JSPI_WITHOUT]);
    expect(loaded.device.rejected).toEqual([
      { configuration: JSPI_WITH, reason: expect.stringMatching(/wrong numbers/) },
    ]);
    expect(disposed).toEqual(['first']);
  });

  test('the first cannot be opened runs the next, after what was ruled out before', async () => {
    device.rejected = [{ configuration: 'WebNN', reason: 'Not here.' }];
    device.start = ({ subgroups }) =>
      subgroups ? Promise.reject(new Error('no adapter')) : Promise.resolve(good);
    const { loaded } = await load();
    expect(loaded.device.rejected).toEqual([
      { configuration: 'WebNN', reason: 'Not here.' },
      { configuration: JSPI_WITH, reason: 'no adapter' },
    ]);
  });

  test('a session of the first cannot be made runs the next, and frees the first', async () => {
    const failing = wrap(good, {
      createSession: (graph, mounts) =>
        graph.name.startsWith('head')
          ? Promise.reject(new Error('no such kernel'))
          : good.createSession(graph, mounts),
    });
    device.start = ({ subgroups }) =>
      Promise.resolve(subgroups ? named('first', failing) : good);
    const { loaded } = await load();
    expect(loaded.device.rejected[0]?.reason).toMatch(/no such kernel/);
    expect(disposed).toEqual(['first']);
  });

  test('nothing computes right is not used', async () => {
    device.start = ({ runtime, subgroups }) =>
      Promise.resolve(named(`${runtime} ${String(subgroups)}`, wrong()));
    await expect(load()).rejects.toMatchObject({
      kind: 'self-check-failed',
      details: { tried: expect.objectContaining({ length: 3 }) },
    });
    expect(disposed).toHaveLength(3);
  });

  test('one way computes wrong and the others do not start is not used either', async () => {
    device.start = ({ runtime }) =>
      runtime === 'wasm'
        ? Promise.reject(new Error('no wasm'))
        : Promise.resolve(wrong());
    await expect(load()).rejects.toMatchObject({ kind: 'self-check-failed' });
  });

  test('no way has the memory says so', async () => {
    device.start = () =>
      Promise.reject(
        new AssistantError('out-of-memory', 'The GPU is full.', { where: 'gpu' }),
      );
    await expect(load()).rejects.toMatchObject({
      kind: 'out-of-memory',
      message: 'The GPU is full.',
    });
  });

  test('JavaScript itself has no memory says so', async () => {
    device.start = () =>
      Promise.resolve(
        wrap(good, {
          createSession: () => Promise.resolve(new Float32Array(2 ** 40) as never),
        }),
      );
    await expect(load()).rejects.toMatchObject({
      kind: 'out-of-memory',
      cause: expect.any(RangeError),
    });
  });

  test('the GPU has no memory is used by its CPU', async () => {
    device.start = ({ runtime }) =>
      runtime === 'wasm'
        ? Promise.resolve(good)
        : Promise.reject(new AssistantError('out-of-memory', 'full', { where: 'gpu' }));
    const { events } = await load();
    expect(tried(events).at(-1)).toBe('CPU, 2 threads');
  });

  test('nothing can run at all says what is missing', async () => {
    device.configurations = [];
    device.rejected = [{ configuration: 'WebGPU', reason: 'No adapter.' }];
    await expect(load()).rejects.toMatchObject({
      kind: 'unsupported',
      message: expect.stringContaining('No adapter.'),
    });
  });
});

describe('a load', () => {
  test('tells bytes from none to all', async () => {
    device.start = () => Promise.resolve(good);
    const { events } = await load();
    const progress = events.filter((event) => event.kind === 'progress');
    expect(progress[0]?.loadedBytes).toBe(0);
    expect(progress.at(-1)?.loadedBytes).toBe(progress.at(-1)?.totalBytes);
    const kinds = events.map(({ kind }) => kind);
    expect(kinds.indexOf('self-check')).toBeLessThan(kinds.indexOf('progress'));
  });

  test('that is stopped ends at once, and tries nothing else', async () => {
    const stopping = new AbortController();
    const reason = new AssistantError('aborted', 'Stopped.', { by: 'person' });
    const start = vi.fn<typeof device.start>(() => {
      stopping.abort(reason);
      return Promise.resolve(named('first'));
    });
    device.start = start;
    await expect(load(stopping.signal)).rejects.toBe(reason);
    expect(start).toHaveBeenCalledTimes(1);
    expect(disposed).toEqual(['first']);
  });

  test('of a damaged checkpoint is not tried in other ways', async () => {
    const damaged = new AssistantError('bad-data', 'torn', { path: 'layers-00.bin' });
    const start = vi.fn<typeof device.start>(() => Promise.reject(damaged));
    device.start = start;
    await expect(load()).rejects.toBe(damaged);
    expect(start).toHaveBeenCalledTimes(1);
  });
});

test('a conversation holds what is asked for, within what the model was trained for', () => {
  const signal = new AbortController().signal;
  const request = (tokens: number) => ({
    files: nodeOrtFiles,
    source,
    options: { ...OPTIONS, contextTokens: tokens },
    signal,
  });
  expect(contextTokens(request(512))).toBe(512);
  expect(contextTokens(request(1e6))).toBe(4096);
});
