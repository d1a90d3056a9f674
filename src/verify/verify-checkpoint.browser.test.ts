/** @file The golden checkpoint "plain" on WebGPU, stage by stage, as in Node on the CPU. */
import { expect, test } from 'vitest';
import { browserOrtFiles } from '../engine/ort-files.ts';
import { createWebGpuRuntime } from '../engine/runtime-webgpu.ts';
import { fetchGolden } from '../testing/golden-in-browser.ts';
import { printStage, type Stage } from './stage.ts';
import { verifyCheckpoint } from './verify-checkpoint.ts';

test('on WebGPU every stage agrees with the reference', async ({ annotate }) => {
  const runtime = await createWebGpuRuntime(browserOrtFiles(), {
    kind: 'webgpu-jspi',
    floatType: 'f32',
    subgroups: false,
  });
  const stages: Stage[] = [];
  const files = await fetchGolden('plain');
  const request = { files, bits: '32', runtime, strategy: 'blocks' } as const;
  for await (const stage of verifyCheckpoint(request)) stages.push(stage);
  await runtime.dispose();
  const worst = stages
    .filter(({ tolerance }) => tolerance.kind === 'rel')
    .toSorted((a, b) => b.maxRel - a.maxRel);
  await annotate(`${runtime.description}: ${worst[0] && printStage(worst[0])}`);
  expect(stages.filter(({ isOk }) => !isOk).map(printStage)).toEqual([]);
  expect(stages.length).toBeGreaterThan(25);
});
