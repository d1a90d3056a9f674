/** @file The golden checkpoints on the CPU build: every stage, in Node. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Bits } from '../checkpoint/recipe.ts';
import { nodeOrtFiles } from '../cli/node-ort-files.ts';
import type { LinearStrategy } from '../engine/device-weights.ts';
import type { Runtime } from '../engine/runtime.ts';
import { createWasmRuntime } from '../engine/runtime-wasm.ts';
import {
  goldenFolder,
  GOLDEN_NAMES,
  type GoldenName,
} from '../testing/golden-folder.ts';
import { printStage, type Stage } from './stage.ts';
import { verifyCheckpoint } from './verify-checkpoint.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let runtime: Runtime;
beforeAll(async () => {
  runtime = await createWasmRuntime(nodeOrtFiles, 1);
});

async function verify(
  name: GoldenName,
  bits: Bits,
  strategy: LinearStrategy,
): Promise<Stage[]> {
  const stages: Stage[] = [];
  const files = await goldenFolder(name);
  for await (const stage of verifyCheckpoint({ files, bits, runtime, strategy })) {
    stages.push(stage);
  }
  return stages;
}

const failed = (stages: readonly Stage[]) =>
  stages.filter(({ isOk }) => !isOk).map(printStage);

/** "KL 2.3e-7, top-1 agreement 96.9 %" as numbers. */
function agreement(stages: readonly Stage[]): { kl: number; top1: number } {
  const note = stages.find(({ name }) => name === 'logits')?.note ?? '';
  const [kl, top1] = /^KL (\S+), top-1 agreement (\S+) %$/.exec(note)?.slice(1) ?? [];
  return { kl: Number(kl), top1: Number(top1) / 100 };
}

describe.each(GOLDEN_NAMES)('"%s" at 32 bits', (name) => {
  test('agrees with the reference at every stage and replies the same', async ({
    annotate,
  }) => {
    const stages = await verify(name, '32', 'dense');
    expect(failed(stages)).toEqual([]);
    const worst = stages
      .filter(({ tolerance }) => tolerance.kind === 'rel')
      .toSorted((a, b) => b.maxRel - a.maxRel);
    await annotate(`largest difference: ${worst[0] && printStage(worst[0])}`);
    expect(names(stages)).toEqual(stagesOf(STAGES[name]));
    expect(agreement(stages).kl).toBeLessThan(1e-9);
  });
});

const names = (stages: readonly Stage[]) => stages.map(({ name }) => name);

interface Parts {
  readonly images: number;
  readonly blocks: number;
  readonly layers: number;
}

const STAGES: Readonly<Record<GoldenName, Parts>> = {
  plain: { images: 2, blocks: 3, layers: 3 },
  released: { images: 4, blocks: 4, layers: 4 },
  textonly: { images: 0, blocks: 0, layers: 3 },
};

/** Every stage there must be: one that is left out cannot fail. */
function stagesOf({ images, blocks, layers }: Parts): string[] {
  const list = (count: number, name: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => name(i));
  const vision = [
    list(images, (i) => `image ${i} resized`),
    ['pixel values', 'grid', 'patch embedding'],
    list(blocks, (i) => `vision block ${i}`),
    ['merger (window order)', 'features (raster order)'],
  ];
  const text = [
    ['merged embeddings', 'positions', 'position offset', 'rotary cos', 'rotary sin'],
    list(layers, (i) => `decoder layer ${i}`),
    ['final norm', 'logits'],
  ];
  const turns = ['', ', penalty 1.05'].flatMap((penalty) =>
    [0, 1, 2].map((turn) => [`reply ${turn}${penalty}`, `prefill ${turn}${penalty}`]),
  );
  return [images > 0 ? vision : [], text, turns].flat(2);
}

// The weights are random, so that int4 costs far more than it does a trained model;
// a wrong scale or zero point would cost another factor of ten.
describe.each<[bits: Bits, name: GoldenName, kl: number, top1: number]>([
  ['16', 'released', 1e-5, 1],
  ['8', 'plain', 5e-3, 0.9],
  ['8', 'textonly', 5e-3, 0.9],
  ['mixed', 'plain', 2e-2, 0.7],
  ['4', 'plain', 6e-2, 0.5],
  ['4', 'textonly', 2e-2, 0.9],
])('at %s bits "%s"', (bits, name, kl, top1) => {
  test(`stays within KL ${kl} and agrees on ${100 * top1} % of tokens`, async ({
    annotate,
  }) => {
    const stages = await verify(name, bits, 'columns');
    expect(failed(stages)).toEqual([]);
    const { kl: found, top1: agreed } = agreement(stages);
    await annotate(`KL ${found}, top-1 agreement ${agreed}`);
    expect(found).toBeLessThan(kl);
    expect(agreed).toBeGreaterThanOrEqual(top1);
  });
});

test('a folder without reference values is refused', async () => {
  const files = await goldenFolder('textonly');
  files.delete('golden.json');
  const run = verifyCheckpoint({ files, bits: '32', runtime, strategy: 'dense' });
  await expect(run.next()).rejects.toMatchObject({ kind: 'bad-data' });
});
