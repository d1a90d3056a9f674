import { beforeAll, describe, expect, test, vi } from 'vitest';
import { must } from '../base/assert.ts';
import { Random } from '../base/random.ts';
import type { Bits } from '../checkpoint/recipe.ts';
import { nodeOrtFiles } from '../cli/node-ort-files.ts';
import { CANDIDATES } from '../model/head-graph.ts';
import { wrap } from '../testing/broken-network.ts';
import { convertedGolden } from '../testing/converted-golden.ts';
import { compareValues } from '../verify/compare.ts';
import type { LinearStrategy } from './device-weights.ts';
import type { Sampling } from './engine.ts';
import { Head, NEVER, readAllLogits } from './head.ts';
import type { DeviceTensor, Runtime } from './runtime.ts';
import { createWasmRuntime } from './runtime-wasm.ts';
import { chooseToken, drawToken, penalize } from './sampling.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const HIDDEN = 64;
const VOCABULARY = 320;
const ROWS = 3;
const PENALTY = 1.3;

let runtime: Runtime;
let y: DeviceTensor;
beforeAll(async () => {
  runtime = await createWasmRuntime(nodeOrtFiles, 1);
  const random = new Random(3);
  y = runtime.allocate('f32', [1, ROWS, HIDDEN]);
  const values = Float32Array.from({ length: ROWS * HIDDEN }, () => random.normal());
  runtime.write(y, values);
});

async function loadHead(
  bits: Bits = '32',
  strategy: LinearStrategy = 'dense',
  on: Runtime = runtime,
): Promise<Head> {
  const source = await convertedGolden('plain', bits);
  return Head.load({ runtime: on, source, strategy });
}

/** The best tokens by plain loops: penalty, mask, largest first, then lowest id. */
function rank(
  logits: Float32Array,
  { seen, banned }: { seen: ReadonlySet<number>; banned: ReadonlySet<number> },
): { id: number; logit: number }[] {
  return Array.from(logits, (logit, id) => ({
    id,
    logit: banned.has(id) ? NEVER : seen.has(id) ? penalize(logit, PENALTY) : logit,
  })).toSorted((a, b) => b.logit - a.logit || a.id - b.id);
}

test('the logits of a row are those of the whole prompt at that row', async () => {
  const source = await convertedGolden('plain', '32');
  const { logits } = await readAllLogits({ runtime, source, strategy: 'dense' }, y);
  const head = await loadHead();
  for (let row = 0; row < ROWS; row++) {
    head.reset([], 1, []);
    await head.run(y, row);
    const expected = logits.subarray(row * VOCABULARY, (row + 1) * VOCABULARY);
    expect(compareValues(await head.logits(), expected).maxRel).toBeLessThan(1e-6);
  }
  await head.dispose();
});

describe('the best tokens', () => {
  test('are those of the penalized and masked logits, the logits stay as they are', async () => {
    const head = await loadHead();
    head.reset([], 1, []);
    await head.run(y, 1);
    const plain = await head.logits();
    // both signs among the penalized, the winner among the banned
    const seen = new Set([...plain.keys()].filter((id) => id % 2 === 0));
    const banned = new Set([
      must(rank(plain, { seen, banned: new Set() })[0], 'one').id,
    ]);
    head.reset(seen, PENALTY, banned);
    await head.run(y, 1);
    const ranked = rank(plain, { seen, banned }).slice(0, CANDIDATES);
    const { values, tokenIds } = await head.candidates();
    expect([...tokenIds]).toEqual(ranked.map(({ id }) => id));
    const expected = ranked.map(({ logit }) => logit);
    expect(compareValues(values, expected).maxRel).toBeLessThan(1e-6);
    expect(await head.best()).toBe(ranked[0]?.id);
    expect(await head.logits()).toEqual(plain);
    await head.dispose();
  });

  test('take a token as seen from then on', async () => {
    const head = await loadHead();
    head.reset([], PENALTY, []);
    await head.run(y, 0);
    const plain = await head.logits();
    const seen = new Set<number>();
    for (let step = 0; step < 5; step++) {
      const best = await head.best();
      expect(best).toBe(rank(plain, { seen, banned: new Set() })[0]?.id);
      head.see(best, PENALTY);
      seen.add(best);
      await head.run(y, 0);
    }
    head.reset([], PENALTY, []);
    await head.run(y, 0);
    expect(await head.best()).toBe(
      rank(plain, { seen: new Set(), banned: new Set() })[0]?.id,
    );
    await head.dispose();
  });

  test('bring a few hundred bytes to the host, not the vocabulary', async () => {
    const head = await loadHead();
    head.reset([], 1, []);
    await head.run(y, 0);
    await head.best();
    expect(head.bytesRead).toBe(12);
    await head.candidates();
    expect(head.bytesRead).toBe(12 + CANDIDATES * 12);
    await head.dispose();
  });
});

describe('a chosen token', () => {
  const sampling: Sampling = {
    temperature: 0.8,
    topK: 20,
    topP: 0.9,
    repetitionPenalty: PENALTY,
    seed: 0,
  };
  const draws = [0, 0.2, 0.4, 0.6, 0.8, 0.999];

  test.each([
    ['sorted on the device', 20],
    ['sorted on the host for want of a top k', 0],
    ['sorted on the host for a top k beyond the candidates', CANDIDATES + 1],
  ])('is drawn from the best, %s', async (_, topK) => {
    const head = await loadHead();
    const random = new Random(5);
    const seen = new Set(Array.from({ length: 40 }, () => random.below(VOCABULARY)));
    const banned = new Set([1, 2, 3, 100]);
    head.reset(seen, PENALTY, banned);
    await head.run(y, 2);
    const ranked = rank(await head.logits(), { seen, banned });
    const all = {
      values: Float32Array.from(ranked, ({ logit }) => logit),
      tokenIds: Int32Array.from(ranked, ({ id }) => id),
    };
    for (const u of draws) {
      const settings = { ...sampling, topK };
      const chosen = await chooseToken(head, settings, {
        random: () => u,
        seen,
        banned,
      });
      expect(chosen).toBe(drawToken(all, settings, u));
    }
    await head.dispose();
  });
});

describe('logits that are not numbers', () => {
  const sampling: Sampling = {
    temperature: 1,
    topK: 0,
    topP: 1,
    repetitionPenalty: 1,
    seed: 0,
  };

  test.each([
    ['greedy', { temperature: 0 }],
    ['of the best', { topK: 20 }],
    ['of all', {}],
  ])('choose nothing: %s', async (_, change) => {
    const head = await loadHead();
    const broken = runtime.allocate('f32', [1, 1, HIDDEN]);
    runtime.write(broken, new Float32Array(HIDDEN).fill(NaN));
    head.reset([], 1, []);
    await head.run(broken, 0);
    const none = new Set<number>();
    const chosen = chooseToken(
      head,
      { ...sampling, ...change },
      { random: () => 0.5, seen: none, banned: none },
    );
    await expect(chosen).rejects.toMatchObject({ kind: 'bad-data' });
    runtime.free(broken);
    await head.dispose();
  });
});

describe('a vocabulary that is cut to fit the binding limit', () => {
  test.each<[Bits, LinearStrategy]>([
    ['32', 'dense'],
    ['16', 'dense'],
    ['8', 'blocks'],
    ['4', 'blocks'],
    ['8', 'columns'],
  ])('gives the same logits and tokens at %s bits, %s', async (bits, strategy) => {
    const small = wrap(runtime, { maxBindingBytes: 100 * HIDDEN * 4 });
    const whole = await loadHead(bits, strategy);
    const parts = await loadHead(bits, strategy, small);
    const [expected, actual] = await Promise.all(
      [whole, parts].map(async (head) => {
        head.reset([5, 6], PENALTY, [7]);
        await head.run(y, 2);
        return { logits: await head.logits(), best: await head.candidates() };
      }),
    );
    expect(compareValues(actual.logits, expected.logits).maxRel).toBeLessThan(1e-6);
    expect(actual.best.tokenIds).toEqual(expected.best.tokenIds);
    await whole.dispose();
    await parts.dispose();
  });
});
