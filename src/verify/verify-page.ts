/** @file Verification inside a page: the module that `npm run verify` opens in Chromium. */
import type { Bits } from '../checkpoint/recipe.ts';
import {
  createRuntime,
  listConfigurations,
  strategyFor,
} from '../engine/configurations.ts';
import type { FloatType } from '../engine/engine.ts';
import { browserOrtFiles } from '../engine/ort-files.ts';
import { must } from '../base/assert.ts';
import { fetchLabFiles } from './lab-files.ts';
import { tryCheckpoint } from './try-checkpoint.ts';
import { verifyAdapted } from './verify-adapted.ts';
import { verifyCheckpoint } from './verify-checkpoint.ts';

export interface VerifyPageInput {
  readonly bits: Bits;
  readonly floatType: FloatType;
  /** No reference values: load it and ask one question. */
  readonly isTrial?: boolean;
}

declare const report: (value: unknown) => Promise<void>;

/** Verifies on WebGPU, reporting the device's description and then every stage. */
async function experiment(input: VerifyPageInput): Promise<unknown> {
  const { bits, floatType } = input;
  if (input.isTrial) {
    const files = await fetchLabFiles();
    return tryCheckpoint({
      files,
      bits,
      floatType,
      device: 'webgpu',
      ort: browserOrtFiles(),
    });
  }
  await verify(input);
  return undefined;
}

async function verify({ bits, floatType }: VerifyPageInput): Promise<void> {
  const options = {
    runtime: 'webgpu',
    floatType,
    threads: 1,
    contextTokens: 4096,
  } as const;
  const { configurations, rejected } = await listConfigurations(options);
  const reason = rejected.map((it) => it.reason).join(' ');
  const configuration = must(configurations[0], `a WebGPU device: ${reason}`);
  const runtime = await createRuntime(browserOrtFiles(), configuration);
  await report({
    device: `${runtime.kind}, ${runtime.description}, ${runtime.floatType}`,
  });
  const files = await fetchLabFiles();
  const strategy = strategyFor(runtime.kind);
  const stages = files.has('adapter.json')
    ? verifyAdapted({ files, runtime })
    : verifyCheckpoint({ files, bits, runtime, strategy });
  for await (const stage of stages) {
    await report({ stage });
  }
  await runtime.dispose();
}

Object.assign(globalThis, { experiment });
