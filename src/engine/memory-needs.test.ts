import { expect, test } from 'vitest';
import { planStorage } from '../checkpoint/storage-plan.ts';
import type { Manifest, StoredTensor } from '../checkpoint/manifest.ts';
import { shapeOf3B } from '../measure/random-shape.ts';
import { tinyManifest } from '../testing/tiny-manifest.ts';
import { memoryNeeds } from './memory-needs.ts';

const config = shapeOf3B({ layers: 36, visionBlocks: 32 });
const range = { offset: 0, bytes: 0 };

/** The manifest that a conversion of the 3B would write. */
function manifestOf3B(): Manifest {
  const tensors: Record<string, StoredTensor> = {};
  for (const unit of planStorage(config, { bits: 'mixed' })) {
    for (const { name, type, shape } of unit.tensors) {
      const isQuantized = type.startsWith('int');
      tensors[name] = {
        type,
        shape,
        file: 'w.bin',
        data: range,
        ...(isQuantized && { scales: range }),
      };
    }
  }
  return tinyManifest({}, { config, tensors });
}

const gigabytes = (bytes: number) => Math.round(bytes / 1e8) / 10;

test('the 3B needs on a GPU what the table of the README says', () => {
  const needs = memoryNeeds(manifestOf3B(), {
    runtime: 'webgpu',
    floatType: 'f16',
    contextTokens: 8192,
  });
  expect(gigabytes(needs.weightBytes + needs.cacheBytes)).toBe(3);
  expect(needs.cacheBytes / 8192).toBe(2 * 36 * 2 * 128 * 2);
});

test('the 3B does not fit the heap of the CPU build', () => {
  const needs = memoryNeeds(manifestOf3B(), {
    runtime: 'wasm',
    floatType: 'f32',
    contextTokens: 8192,
  });
  expect(needs.weightBytes + needs.cacheBytes).toBeGreaterThan(2 ** 32);
});

test('a context longer than the model knows is not counted', () => {
  const request = { runtime: 'webgpu', floatType: 'f32' } as const;
  const manifest = tinyManifest();
  expect(memoryNeeds(manifest, { ...request, contextTokens: 8192 })).toEqual(
    memoryNeeds(manifest, { ...request, contextTokens: 512 }),
  );
});
