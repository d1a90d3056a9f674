import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { must } from '../base/assert.ts';
import { AssistantError } from '../base/errors.ts';
import { wrap } from '../testing/broken-network.ts';
import { goldenPrompts, loadGolden, startCpu } from '../testing/loaded-golden.ts';
import { compareValues } from '../verify/compare.ts';
import type { Sampling } from './engine.ts';
import type { Network } from './network.ts';
import type { Runtime } from './runtime.ts';
import {
  TokenGenerator,
  type GenerationLimits,
  type TokenEvent,
  type TokenPrompt,
} from './token-generator.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const GREEDY: Sampling = {
  temperature: 0,
  topK: 0,
  topP: 1,
  repetitionPenalty: 1,
  seed: 0,
};
const FREE: Sampling = { ...GREEDY, temperature: 1 };

let runtime: Runtime;
let network: Network;
/** Prompts of three turns, with an image of 20 tokens in the first and of 14 in the second. */
let prompts: readonly [TokenPrompt, TokenPrompt, TokenPrompt];
beforeAll(async () => {
  runtime = await startCpu();
  network = await loadGolden(runtime, 'plain');
  const [first, second, third] = await goldenPrompts(network, 'plain');
  prompts = [must(first, '1'), must(second, '2'), must(third, '3')];
});
afterAll(() => network.dispose());

const made: TokenGenerator[] = [];
function newGenerator(
  change: { maxTokens?: number; chunkTokens?: number } = {},
  on: Network = network,
): TokenGenerator {
  const generator = new TokenGenerator(on, {
    maxTokens: 4096,
    chunkTokens: 128,
    ...change,
  });
  made.push(generator);
  return generator;
}
afterAll(() => made.forEach((it) => it.dispose()));

interface Asked extends Partial<GenerationLimits> {
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: TokenEvent) => void;
}

interface Answer {
  readonly tokenIds: readonly number[];
  readonly finish: string | undefined;
  readonly reusedTokens: number;
  /** Passes over the prompt. */
  readonly chunks: number;
}

async function ask(
  generator: TokenGenerator,
  prompt: TokenPrompt,
  asked: Asked = {},
): Promise<Answer> {
  const limits = {
    sampling: GREEDY,
    maxNewTokens: 6,
    stopTokenIds: new Set<number>(),
    bannedTokenIds: new Set<number>(),
    ...asked,
  };
  const signal = asked.signal ?? new AbortController().signal;
  const tokenIds: number[] = [];
  let [finish, reusedTokens, chunks]: [string | undefined, number, number] = [
    undefined,
    -1,
    -1,
  ];
  for await (const event of generator.generate(prompt, limits, signal)) {
    asked.onEvent?.(event);
    if (event.kind === 'token') tokenIds.push(event.tokenId);
    if (event.kind === 'end') ({ finish } = event);
    if (event.kind === 'prefill') {
      ({ reusedTokens } = event);
      chunks++;
    }
  }
  return { tokenIds, finish, reusedTokens, chunks };
}

/** Logits after the prompt: of an answer of one token nothing else is computed. */
async function logitsAfter(generator: TokenGenerator, prompt: TokenPrompt) {
  await ask(generator, prompt, { maxNewTokens: 1 });
  return network.head.logits();
}

const scratch = (prompt: TokenPrompt) => ask(newGenerator(), prompt);

describe('a prompt', () => {
  test.each([1, 5, 13])(
    'in chunks of %i gives the logits of the whole',
    async (chunkTokens) => {
      const whole = await logitsAfter(newGenerator(), prompts[1]);
      const generator = newGenerator({ chunkTokens });
      const inChunks = await logitsAfter(generator, prompts[1]);
      expect(compareValues(inChunks, whole).maxAbs).toBeLessThan(1e-5);
      const { chunks } = await ask(newGenerator({ chunkTokens }), prompts[1]);
      expect(chunks).toBe(Math.ceil(prompts[1].ids.length / chunkTokens));
    },
  );

  test('is told about from nothing to all of it', async () => {
    const done: number[] = [];
    await ask(newGenerator({ chunkTokens: 30 }), prompts[1], {
      onEvent: (event) => event.kind === 'prefill' && done.push(event.doneTokens),
    });
    expect(done).toEqual([0, 30, 60, prompts[1].ids.length]);
  });

  test('of a follow-up turn computes its new tokens and answers as from scratch', async () => {
    const generator = newGenerator();
    const first = await ask(generator, prompts[0]);
    expect(first.reusedTokens).toBe(0);
    const cached = [...prompts[0].ids, ...first.tokenIds.slice(0, -1)];
    expect(generator.cachedTokens).toBe(cached.length);
    const second = await ask(generator, prompts[1]);
    const common = cached.findIndex((id, i) => id !== prompts[1].ids[i]);
    expect(second.reusedTokens).toBe(common === -1 ? cached.length : common);
    expect(second.reusedTokens).toBeGreaterThanOrEqual(prompts[0].ids.length);
    expect(second.tokenIds).toEqual((await scratch(prompts[1])).tokenIds);
  });

  test('asked again computes one token and answers the same', async () => {
    const generator = newGenerator();
    const first = await ask(generator, prompts[1]);
    const again = await ask(generator, prompts[1]);
    expect(again.reusedTokens).toBe(prompts[1].ids.length - 1);
    expect(again.tokenIds).toEqual(first.tokenIds);
  });

  test('that was edited computes from the edit on and answers as from scratch', async () => {
    const generator = newGenerator();
    await ask(generator, prompts[2]);
    const at = prompts[0].ids.length - 4;
    const edited = { ...prompts[2], ids: prompts[2].ids.with(at, 33) };
    const answer = await ask(generator, edited);
    expect(answer.reusedTokens).toBe(at);
    expect(answer.tokenIds).toEqual((await scratch(edited)).tokenIds);
  });

  test('that is another conversation computes all of it', async () => {
    const generator = newGenerator();
    await ask(generator, prompts[1]);
    const other = { ...prompts[1], ids: prompts[1].ids.with(0, 9) };
    const answer = await ask(generator, other);
    expect(answer.reusedTokens).toBe(0);
    expect(answer.tokenIds).toEqual((await scratch(other)).tokenIds);
  });
});

describe('an image', () => {
  const asked = (prompt: TokenPrompt, log: string[]): TokenPrompt => ({
    ids: prompt.ids,
    images: prompt.images.map((image) => ({
      ...image,
      features() {
        log.push(image.sha256);
        return image.features();
      },
    })),
  });

  test('is asked for its features only when the cache does not hold it', async () => {
    const generator = newGenerator();
    const log: string[] = [];
    await ask(generator, asked(prompts[0], log));
    expect(log).toEqual(['image 0']);
    await ask(generator, asked(prompts[1], log));
    expect(log).toEqual(['image 0', 'image 1']);
    await ask(generator, asked(prompts[2], log));
    expect(log).toEqual(['image 0', 'image 1']);
  });

  test('swapped for another of the same size is computed anew', async () => {
    const generator = newGenerator();
    await ask(generator, prompts[0]);
    const image = must(prompts[0].images[0], 'an image');
    const features = (await image.features()).map((value) => -value);
    const swapped = {
      ids: prompts[0].ids,
      images: [
        { ...image, sha256: 'other', features: () => Promise.resolve(features) },
      ],
    };
    const answer = await ask(generator, swapped);
    expect(answer.reusedTokens).toBe(image.start);
    expect(answer.tokenIds).toEqual((await scratch(swapped)).tokenIds);
    expect(answer.tokenIds).not.toEqual((await scratch(prompts[0])).tokenIds);
  });
});

describe('stopping', () => {
  test.each([1, 2, 3])(
    'in the prompt after %i chunks loses nothing',
    async (chunks) => {
      const generator = newGenerator({ chunkTokens: 7 });
      const stopping = new AbortController();
      let passes = 0;
      const stopped = ask(generator, prompts[0], {
        signal: stopping.signal,
        onEvent: () => passes++ === chunks && stopping.abort(new Error('stop')),
      });
      await expect(stopped).rejects.toThrow('stop');
      const { start, tokens } = must(prompts[0].images[0], 'an image');
      const done = 7 * chunks;
      const isInImage = done > start && done < start + tokens;
      expect(generator.cachedTokens).toBe(isInImage ? start : done);
      const answer = await ask(generator, prompts[0]);
      expect(answer.tokenIds).toEqual((await scratch(prompts[0])).tokenIds);
    },
  );

  test('in the answer ends it before the next token, and it can be asked again', async () => {
    const generator = newGenerator();
    const stopping = new AbortController();
    const seen: number[] = [];
    const stopped = ask(generator, prompts[0], {
      signal: stopping.signal,
      onEvent(event) {
        if (event.kind !== 'token') return;
        seen.push(event.tokenId);
        if (seen.length === 3) stopping.abort(new Error('stop'));
      },
    });
    await expect(stopped).rejects.toThrow('stop');
    expect(seen).toHaveLength(3);
    const answer = await ask(generator, prompts[0]);
    expect(answer.tokenIds).toEqual((await scratch(prompts[0])).tokenIds);
    expect(answer.tokenIds.slice(0, 3)).toEqual(seen);
  });

  test('by leaving the loop keeps what was computed, and no more', async () => {
    const generator = newGenerator({ chunkTokens: 7 });
    const limits = {
      sampling: GREEDY,
      maxNewTokens: 6,
      stopTokenIds: new Set<number>(),
      bannedTokenIds: new Set<number>(),
    };
    let passes = 0;
    for await (const _ of generator.generate(
      prompts[0],
      limits,
      new AbortController().signal,
    )) {
      if (passes++ === 2) break;
    }
    const answer = await ask(generator, prompts[0]);
    expect(answer.tokenIds).toEqual((await scratch(prompts[0])).tokenIds);
  });
});

describe('an answer', () => {
  test('with the same seed is the same, with others it differs', async () => {
    const answers: string[] = [];
    for (const seed of [1, 1, 2, 3]) {
      const sampling = { ...FREE, seed };
      const { tokenIds } = await ask(newGenerator(), prompts[0], { sampling });
      answers.push(tokenIds.join());
    }
    expect(answers[1]).toBe(answers[0]);
    expect(new Set(answers).size).toBeGreaterThan(2);
  });

  test('ends before a stop token', async () => {
    const { tokenIds } = await scratch(prompts[0]);
    const stopTokenIds = new Set([must(tokenIds[2], 'three tokens')]);
    const answer = await ask(newGenerator(), prompts[0], { stopTokenIds });
    expect(answer).toMatchObject({ finish: 'stop-token' });
    expect(answer.tokenIds).toEqual(tokenIds.slice(0, 2));
  });

  test('ends at its length', async () => {
    const answer = await ask(newGenerator(), prompts[0], { maxNewTokens: 2 });
    expect(answer.finish).toBe('length');
    expect(answer.tokenIds).toHaveLength(2);
  });

  test('ends when the context is full, with the last token that fits', async () => {
    const maxTokens = prompts[0].ids.length + 2;
    const answer = await ask(newGenerator({ maxTokens }), prompts[0]);
    expect(answer.finish).toBe('context-full');
    expect(answer.tokenIds).toEqual((await scratch(prompts[0])).tokenIds.slice(0, 3));
  });

  test('to a prompt that does not fit is an error, and a shorter one is answered', async () => {
    const generator = newGenerator({ maxTokens: prompts[0].ids.length + 10 });
    await expect(ask(generator, prompts[1])).rejects.toMatchObject({
      kind: 'bad-input',
      details: { what: 'context-full' },
    });
    const answer = await ask(generator, prompts[0]);
    expect(answer.tokenIds).toEqual((await scratch(prompts[0])).tokenIds);
  });

  test('never holds a banned token', async () => {
    const { tokenIds } = await scratch(prompts[0]);
    for (const sampling of [GREEDY, { ...FREE, topK: 5 }, FREE]) {
      const asked = { sampling, bannedTokenIds: new Set(tokenIds), maxNewTokens: 12 };
      const answer = await ask(newGenerator(), prompts[0], asked);
      expect(answer.tokenIds.filter((id) => tokenIds.includes(id))).toEqual([]);
    }
  });
});

describe('a long conversation', () => {
  /** So many text tokens that the cache is as good as full. */
  const long = (tokens: number, last: readonly number[] = []): TokenPrompt => ({
    ids: Int32Array.from([
      ...Array.from({ length: tokens }, (_, i) => (i * 37) % 256),
      ...last,
    ]),
    images: [],
  });

  test('grows past 1,024 slots as if there had been room from the start', async () => {
    const start = 1020;
    const grown = newGenerator();
    const { tokenIds } = await ask(grown, long(start), { maxNewTokens: 9 });
    const logits = await network.head.logits(); // after the eighth token
    const atOnce = newGenerator();
    const expected = await logitsAfter(atOnce, long(start, tokenIds.slice(0, 8)));
    expect(compareValues(logits, expected).maxAbs).toBeLessThan(1e-5);
  });

  test('that cannot grow for want of memory does not believe what it lost', async () => {
    let left = Infinity;
    const small = wrap(runtime, {
      allocate(...request) {
        if (left-- > 0) return runtime.allocate(...request);
        throw new AssistantError('out-of-memory', 'full', { where: 'gpu' });
      },
    });
    const generator = newGenerator({}, { ...network, runtime: small });
    await ask(generator, long(1000), { maxNewTokens: 1 });
    left = 3;
    await expect(ask(generator, long(1030))).rejects.toMatchObject({
      kind: 'out-of-memory',
    });
    left = Infinity;
    const answer = await ask(generator, long(1000));
    expect(answer.tokenIds).toEqual((await scratch(long(1000))).tokenIds);
  });
});
