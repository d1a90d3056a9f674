import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { must } from '../base/assert.ts';
import { ALTERNATIVES } from '../model/head-graph.ts';
import { goldenPrompts, loadGolden, startCpu } from '../testing/loaded-golden.ts';
import type { TokenCertainty } from './certainty.ts';
import type { Network } from './network.ts';
import type { Runtime } from './runtime.ts';
import { TokenGenerator, type TokenPrompt } from './token-generator.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const SAMPLING = {
  temperature: 0,
  topK: 0,
  topP: 1,
  repetitionPenalty: 1.3,
  seed: 0,
};
const SCORED = 7;

let runtime: Runtime;
let network: Network;
let prompt: TokenPrompt;
beforeAll(async () => {
  runtime = await startCpu();
  network = await loadGolden(runtime, 'plain');
  prompt = must((await goldenPrompts(network, 'plain'))[0], 'a prompt');
});
afterAll(() => network.dispose());

const { signal } = new AbortController();

function newGenerator(chunkTokens = 128): TokenGenerator {
  return new TokenGenerator(network, { maxTokens: 4096, chunkTokens });
}

async function score(generator: TokenGenerator): Promise<readonly TokenCertainty[]> {
  const scored: TokenCertainty[] = [];
  const from = prompt.ids.length - SCORED;
  for await (const event of generator.score(prompt, from, signal)) {
    if (event.kind === 'certainty') scored.push(event.certainty);
  }
  return scored;
}

/** Every logit after the first `length` tokens, then the logarithm of their softmax by plain loops. */
async function plainLogprobs(length: number): Promise<Float64Array> {
  const generator = newGenerator();
  const start = { ...prompt, ids: prompt.ids.subarray(0, length) };
  const limits = {
    sampling: SAMPLING,
    maxNewTokens: 1,
    stopTokenIds: new Set<number>(),
    bannedTokenIds: new Set([3, 4, 5]),
  };
  for await (const _ of generator.generate(start, limits, signal)) void _;
  const logits = await network.head.logits();
  generator.dispose();
  let sum = 0;
  for (const logit of logits) sum += Math.exp(logit);
  return Float64Array.from(logits, (logit) => logit - Math.log(sum));
}

test('the probability of each token is that of a softmax over all logits', async () => {
  const generator = newGenerator();
  const scored = await score(generator);
  generator.dispose();
  expect(scored).toHaveLength(SCORED);
  let largest = 0;
  for (const [i, { tokenId, logprob, alternatives }] of scored.entries()) {
    const at = prompt.ids.length - SCORED + i;
    expect(tokenId).toBe(prompt.ids[at]);
    const plain = await plainLogprobs(at);
    const best = Array.from(plain, (_, id) => id).toSorted(
      (a, b) => plain[b] - plain[a],
    );
    expect(alternatives.map((other) => other.tokenId)).toEqual(
      best.slice(0, ALTERNATIVES),
    );
    const differences = [
      logprob - plain[tokenId],
      ...alternatives.map((other) => other.logprob - plain[other.tokenId]),
    ];
    largest = Math.max(largest, ...differences.map(Math.abs));
  }
  expect(largest).toBeLessThan(2e-5);
});

test('neither chunks nor what the cache holds change it', async () => {
  const whole = newGenerator();
  const first = await score(whole);
  const again = await score(whole);
  whole.dispose();
  const inChunks = newGenerator(5);
  const chunked = await score(inChunks);
  inChunks.dispose();
  for (const other of [again, chunked]) {
    for (const [i, { logprob }] of other.entries()) {
      expect(Math.abs(logprob - must(first[i], 'as many').logprob)).toBeLessThan(2e-5);
    }
  }
});

test('a token brings about a hundred bytes to the host', async () => {
  const generator = newGenerator();
  const spy = vi.spyOn(runtime, 'readAll');
  await score(generator);
  const sizes = await Promise.all(
    spy.mock.results.map(async ({ value }) =>
      (await (value as Promise<ArrayBuffer[]>)).map(({ byteLength }) => byteLength),
    ),
  );
  spy.mockRestore();
  generator.dispose();
  expect(sizes).toHaveLength(SCORED);
  for (const parts of sizes) {
    expect(parts.reduce((sum, bytes) => sum + bytes, 0)).toBe(12 * ALTERNATIVES + 8);
  }
});
