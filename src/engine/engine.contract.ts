/**
 * @file What every engine promises, whatever it computes with.
 *
 * Run it with `describeEngine(name, make)` from the test beside the engine.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type {
  CheckpointSource,
  Engine,
  GenerateEvent,
  GenerateRequest,
  LoadEvent,
  LoadOptions,
} from './engine.ts';
import { PULSEMIND_SAMPLING } from './engine.ts';

export interface EngineUnderTest {
  readonly engine: Engine;
  readonly source: CheckpointSource;
}

export const LOAD_OPTIONS: LoadOptions = {
  runtime: 'auto',
  floatType: 'auto',
  threads: 1,
  contextTokens: 512,
};

export function describeEngine(
  name: string,
  make: () => EngineUnderTest | Promise<EngineUnderTest>,
): void {
  describe(`engine: ${name}`, () => {
    let engine: Engine;
    let source: CheckpointSource;
    beforeEach(async () => {
      ({ engine, source } = await make());
    });
    afterEach(() => engine.dispose());
    const load = (signal = new AbortController().signal) =>
      collect(engine.load(source, LOAD_OPTIONS, signal));
    const generate = (signal = new AbortController().signal) =>
      collect(engine.generate(question('What hurts?'), signal));

    test('a load ends with ready', async () => {
      expect((await load()).at(-1)?.kind).toBe('ready');
    });

    test('what was said is forgotten, and the checkpoint still answers', async () => {
      await load();
      await generate();
      await engine.forget();
      expect(usageOf(await generate())?.reusedTokens).toBe(0);
    });

    test('an answer ends with done, once', async () => {
      await load();
      const events = await generate();
      expect(events.filter((event) => event.kind === 'done')).toHaveLength(1);
      expect(events.at(-1)?.kind).toBe('done');
    });

    test('the new tokens of done are the text events', async () => {
      await load();
      const events = await generate();
      expect(usageOf(events)?.newTokens).toBe(
        events.filter((event) => event.kind === 'text').length,
      );
    });

    test('a stop before the start ends with stopped and no text', async () => {
      await load();
      const events = await generate(AbortSignal.abort());
      expect(events.filter((event) => event.kind === 'text')).toEqual([]);
      expect(events.at(-1)).toMatchObject({ kind: 'done', finish: 'stopped' });
    });

    test('a stop after the first word ends with stopped', async () => {
      await load();
      const stopping = new AbortController();
      const events: GenerateEvent[] = [];
      for await (const event of engine.generate(question('Why?'), stopping.signal)) {
        events.push(event);
        if (event.kind === 'text') stopping.abort();
      }
      expect(events.at(-1)).toMatchObject({ kind: 'done', finish: 'stopped' });
    });

    test('a second question waits for the first answer', async () => {
      await load();
      const order: string[] = [];
      const ask = async (mark: string) => {
        for await (const event of engine.generate(question(mark), neverStops())) {
          order.push(mark);
          if (event.kind === 'done') return;
        }
      };
      await Promise.all([ask('1'), ask('2')]);
      expect(order.join('')).toMatch(/^1+2+$/);
    });

    test('it can be loaded again', async () => {
      await load();
      expect((await load()).at(-1)?.kind).toBe('ready');
      expect((await generate()).at(-1)?.kind).toBe('done');
    });

    test('asking with nothing loaded says that the device is lost', async () => {
      await expect(generate()).rejects.toMatchObject({ kind: 'device-lost' });
    });

    test('looking at an image with nothing loaded says that the device is lost', async () => {
      const image = { sha256: '0'.repeat(64), blob: new Blob() };
      await expect(engine.see(image)).rejects.toMatchObject({ kind: 'device-lost' });
    });

    test('the prompt in words has as many tokens as the answer was made from', async () => {
      await load();
      const { pieces, tokens } = await engine.spell(question('What hurts?').messages);
      expect(
        pieces.some((piece) => 'text' in piece && piece.text.includes('What hurts?')),
      ).toBe(true);
      expect(tokens).toBe(usageOf(await generate())?.promptTokens);
    });

    test('a load that is stopped says aborted', async () => {
      await expect(load(AbortSignal.abort())).rejects.toMatchObject({
        kind: 'aborted',
      });
    });
  });
}

export function question(text: string): GenerateRequest {
  return {
    messages: [{ role: 'user', content: [{ kind: 'text', text }] }],
    sampling: PULSEMIND_SAMPLING,
    maxNewTokens: 8,
  };
}

function neverStops(): AbortSignal {
  return new AbortController().signal;
}

function usageOf(events: readonly GenerateEvent[]) {
  const done = events.find((event) => event.kind === 'done');
  return done?.usage;
}

async function collect<T extends LoadEvent | GenerateEvent>(
  events: AsyncIterable<T>,
): Promise<T[]> {
  const all: T[] = [];
  for await (const event of events) all.push(event);
  return all;
}
