import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Bits } from '../checkpoint/recipe.ts';
import { wrap } from '../testing/broken-network.ts';
import { convertedGolden } from '../testing/converted-golden.ts';
import { GOLDEN_NAMES, type GoldenName } from '../testing/golden-folder.ts';
import { startCpu } from '../testing/loaded-golden.ts';
import { spoiled, type Spoiling } from '../testing/spoiled-runtime.ts';
import type { LinearStrategy } from './device-weights.ts';
import type { Runtime, RuntimeSession } from './runtime.ts';
import { selfCheck } from './self-check.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let runtime: Runtime;
beforeAll(async () => {
  runtime = await startCpu();
});

async function check(
  on: Runtime,
  {
    name = 'plain',
    bits = '32',
    strategy = 'dense',
    chunkTokens = 256,
  }: {
    name?: GoldenName;
    bits?: Bits;
    strategy?: LinearStrategy;
    chunkTokens?: number;
  } = {},
): Promise<number> {
  const source = await convertedGolden(name, bits);
  return selfCheck({ runtime: on, source, strategy, chunkTokens });
}

describe('a device that computes right passes', () => {
  test.each(GOLDEN_NAMES)('with the golden checkpoint "%s"', async (name) => {
    expect(await check(runtime, { name })).toBeLessThan(1e-5);
  });

  test.each<[Bits, LinearStrategy]>([
    ['16', 'dense'],
    ['8', 'blocks'],
    ['4', 'blocks'],
    ['8', 'columns'],
    ['mixed', 'columns'],
  ])('with weights of %s bits, %s', async (bits, strategy) => {
    const error = await check(runtime, { bits, strategy });
    expect(error).toBeLessThan(strategy === 'columns' ? 0.1 : 1e-4);
  });

  test.each([64, 31, 7])('in chunks of %i tokens', async (chunkTokens) => {
    expect(await check(runtime, { chunkTokens })).toBeLessThan(1e-5);
  });
});

describe('a device that computes wrong does not:', () => {
  const LAYER = { graph: /^layers/, output: 'y' } as const;
  const ATTENTION = { graph: /^attention/, output: 'y' } as const;
  const rowsFrom =
    (first: number, change: (value: number) => number): Spoiling['spoil'] =>
    (values, shape) => {
      const width = shape.at(-1) ?? 1;
      for (let i = first * width; i < values.length; i++) values[i] = change(values[i]);
    };

  test.each<[string, Spoiling]>([
    ['a layer from position 32 on', { ...LAYER, spoil: rowsFrom(32, (v) => v * 1.05) }],
    ['a layer from position 64 on', { ...LAYER, spoil: rowsFrom(64, (v) => v * 1.05) }],
    ['the last position alone', { ...LAYER, spoil: rowsFrom(71, () => 0) }],
    [
      'a decode step alone',
      {
        ...LAYER,
        spoil: (values, shape) => {
          if (shape[1] === 1) values.fill(0);
        },
      },
    ],
    ['a layer by a little', { ...LAYER, spoil: rowsFrom(0, (v) => v + 0.05) }],
    ['not a number in a layer', { ...LAYER, spoil: rowsFrom(31, () => NaN) }],
    ['zeros from attention', { ...ATTENTION, spoil: rowsFrom(0, () => 0) }],
    ['attention from position 32 on', { ...ATTENTION, spoil: rowsFrom(32, () => 0) }],
    [
      'attention over windows alone',
      { ...ATTENTION, spoil: (values, shape) => shape[0] === 2 && values.fill(0) },
    ],
    [
      'attention over a whole image alone',
      { ...ATTENTION, spoil: (values, shape) => shape[0] === 1 && values.fill(0) },
    ],
    ['not a number from attention', { ...ATTENTION, spoil: rowsFrom(99, () => NaN) }],
  ])('%s', async (_, spoiling) => {
    await expect(check(spoiled(runtime, spoiling))).rejects.toMatchObject({
      kind: 'self-check-failed',
      details: { tried: [runtime.description] },
      message: expect.stringMatching(
        /wrong numbers: attention is off by .*, a layer by/,
      ),
    });
  });

  test('a cache that forgets what was written', async () => {
    const forgetful = wrap(runtime, {
      async createSession(graph, mounts) {
        const session = await runtime.createSession(graph, mounts);
        return {
          dispose: () => session.dispose(),
          async run(bindings) {
            await session.run(bindings);
            const key = bindings['present.0.key'];
            if (key) runtime.write(key, new Uint8Array(4 * 64));
          },
        } satisfies RuntimeSession;
      },
    });
    await expect(check(forgetful)).rejects.toMatchObject({ kind: 'self-check-failed' });
  });
});

describe('the check frees what it took', () => {
  test.each([false, true])('also when it fails: %s', async (fails) => {
    const held = new Set<unknown>();
    const base = fails
      ? spoiled(runtime, {
          graph: /^layers/,
          output: 'y',
          spoil: (values) => values.fill(NaN),
        })
      : runtime;
    const counted = wrap(base, {
      allocate(...request) {
        const tensor = runtime.allocate(...request);
        held.add(tensor);
        return tensor;
      },
      free(tensor) {
        held.delete(tensor);
        runtime.free(tensor);
      },
      async createSession(graph, mounts) {
        const session = await base.createSession(graph, mounts);
        const kept: RuntimeSession = {
          run: (bindings) => session.run(bindings),
          dispose() {
            held.delete(kept);
            return session.dispose();
          },
        };
        held.add(kept);
        return kept;
      },
    });
    const isOk = await check(counted).then(
      () => true,
      () => false,
    );
    expect(isOk).toBe(!fails);
    expect(held.size).toBe(0);
  });
});
