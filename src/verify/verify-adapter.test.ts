/** @file The bundled checkpoint with an adapter against peft's own output, on the CPU in Node. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { LinearStrategy } from '../engine/device-weights.ts';
import type { AdapterChoice } from '../engine/engine.ts';
import { layAdapter } from '../engine/lay-adapter.ts';
import { loadNetwork } from '../engine/network.ts';
import type { Runtime } from '../engine/runtime.ts';
import { adaptedBundled, goldenAdapter } from '../testing/adapted-bundled.ts';
import { startCpu } from '../testing/loaded-golden.ts';
import { printStage, type Stage, type Tolerance } from './stage.ts';
import { verifyAdapter } from './verify-adapter.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let runtime: Runtime;
beforeAll(async () => {
  runtime = await startCpu();
});

async function verify(
  adapter: AdapterChoice | 'none',
  strategy: LinearStrategy,
  tolerance: Tolerance,
): Promise<Stage[]> {
  const source = await layAdapter(await adaptedBundled(), { adapter });
  const request = { runtime, source, strategy, chunkTokens: 128, hasTaps: true };
  const network = await loadNetwork(request);
  try {
    return await verifyAdapter({ network, golden: await goldenAdapter(), tolerance });
  } finally {
    await network.dispose();
  }
}

const WITHIN_F32: Tolerance = { kind: 'rel', limit: 2e-5 };
const NAMES =
  'features,embeddings,positions,layer 0,layer 14,layer 29,norm,logits'.split(',');

describe('in f32 an adapter computes what peft computes', () => {
  test.each(['merged', 'run-time'] as const)('%s', async (application) => {
    const stages = await verify({ application }, 'dense', WITHIN_F32);
    expect(stages.filter(({ isOk }) => !isOk).map(printStage)).toEqual([]);
    expect(stages.map(({ name }) => name)).toEqual(NAMES);
  });
});

test('without it nothing agrees', async () => {
  const stages = await verify('none', 'dense', WITHIN_F32);
  const off = stages.filter(({ isOk }) => !isOk).map(({ name }) => name);
  expect(off).toEqual(NAMES.filter((name) => name !== 'positions'));
});

// int8 columns: what the page runs without a GPU
test.each(['merged', 'run-time'] as const)(
  'in int8 by column it stays near peft, %s',
  async (application) => {
    const stages = await verify({ application }, 'columns', { kind: 'report' });
    const [, kl] = /KL (\S+),/.exec(stages.at(-1)?.note ?? '') ?? [];
    expect(Number(kl)).toBeLessThan(0.02);
  },
);
