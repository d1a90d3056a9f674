import { beforeAll, describe, expect, test, vi } from 'vitest';
import { must } from '../base/assert.ts';
import type { Manifest, WeightGroup } from '../checkpoint/manifest.ts';
import { wrap } from '../testing/broken-network.ts';
import { convertedGolden } from '../testing/converted-golden.ts';
import { goldenPrompts, loadGolden, startCpu } from '../testing/loaded-golden.ts';
import { tinyManifest } from '../testing/tiny-manifest.ts';
import { compareValues } from '../verify/compare.ts';
import { textRotary } from '../model/rotary.ts';
import { PositionWalk } from '../model/positions.ts';
import { Decoder } from './decoder.ts';
import { Embedding } from './embedding.ts';
import type { CheckpointSource } from './engine.ts';
import { KvCache } from './kv-cache.ts';
import { loadNetwork, planSegments } from './network.ts';
import { cutPrepared } from './prepared-image.ts';
import type { Runtime, RuntimeSession } from './runtime.ts';
import { VisionTower } from './vision-tower.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const MIB = 2 ** 20;
const NEVER_STOPS = new AbortController().signal;

let runtime: Runtime;
beforeAll(async () => {
  runtime = await startCpu();
});

describe('sessions', () => {
  const layers = (i: number): WeightGroup => ({
    kind: 'layers',
    file: `layers-${i}.bin`,
    from: 2 * i,
    to: 2 * i + 2,
  });
  const source = (sizes: readonly number[]): CheckpointSource => {
    const groups: WeightGroup[] = [
      { kind: 'vision', file: 'vision-0.bin', from: 0, to: 4 },
      { kind: 'embedding', file: 'embedding.bin' },
      ...sizes.map((_, i) => layers(i)),
    ];
    const files: Manifest['files'] = Object.fromEntries(
      sizes.map((bytes, i) => [`layers-${i}.bin`, { bytes, chunks: [] }]),
    );
    return { manifest: { ...tinyManifest(files), groups }, files: new Map() };
  };
  const segments = (sizes: readonly number[]) =>
    planSegments(source(sizes), 'layers').map(({ from, to, groups }) => ({
      from,
      to,
      files: groups.length,
    }));

  test('take neighbouring files together as long as they are small', () => {
    expect(segments([MIB, MIB, MIB])).toEqual([{ from: 0, to: 6, files: 3 }]);
  });

  test('are cut before they grow too large, and cover every layer once', () => {
    expect(segments([300 * MIB, 200 * MIB, 300 * MIB, 512 * MIB, MIB])).toEqual([
      { from: 0, to: 4, files: 2 },
      { from: 4, to: 6, files: 1 },
      { from: 6, to: 8, files: 1 },
      { from: 8, to: 10, files: 1 },
    ]);
  });

  test('take a file that is too large alone', () => {
    expect(segments([800 * MIB, MIB])).toHaveLength(2);
  });
});

describe('a decoder', () => {
  /** Hidden states of a prompt and of a decode step after it. */
  async function run(
    source: CheckpointSource,
    segments: { from: number; to: number }[],
  ) {
    const { text } = source.manifest.config;
    const decoder = await Decoder.load({
      runtime,
      source,
      strategy: 'dense',
      segments,
      chunkTokens: 64,
    });
    const cache = new KvCache(runtime, text, 64);
    const ids = Int32Array.from({ length: 41 }, (_, i) => (i * 31) % text.vocabSize);
    const x = await (await Embedding.open(source)).rows(ids);
    const walk = new PositionWalk({ imagePad: -1, mergeSize: 1 });
    cache.reserve(41, 0);
    cache.writeRotary(0, textRotary(walk.append(ids, []), text));
    const forward = async (from: number, to: number) => {
      const rows = x.subarray(from * text.hiddenSize, to * text.hiddenSize);
      const y = await decoder.forward(rows, { cache, pastTokens: from });
      return new Float32Array(await runtime.read(y));
    };
    const outputs = [await forward(0, 40), await forward(40, 41)];
    cache.dispose();
    await decoder.dispose();
    return outputs;
  }

  test.each([
    [
      'a session each',
      [
        { from: 0, to: 1 },
        { from: 1, to: 2 },
        { from: 2, to: 3 },
      ],
    ],
    [
      'two sessions',
      [
        { from: 0, to: 2 },
        { from: 2, to: 3 },
      ],
    ],
  ])('split into %s computes the same, prompt and decode step', async (_, parts) => {
    // so small that every layer lies in a file of its own
    const split = await convertedGolden('plain', '32', 250_000);
    expect(split.manifest.groups.filter(({ kind }) => kind === 'layers')).toHaveLength(
      3,
    );
    const whole = await convertedGolden('plain', '32');
    const expected = await run(whole, [{ from: 0, to: 3 }]);
    const actual = await run(split, parts);
    for (const [i, values] of actual.entries()) {
      expect(values.every(Number.isFinite)).toBe(true);
      expect(compareValues(values, must(expected[i], 'both')).maxRel).toBeLessThan(
        1e-6,
      );
    }
  });
});

test('a vision tower split into sessions computes the same features', async () => {
  const source = await convertedGolden('released', '32');
  const { vision } = source.manifest.config;
  const picture = {
    widthPx: 168,
    heightPx: 140,
    data: Uint8Array.from({ length: 168 * 140 * 3 }, (_, i) => (i * 7) % 256),
  };
  const image = cutPrepared(picture, vision, {
    limits: { minPixels: 1, maxPixels: 1e6 },
    normalization: { mean: [0.5, 0.5, 0.5], std: [0.3, 0.3, 0.3] },
  });
  const features = await Promise.all(
    [
      [0, 4],
      [0, 1, 3, 4],
    ].map(async (cuts) => {
      const segments = cuts.slice(1).map((to, i) => ({ from: cuts[i], to }));
      const request = { runtime, source, strategy: 'dense' as const, segments };
      const tower = await VisionTower.load(request);
      expect(tower.sessions).toBe(segments.length);
      const values = await tower.encode(image, NEVER_STOPS);
      await tower.dispose();
      return values;
    }),
  );
  const [whole, split] = features;
  expect(compareValues(split, whole).maxRel).toBeLessThan(1e-6);
});

describe('loading', () => {
  /** Counts sessions and tensors that are there. */
  function counting(failAt = Infinity) {
    const sessions = new Set<RuntimeSession>();
    const tensors = new Set<unknown>();
    const counted = wrap(runtime, {
      allocate(...request) {
        const tensor = runtime.allocate(...request);
        tensors.add(tensor);
        return tensor;
      },
      free(tensor) {
        tensors.delete(tensor);
        runtime.free(tensor);
      },
      async createSession(graph, mounts) {
        if (sessions.size === failAt) throw new Error(`no room for "${graph.name}"`);
        const session = await runtime.createSession(graph, mounts);
        const kept: RuntimeSession = {
          run: (bindings) => session.run(bindings),
          dispose() {
            sessions.delete(kept);
            return session.dispose();
          },
        };
        sessions.add(kept);
        return kept;
      },
    });
    return { runtime: counted, sessions, tensors };
  }

  const request = async (on: Runtime) => ({
    runtime: on,
    source: await convertedGolden('plain', '32', 250_000),
    strategy: 'dense' as const,
    chunkTokens: 32,
  });

  test('counts every weight file once, up to all of them', async () => {
    const seen: number[] = [];
    const onProgress = (bytes: number) => seen.push(bytes);
    const asked = await request(runtime);
    const network = await loadNetwork({ ...asked, onProgress });
    const { groups, files } = asked.source.manifest;
    const total = groups.reduce((sum, { file }) => sum + (files[file]?.bytes ?? 0), 0);
    expect(seen.at(-1)).toBe(total);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    await network.dispose();
  });

  test('frees everything when the network goes', async () => {
    const { runtime: counted, sessions, tensors } = counting();
    const network = await loadNetwork(await request(counted));
    expect(sessions.size).toBeGreaterThan(3);
    expect(network.sessions, 'each is counted once').toBe(sessions.size);
    expect(tensors.size).toBeGreaterThan(0);
    await network.dispose();
    expect(sessions.size).toBe(0);
    expect(tensors.size).toBe(0);
  });

  test.each([0, 1, 2, 3, 4])(
    'frees what was loaded when session %i fails',
    async (failAt) => {
      const { runtime: counted, sessions, tensors } = counting(failAt);
      await expect(loadNetwork(await request(counted))).rejects.toThrow('no room');
      expect(sessions.size).toBe(0);
      expect(tensors.size).toBe(0);
    },
  );

  test('that is stopped ends with the reason', async () => {
    const signal = AbortSignal.abort(new Error('stopped by a person'));
    const asked = await request(runtime);
    await expect(loadNetwork({ ...asked, signal })).rejects.toThrow(
      'stopped by a person',
    );
  });
});

test('a quantized table gives the embeddings of the table that is stored', async () => {
  for (const bits of ['32', '8', '4'] as const) {
    const source = await convertedGolden('plain', bits);
    const embedding = await Embedding.open(source);
    const rows = await embedding.rows(Int32Array.of(3, 319, 3));
    const dense = await (
      await Embedding.open(await convertedGolden('plain', '32'))
    ).rows(Int32Array.of(3, 319, 3));
    expect(rows.subarray(0, 64)).toEqual(rows.subarray(128));
    const limit = { '32': 0, '8': 0.02, '4': 0.2 }[bits];
    expect(compareValues(rows, dense).maxRel).toBeLessThanOrEqual(limit);
  }
});

test('an image is encoded alone: features do not depend on what came before', async () => {
  const network = await loadGolden(runtime, 'plain');
  const once = await goldenPrompts(network, 'plain');
  const again = await goldenPrompts(network, 'plain');
  const features = (prompts: typeof once) => prompts[1]?.images[1]?.features();
  expect(await features(again)).toEqual(await features(once));
  await network.dispose();
});
