/** @file The WebGPU runtime on whatever device the browser has, of software if need be. */
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Bits } from '../checkpoint/recipe.ts';
import { PositionWalk } from '../model/positions.ts';
import { textRotary } from '../model/rotary.ts';
import { convertInBrowser } from '../testing/golden-in-browser.ts';
import { compareValues } from '../verify/compare.ts';
import type { TokenCertainty } from './certainty.ts';
import { Decoder } from './decoder.ts';
import type { LinearStrategy } from './device-weights.ts';
import { Embedding } from './embedding.ts';
import type { CheckpointSource } from './engine.ts';
import { fromFloatType } from './floats.ts';
import { describeAdapter } from './gpu-adapter.ts';
import { Head } from './head.ts';
import { KvCache } from './kv-cache.ts';
import { browserOrtFiles } from './ort-files.ts';
import { cutPrepared } from './prepared-image.ts';
import type { Runtime } from './runtime.ts';
import { createWasmRuntime } from './runtime-wasm.ts';
import { createWebGpuRuntime, type WebGpuOptions } from './runtime-webgpu.ts';
import { selfCheck } from './self-check.ts';
import { VisionTower } from './vision-tower.ts';

const PLAIN = { kind: 'webgpu-jspi', floatType: 'f32', subgroups: false } as const;

let cpu: Runtime;
beforeAll(async () => {
  cpu = await createWasmRuntime(browserOrtFiles(), 1);
});

const opened: Runtime[] = [];
afterEach(async () => {
  for (const runtime of opened.splice(0)) await runtime.dispose();
});
async function open(options: Partial<WebGpuOptions> = {}): Promise<Runtime> {
  const runtime = await createWebGpuRuntime(browserOrtFiles(), {
    ...PLAIN,
    ...options,
  });
  opened.push(runtime);
  return runtime;
}

interface Computed {
  /** Hidden states of 40 tokens and of a decode step after them. */
  readonly hidden: Float32Array;
  readonly logits: Float32Array;
  readonly best: number;
  readonly candidateIds: Int32Array;
  /** Of a token that is not the best. */
  readonly certainty: TokenCertainty;
}

const TOKENS = 41;

/** A prompt, a decode step and the head, all layers. */
async function compute(
  runtime: Runtime,
  source: CheckpointSource,
  strategy: LinearStrategy,
): Promise<Computed> {
  const { text } = source.manifest.config;
  const segments = [{ from: 0, to: text.layers }];
  const request = { runtime, source, strategy };
  const decoder = await Decoder.load({ ...request, segments, chunkTokens: 64 });
  const head = await Head.load(request);
  const cache = new KvCache(runtime, text, 64);
  const ids = Int32Array.from({ length: TOKENS }, (_, i) => (i * 31) % text.vocabSize);
  const x = await (await Embedding.open(source)).rows(ids);
  const walk = new PositionWalk({ imagePad: -1, mergeSize: 1 });
  cache.reserve(TOKENS, 0);
  cache.writeRotary(0, textRotary(walk.append(ids, []), text));
  const hidden = new Float32Array(x.length);
  const forward = async (from: number, to: number) => {
    const rows = x.subarray(from * text.hiddenSize, to * text.hiddenSize);
    const y = await decoder.forward(rows, { cache, pastTokens: from });
    const values = fromFloatType(await runtime.read(y), runtime.floatType);
    hidden.set(values, from * text.hiddenSize);
    return y;
  };
  await forward(0, TOKENS - 1);
  const y = await forward(TOKENS - 1, TOKENS);
  head.reset([3, 5, 7], 1.05, [9]);
  await head.run(y, 0);
  const { tokenIds } = await head.candidates();
  const computed = {
    hidden,
    logits: await head.logits(),
    best: await head.best(),
    candidateIds: tokenIds,
    certainty: await head.certainty(11),
  };
  cache.dispose();
  await head.dispose();
  await decoder.dispose();
  return computed;
}

/** The largest relative difference; infinite when another token is chosen. */
function difference(actual: Computed, expected: Computed): number {
  const isSameChoice =
    actual.best === expected.best &&
    String(actual.candidateIds.slice(0, 8)) ===
      String(expected.candidateIds.slice(0, 8));
  if (!isSameChoice) return Infinity;
  return Math.max(
    compareValues(actual.hidden, expected.hidden).maxRel,
    compareValues(actual.logits, expected.logits).maxRel,
  );
}

test('WebGPU finds each token as probable as plain loops over all logits', async () => {
  const source = await convertInBrowser('plain', '32');
  const { logits, certainty } = await compute(await open(), source, 'dense');
  const sum = logits.reduce((total, logit) => total + Math.exp(logit), 0);
  const plain = (id: number) => logits[id] - Math.log(sum);
  expect(certainty.logprob).toBeCloseTo(plain(11), 4);
  expect(certainty.alternatives).toHaveLength(8);
  for (const { tokenId, logprob } of certainty.alternatives) {
    expect(logprob).toBeCloseTo(plain(tokenId), 4);
  }
});

describe('quantized blocks on WebGPU compute what their weights stand for', () => {
  test.each<Bits>(['8', '4'])('at %s bits', async (bits) => {
    const source = await convertInBrowser('plain', bits);
    const expected = await compute(cpu, source, 'dense');
    const actual = await compute(await open(), source, 'blocks');
    expect(difference(actual, expected)).toBeLessThan(2e-5);
  });

  test('in the vision tower', async () => {
    const source = await convertInBrowser('plain', '8');
    const picture = {
      widthPx: 168,
      heightPx: 84,
      data: Uint8Array.from({ length: 168 * 84 * 3 }, (_, i) => (i * 7) % 256),
    };
    const image = cutPrepared(picture, source.manifest.config.vision, {
      limits: { minPixels: 1, maxPixels: 1e6 },
      normalization: { mean: [0.5, 0.5, 0.5], std: [0.3, 0.3, 0.3] },
    });
    const encode = async (runtime: Runtime, strategy: LinearStrategy) => {
      const segments = [
        { from: 0, to: 2 },
        { from: 2, to: 3 },
      ];
      const tower = await VisionTower.load({ runtime, source, strategy, segments });
      const features = await tower.encode(image, new AbortController().signal);
      await tower.dispose();
      return features;
    };
    const expected = await encode(cpu, 'dense');
    const actual = await encode(await open(), 'blocks');
    expect(compareValues(actual, expected).maxRel).toBeLessThan(2e-5);
  });
});

test('the asyncify build computes the same as the JSPI build', async () => {
  const source = await convertInBrowser('plain', '4');
  const asyncify = await open({ kind: 'webgpu-asyncify' });
  expect(asyncify.kind).toBe('webgpu-asyncify');
  const expected = await compute(cpu, source, 'dense');
  const actual = await compute(asyncify, source, 'blocks');
  expect(difference(actual, expected)).toBeLessThan(2e-5);
});

describe('the self-check on this device', () => {
  const check = async (runtime: Runtime) =>
    selfCheck({
      runtime,
      source: await convertInBrowser('plain', '32'),
      strategy: 'blocks',
      chunkTokens: 256,
    });

  test('passes without subgroups', async () => {
    expect(await check(await open())).toBeLessThan(1e-5);
  });

  test('fails with small subgroups, whose attention is silently wrong', async ({
    skip,
  }) => {
    const adapter = await describeAdapter();
    if (adapter?.subgroups !== 'small') skip('this device has no small subgroups');
    const runtime = await open({ subgroups: true });
    expect(runtime.subgroups).toBe(true);
    await expect(check(runtime)).rejects.toMatchObject({ kind: 'self-check-failed' });
  });
});

test('logits that are not numbers choose nothing', async () => {
  const runtime = await open();
  const source = await convertInBrowser('plain', '32');
  const head = await Head.load({ runtime, source, strategy: 'blocks' });
  const { hiddenSize } = source.manifest.config.text;
  const y = runtime.allocate('f32', [1, 1, hiddenSize]);
  runtime.write(y, new Float32Array(hiddenSize).fill(Infinity));
  head.reset([], 1, []);
  await head.run(y, 0);
  await expect(head.best()).rejects.toMatchObject({ kind: 'bad-data' });
  await expect(head.candidates()).rejects.toMatchObject({ kind: 'bad-data' });
  await expect(head.logits()).rejects.toMatchObject({ kind: 'bad-data' });
});

describe('memory', () => {
  test('beyond what the device gives to one buffer is out of memory', async () => {
    const runtime = await open();
    expect(() => runtime.allocate('f32', [2 ** 40])).toThrow(
      expect.objectContaining({
        kind: 'out-of-memory',
        details: { where: 'gpu', neededBytes: 2 ** 42 },
      }),
    );
  });

  test('is zero at first, and holds what is written and copied', async () => {
    const runtime = await open();
    const [a, b] = [runtime.allocate('f32', [6]), runtime.allocate('f32', [6])];
    const floats = async (tensor: typeof a) => [
      ...new Float32Array(await runtime.read(tensor)),
    ];
    expect(await floats(a)).toEqual([0, 0, 0, 0, 0, 0]);
    runtime.write(a, Float32Array.of(1, 2), 8);
    runtime.copy(a, 8, b, 16, 8);
    expect(await floats(b)).toEqual([0, 0, 0, 0, 1, 2]);
    expect(await floats(runtime.view(a, [4]))).toEqual([0, 0, 1, 2]);
    const [first, second] = await runtime.readAll([b, a]);
    expect([...new Float32Array(first)]).toEqual([0, 0, 0, 0, 1, 2]);
    expect([...new Float32Array(second)]).toEqual([0, 0, 1, 2, 0, 0]);
  });
});

test('half precision is refused by name where the device has none', async ({
  skip,
}) => {
  const adapter = await describeAdapter();
  if (adapter?.hasF16 !== false) skip('this device has half precision');
  await expect(open({ floatType: 'f16' })).rejects.toMatchObject({
    kind: 'unsupported',
    details: { missing: 'shader-f16' },
  });
});
