import { beforeAll, describe, expect, test, vi } from 'vitest';
import { must } from '../base/assert.ts';
import { AssistantError } from '../base/errors.ts';
import { wrap } from '../testing/broken-network.ts';
import { startCpu } from '../testing/loaded-golden.ts';
import { tinyManifest } from '../testing/tiny-manifest.ts';
import { KvCache } from './kv-cache.ts';
import type { DeviceTensor, Runtime } from './runtime.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const TEXT = {
  ...tinyManifest().config.text,
  layers: 2,
  heads: 4,
  kvHeads: 2,
  headDim: 8,
};
const STEP = 1024;

let runtime: Runtime;
beforeAll(async () => {
  runtime = await startCpu();
});

const bound = (cache: KvCache, name: string) =>
  must(cache.bindings(0, TEXT.layers)[name], `"${name}" is bound`);

async function read(tensor: DeviceTensor): Promise<Float32Array> {
  return new Float32Array(await runtime.read(tensor));
}

/** Slots [0, slots) of every head, one after the other. */
async function slotsOf(tensor: DeviceTensor, slots: number): Promise<number[]> {
  const [heads, capacity, width] =
    tensor.shape.length === 2 ? [1, ...tensor.shape] : tensor.shape.slice(1);
  const values = await read(tensor);
  return Array.from({ length: heads }, (_, head) => {
    const start = head * capacity * width;
    return [...values.subarray(start, start + slots * width)];
  }).flat();
}

function fill(tensor: DeviceTensor, seed: number): void {
  const count = tensor.shape.reduce((a, b) => a * b, 1);
  runtime.write(
    tensor,
    Float32Array.from({ length: count }, (_, i) => seed + i / count),
  );
}

describe('a cache that grows', () => {
  test('keeps every head, layer and table of the slots in use', async () => {
    const cache = new KvCache(runtime, TEXT, 4096);
    cache.reserve(1, 0);
    expect(cache.capacity).toBe(STEP);
    const names = [
      'cos',
      'sin',
      'past.0.key',
      'past.0.value',
      'past.1.key',
      'past.1.value',
    ];
    names.forEach((name, i) => fill(bound(cache, name), i));
    const before = await Promise.all(
      names.map((it) => slotsOf(bound(cache, it), 1000)),
    );
    cache.reserve(STEP + 1, 1000);
    expect(cache.capacity).toBe(2 * STEP);
    const after = await Promise.all(names.map((it) => slotsOf(bound(cache, it), 1000)));
    expect(after).toEqual(before);
    cache.dispose();
  });

  test('does so only when it must', () => {
    const cache = new KvCache(runtime, TEXT, 4096);
    cache.reserve(10, 0);
    const key = bound(cache, 'past.0.key');
    cache.reserve(STEP, 10);
    expect(bound(cache, 'past.0.key')).toBe(key);
    cache.reserve(STEP + 1, 10);
    expect(bound(cache, 'past.0.key')).not.toBe(key);
    cache.dispose();
  });

  test('ends at the longest conversation it was made for', () => {
    const cache = new KvCache(runtime, TEXT, 1500);
    cache.reserve(1100, 0);
    expect(cache.capacity).toBe(1500);
    cache.dispose();
  });

  test('says what is full and what to do', () => {
    const cache = new KvCache(runtime, TEXT, 1500);
    cache.reserve(1500, 0);
    expect(() => cache.reserve(1501, 1500)).toThrow(
      expect.objectContaining({
        kind: 'bad-input',
        details: { what: 'context-full' },
        message: expect.stringMatching(/1501 tokens.*1500.*Start a new consultation/),
      }),
    );
    expect(cache.capacity).toBe(1500);
    cache.dispose();
  });

  test('and meets the end of the memory is empty and whole again', () => {
    let left = Infinity;
    const noMemory = new AssistantError('out-of-memory', 'full', { where: 'gpu' });
    const freed = new Set<DeviceTensor>();
    const allocated = new Set<DeviceTensor>();
    const small = wrap(runtime, {
      allocate(type, shape) {
        if (left-- <= 0) throw noMemory;
        const tensor = runtime.allocate(type, shape);
        allocated.add(tensor);
        return tensor;
      },
      free(tensor) {
        freed.add(tensor);
        runtime.free(tensor);
      },
    });
    const cache = new KvCache(small, TEXT, 4096);
    cache.reserve(1, 0);
    left = 3;
    expect(() => cache.reserve(2000, 1)).toThrow(noMemory);
    expect(cache.capacity).toBe(0);
    expect(freed).toEqual(allocated); // nothing leaks
    left = Infinity;
    cache.reserve(1, 0);
    expect(cache.capacity).toBe(STEP);
    cache.dispose();
  });
});

test('a part of the decoder binds its layers, each tensor as past and as present', () => {
  const cache = new KvCache(runtime, TEXT, 4096);
  cache.reserve(1, 0);
  const bindings = cache.bindings(1, 2);
  expect(Object.keys(bindings).toSorted()).toEqual(
    [
      ['cos', 'sin'],
      ['past.1.key', 'past.1.value'],
      ['present.1.key', 'present.1.value'],
    ]
      .flat()
      .toSorted(),
  );
  expect(bindings['present.1.key']).toBe(bindings['past.1.key']);
  expect(bindings['past.1.key']?.shape).toEqual([1, 2, STEP, 8]);
  cache.dispose();
});

test('rotary rows land in the slots they are written for', async () => {
  const cache = new KvCache(runtime, TEXT, 4096);
  cache.reserve(8, 0);
  const half = TEXT.headDim / 2;
  const rows = (value: number) => new Float32Array(2 * half).fill(value);
  cache.writeRotary(3, { cos: rows(0.5), sin: rows(0.25) });
  const cos = await slotsOf(bound(cache, 'cos'), 6);
  expect(cos.map((it) => it !== 0)).toEqual(
    Array.from({ length: 6 * half }, (_, i) => i >= 3 * half && i < 5 * half),
  );
  expect((await slotsOf(bound(cache, 'sin'), 4)).at(-1)).toBe(0.25);
  cache.dispose();
});

test('using a cache that holds nothing is a bug', () => {
  const cache = new KvCache(runtime, TEXT, 4096);
  expect(() => cache.bindings(0, 1)).toThrow('Broken promise');
  cache.reserve(1, 0);
  cache.dispose();
  expect(() => cache.bindings(0, 1)).toThrow('Broken promise');
});
