import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  chunkTokensFor,
  describeConfiguration,
  listConfigurations,
  strategyFor,
} from './configurations.ts';
import type { LoadOptions } from './engine.ts';
import type { Runtime } from './runtime.ts';
import { describeAdapter } from './gpu-adapter.ts';

vi.mock('./gpu-adapter.ts', () => ({ describeAdapter: vi.fn<() => unknown>() }));

type Adapter = NonNullable<Awaited<ReturnType<typeof describeAdapter>>>;

const ADAPTER: Adapter = {
  description: 'apple m2',
  isSoftware: false,
  hasF16: true,
  subgroups: 'usual',
};
const AUTO: LoadOptions = {
  runtime: 'auto',
  floatType: 'auto',
  threads: 4,
  contextTokens: 512,
};

const given = (adapter: Adapter | undefined) =>
  vi.mocked(describeAdapter).mockResolvedValue(adapter);
beforeEach(() => given(ADAPTER));
afterEach(() => vi.unstubAllGlobals());

async function tried(change: Partial<LoadOptions> = {}): Promise<string[]> {
  const { configurations } = await listConfigurations({ ...AUTO, ...change });
  return configurations.map(describeConfiguration);
}

const JSPI = 'WebGPU (JSPI)';
const ASYNCIFY = 'WebGPU (asyncify)';

describe('what is tried, best first,', () => {
  test('is every way of the GPU, then the CPU', async () => {
    expect(await tried()).toEqual([
      `${JSPI}, f16, with subgroups`,
      `${JSPI}, f16, without subgroups`,
      `${JSPI}, f32, with subgroups`,
      `${JSPI}, f32, without subgroups`,
      `${ASYNCIFY}, f16, with subgroups`,
      `${ASYNCIFY}, f16, without subgroups`,
      `${ASYNCIFY}, f32, with subgroups`,
      `${ASYNCIFY}, f32, without subgroups`,
      'CPU, 4 threads',
      'CPU, 1 thread',
    ]);
  });

  test('is without small subgroups, whose attention is wrong', async () => {
    given({ ...ADAPTER, subgroups: 'small', hasF16: false });
    expect(await tried()).toEqual([
      `${JSPI}, f32, without subgroups`,
      `${ASYNCIFY}, f32, without subgroups`,
      'CPU, 4 threads',
      'CPU, 1 thread',
    ]);
  });

  test('is the CPU where there is no GPU, or one of software, with the reason', async () => {
    for (const [adapter, reason] of [
      [undefined, /no WebGPU device/],
      [{ ...ADAPTER, isSoftware: true, description: 'SwiftShader' }, /SwiftShader/],
    ] as const) {
      given(adapter);
      const { configurations, rejected } = await listConfigurations(AUTO);
      expect(configurations.map(({ runtime }) => runtime)).toEqual(['wasm', 'wasm']);
      expect(rejected).toEqual([
        { configuration: 'WebGPU', reason: expect.stringMatching(reason) },
      ]);
    }
  });

  test('is what was asked for and nothing else', async () => {
    given({ ...ADAPTER, isSoftware: true, subgroups: 'none', hasF16: false });
    expect(await tried({ runtime: 'webgpu' })).toEqual([
      `${JSPI}, f32, without subgroups`,
      `${ASYNCIFY}, f32, without subgroups`,
    ]);
    expect(await tried({ runtime: 'webgpu-asyncify' })).toEqual([
      `${ASYNCIFY}, f32, without subgroups`,
    ]);
    expect(await tried({ runtime: 'wasm', threads: 1 })).toEqual(['CPU, 1 thread']);
  });

  test('has the activations that were asked for', async () => {
    const ways = await tried({ runtime: 'webgpu-jspi', floatType: 'f32' });
    expect(ways).toEqual([
      `${JSPI}, f32, with subgroups`,
      `${JSPI}, f32, without subgroups`,
    ]);
  });
});

describe('the CPU has', () => {
  const cpu = { runtime: 'wasm', threads: 0 } as const;

  test('one thread where threads cannot share memory', async () => {
    vi.stubGlobal('crossOriginIsolated', false);
    expect(await tried(cpu)).toEqual(['CPU, 1 thread']);
  });

  test.each([
    [2, 'CPU, 2 threads'],
    [64, 'CPU, 8 threads'],
  ])('of %i cores as many threads as help', async (cores, expected) => {
    vi.stubGlobal('crossOriginIsolated', true);
    vi.stubGlobal('navigator', { hardwareConcurrency: cores });
    expect((await tried(cpu))[0]).toBe(expected);
  });
});

test('a runtime multiplies as suits it, in passes that compile there', () => {
  expect(strategyFor('wasm')).toBe('columns');
  expect(strategyFor('webgpu-jspi')).toBe('blocks');
  const passes = (runtime: Partial<Runtime>) => chunkTokensFor(runtime as Runtime);
  const gpu = {
    kind: 'webgpu-jspi',
    floatType: 'f16',
    hasSmallSubgroups: false,
  } as const;
  expect(passes(gpu)).toBeGreaterThan(31);
  expect(passes({ ...gpu, hasSmallSubgroups: true })).toBe(31);
  expect(passes({ ...gpu, hasSmallSubgroups: true, floatType: 'f32' })).toBe(
    passes(gpu),
  );
});
