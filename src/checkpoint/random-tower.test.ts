import { expect, it } from 'vitest';
import { randomTower } from './random-tower.ts';
import type { ModelConfig } from '../model/config.ts';
import { readTensor } from './tensor-source.ts';
import { sha256Hex } from '../base/sha256.ts';
import { asBytes } from '../base/bytes.ts';

const CONFIG: ModelConfig = {
  text: {
    hiddenSize: 64,
    layers: 1,
    heads: 2,
    kvHeads: 1,
    headDim: 32,
    intermediateSize: 64,
    vocabSize: 32,
    tiedEmbeddings: true,
    rmsNormEps: 1e-6,
    ropeTheta: 1e4,
    mropeSection: [4, 6, 6],
    maxPositions: 64,
  },
  vision: {
    depth: 2,
    hiddenSize: 32,
    heads: 2,
    intermediateSize: 48,
    outHiddenSize: 64,
    patchSize: 14,
    temporalPatchSize: 2,
    mergeSize: 2,
    windowSize: 112,
    fullAttentionBlocks: [1],
    channels: 3,
  },
  tokens: { imagePad: 0, videoPad: 1, visionStart: 2, visionEnd: 3 },
};

it('an untrained tower has the same weights each time, and others for another seed', async () => {
  const hashes = async (seed: number): Promise<string[]> => {
    const tower = randomTower(CONFIG, seed);
    const values = await Promise.all(
      tower.names().map((name) => readTensor(tower, name)),
    );
    return Promise.all(values.map((tensor) => sha256Hex(asBytes(tensor))));
  };
  expect(await hashes(1)).toEqual(await hashes(1));
  expect(await hashes(1)).not.toEqual(await hashes(2));
});

it('an untrained tower has matrices of deviation 0.02, norms of 1 and biases of 0', async () => {
  const tower = randomTower(CONFIG, 1);
  expect(tower.names()).toHaveLength(1 + 2 * 12 + 5);
  expect(await readTensor(tower, 'visual.blocks.1.norm2.weight')).toEqual(
    new Float32Array(32).fill(1),
  );
  expect(await readTensor(tower, 'visual.merger.mlp.0.bias')).toEqual(
    new Float32Array(128),
  );
  const patch = await readTensor(tower, 'visual.patch_embed.proj.weight');
  const deviation = Math.sqrt(patch.reduce((sum, x) => sum + x * x, 0) / patch.length);
  expect(Math.abs(deviation - 0.02)).toBeLessThan(2e-4);
});
