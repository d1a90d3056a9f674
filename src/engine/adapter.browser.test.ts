/** @file Adapters on WebGPU, against the CPU in f32, where they equal peft (verify-adapter.test.ts). */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withRandomAdapter } from '../measure/random-adapter.ts';
import { PositionWalk } from '../model/positions.ts';
import { textRotary } from '../model/rotary.ts';
import { convertInBrowser } from '../testing/golden-in-browser.ts';
import { compareValues } from '../verify/compare.ts';
import { Decoder } from './decoder.ts';
import type { LinearStrategy } from './device-weights.ts';
import { Embedding } from './embedding.ts';
import type { AdapterChoice, CheckpointSource } from './engine.ts';
import { fromFloatType } from './floats.ts';
import { KvCache } from './kv-cache.ts';
import { layAdapter } from './lay-adapter.ts';
import { browserOrtFiles } from './ort-files.ts';
import type { Runtime } from './runtime.ts';
import { createWasmRuntime } from './runtime-wasm.ts';
import { createWebGpuRuntime } from './runtime-webgpu.ts';
import { selfCheck } from './self-check.ts';

const RANK = 4;
/** Large enough to drown what rounding does. */
const DEVIATION = 0.2;
const TOKENS = 40;

let cpu: Runtime;
let gpu: Runtime;
beforeAll(async () => {
  cpu = await createWasmRuntime(browserOrtFiles(), 1);
  const options = { kind: 'webgpu-jspi', floatType: 'f32', subgroups: false } as const;
  gpu = await createWebGpuRuntime(browserOrtFiles(), options);
});
afterAll(() => gpu.dispose());

const adapted = async (bits: '32' | '4') =>
  withRandomAdapter(await convertInBrowser('plain', bits), RANK, DEVIATION);

/** Hidden states of a prompt behind all layers. */
async function hidden(
  runtime: Runtime,
  source: CheckpointSource,
  strategy: LinearStrategy,
): Promise<Float32Array> {
  const { text } = source.manifest.config;
  const segments = [{ from: 0, to: text.layers }];
  const request = { runtime, source, strategy, segments, chunkTokens: TOKENS };
  const decoder = await Decoder.load(request);
  const cache = new KvCache(runtime, text, TOKENS);
  const ids = Int32Array.from({ length: TOKENS }, (_, i) => (i * 31) % text.vocabSize);
  const x = await (await Embedding.open(source)).rows(ids);
  const walk = new PositionWalk({ imagePad: -1, mergeSize: 1 });
  cache.reserve(TOKENS, 0);
  cache.writeRotary(0, textRotary(walk.append(ids, []), text));
  const y = await decoder.forward(x, { cache, pastTokens: 0 });
  const values = fromFloatType(await runtime.read(y), runtime.floatType);
  cache.dispose();
  await decoder.dispose();
  return values;
}

test.each<[bits: '32' | '4', application: AdapterChoice['application']]>([
  ['32', 'merged'],
  ['32', 'run-time'],
  // blocks of four bits stay as they are stored
  ['4', 'run-time'],
  ['4', 'auto'],
])('at %s bits an adapter computes the same, %s', async (bits, application) => {
  const source = await adapted(bits);
  const merged = { adapter: { application: 'merged' } } as const;
  const expected = await hidden(cpu, await layAdapter(source, merged), 'dense');
  const choice = { adapter: application ? { application } : {} };
  const actual = await hidden(gpu, await layAdapter(source, choice), 'blocks');
  expect(compareValues(actual, expected).maxRel).toBeLessThan(2e-5);
  const plain = await hidden(cpu, source, 'dense');
  expect(compareValues(plain, expected).maxRel).toBeGreaterThan(0.1);
});

test('the self-check computes the first layer with its adapter', async () => {
  const source = await layAdapter(await adapted('32'), {});
  const request = {
    runtime: gpu,
    source,
    strategy: 'blocks',
    chunkTokens: 64,
  } as const;
  expect(await selfCheck(request)).toBeLessThan(1e-5);
});
