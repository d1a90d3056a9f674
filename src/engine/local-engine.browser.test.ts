/** @file The engine in a browser: which runtime it finds, and what happens when the GPU goes. */
import { afterEach, expect, test, vi } from 'vitest';
import { ask, collect, text, user } from '../testing/ask-engine.ts';
import { tinySource } from '../testing/tiny-source.ts';
import { describeAdapter } from './gpu-adapter.ts';
import type { LoadEvent, LoadOptions } from './engine.ts';
import { createEngine } from './local-engine.ts';

const GPU: LoadOptions = {
  runtime: 'webgpu',
  floatType: 'f32',
  threads: 1,
  contextTokens: 512,
};
const QUESTION = [user(text('What hurts?'))];

const engine = createEngine();
afterEach(async () => {
  vi.restoreAllMocks();
  await engine.dispose();
});

const load = async (change: Partial<LoadOptions> = {}): Promise<LoadEvent[]> =>
  collect(
    engine.load(
      await tinySource({ layers: 1, isEndless: true }),
      { ...GPU, ...change },
      new AbortController().signal,
    ),
  );

const deviceOf = (events: readonly LoadEvent[]) => {
  const last = events.at(-1);
  if (last?.kind !== 'ready') throw new Error('it is not ready');
  return last.device;
};

/** The devices that are opened from now on. */
function watchDevices(): GPUDevice[] {
  const devices: GPUDevice[] = [];
  const requestDevice = GPUAdapter.prototype.requestDevice;
  vi.spyOn(GPUAdapter.prototype, 'requestDevice').mockImplementation(async function (
    this: GPUAdapter,
    ...request
  ) {
    const device = await requestDevice.apply(this, request);
    devices.push(device);
    return device;
  });
  return devices;
}

test('answers the same on the GPU and on the CPU', async () => {
  const onGpu = deviceOf(await load());
  expect(onGpu).toMatchObject({ runtime: 'webgpu-jspi', subgroups: false });
  expect(onGpu.selfCheckError).toBeLessThan(1e-4);
  const answer = await ask(engine, QUESTION);
  const onCpu = deviceOf(await load({ runtime: 'wasm' }));
  expect(onCpu).toMatchObject({ runtime: 'wasm', threads: 1 });
  expect((await ask(engine, QUESTION)).text).toBe(answer.text);
});

test('left to choose, leaves a software GPU for the CPU and says why', async ({
  skip,
}) => {
  const adapter = await describeAdapter();
  if (adapter?.isSoftware !== true) skip('this device is a real one');
  const device = deviceOf(await load({ runtime: 'auto', threads: 2 }));
  expect(device).toMatchObject({ runtime: 'wasm', threads: 2 });
  expect(device.rejected).toEqual([
    { configuration: 'WebGPU', reason: expect.stringContaining('software') },
  ]);
});

test('a device that is lost while answering is an error; loaded again, it answers', async () => {
  const devices = watchDevices();
  await load();
  const before = await ask(engine, QUESTION);
  let words = 0;
  const lost = ask(engine, QUESTION, {
    maxNewTokens: 100,
    onEvent: (event) =>
      event.kind === 'text' && ++words === 2 && devices.at(-1)?.destroy(),
  });
  await expect(lost).rejects.toMatchObject({ kind: 'device-lost' });
  expect(words).toBe(2);
  await expect(ask(engine, QUESTION)).rejects.toMatchObject({ kind: 'device-lost' });
  await load();
  expect((await ask(engine, QUESTION)).text).toBe(before.text);
});
