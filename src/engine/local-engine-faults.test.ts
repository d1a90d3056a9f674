import { afterEach, describe, expect, test, vi } from 'vitest';
import { AssistantError } from '../base/errors.ts';
import { ask, text, user } from '../testing/ask-engine.ts';
import { wrap } from '../testing/broken-network.ts';
import { load, loaded, newEngine } from '../testing/node-engine.ts';
import { tinySource } from '../testing/tiny-source.ts';
import type * as Configurations from './configurations.ts';
import type { Bindings, Runtime, RuntimeSession } from './runtime.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** What is done to the runtime that a load starts. */
const faults: { wrap: (runtime: Runtime) => Runtime } = vi.hoisted(() => ({
  wrap: (runtime) => runtime,
}));
vi.mock('./configurations.ts', async (importOriginal) => {
  const original = await importOriginal<typeof Configurations>();
  const createRuntime: typeof original.createRuntime = async (...request) =>
    faults.wrap(await original.createRuntime(...request));
  return { ...original, createRuntime };
});
afterEach(() => {
  faults.wrap = (runtime) => runtime;
});

describe('a device that fails while answering', () => {
  const failing = (error: Error) => {
    const run = async (session: RuntimeSession, bindings: Bindings) => {
      if (state.fails) throw error;
      await session.run(bindings);
    };
    const state = { fails: false, disposed: 0 };
    faults.wrap = (runtime) =>
      wrap(runtime, {
        async createSession(graph, mounts) {
          const session = await runtime.createSession(graph, mounts);
          return {
            dispose: () => session.dispose(),
            run: (bindings) => run(session, bindings),
          };
        },
        dispose() {
          state.disposed++;
          return runtime.dispose();
        },
      });
    return state;
  };

  test.each([
    new AssistantError('device-lost', 'The GPU is gone.', { reason: 'unplugged' }),
    new AssistantError('out-of-memory', 'The GPU is full.', { where: 'gpu' }),
  ])('is let go ($kind), and after a load it answers as before', async (error) => {
    const state = failing(error);
    const engine = await loaded();
    const messages = [user(text('What hurts?'))];
    const before = await ask(engine, messages);
    state.fails = true;
    await expect(ask(engine, messages)).rejects.toBe(error);
    expect(state.disposed).toBe(1);
    await expect(ask(engine, messages)).rejects.toMatchObject({ kind: 'device-lost' });
    state.fails = false;
    await load(engine, await tinySource());
    expect((await ask(engine, messages)).text).toBe(before.text);
  });

  test('for another reason stays loaded', async () => {
    const state = failing(new Error('a bug'));
    const engine = await loaded();
    const messages = [user(text('What hurts?'))];
    state.fails = true;
    await expect(ask(engine, messages)).rejects.toThrow('a bug');
    state.fails = false;
    expect((await ask(engine, messages)).newTokens).toBeGreaterThan(0);
    expect(state.disposed).toBe(0);
  });
});

describe('a checkpoint', () => {
  test('without a tokenizer is refused by name', async () => {
    const source = await tinySource();
    const files = new Map(source.files);
    files.delete('tokenizer.json');
    const engine = newEngine();
    await expect(load(engine, { ...source, files })).rejects.toMatchObject({
      kind: 'bad-data',
      details: { path: 'tokenizer.json' },
    });
  });

  test('replaces the one before it, which is let go', async () => {
    let disposed = 0;
    faults.wrap = (runtime) =>
      wrap(runtime, {
        dispose() {
          disposed++;
          return runtime.dispose();
        },
      });
    const engine = await loaded();
    const messages = [user(text('What hurts?'))];
    const first = await ask(engine, messages);
    await load(engine, await tinySource({ seed: 2 }));
    expect(disposed).toBe(1);
    const second = await ask(engine, messages);
    expect(second.reusedTokens).toBe(0);
    expect(second.text).not.toBe(first.text);
    await engine.dispose();
    expect(disposed).toBe(2);
  });

  test('is described when it is ready', async () => {
    const engine = newEngine();
    const ready = (await load(engine, await tinySource())).at(-1);
    expect(ready).toMatchObject({
      kind: 'ready',
      device: {
        runtime: 'wasm',
        floatType: 'f32',
        threads: 1,
        contextTokens: 2048,
        rejected: [{ configuration: 'WebGPU' }],
      },
    });
  });
});
