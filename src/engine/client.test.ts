import { describe, expect, test } from 'vitest';
import { AssistantError } from '../base/errors.ts';
import type { WorkerHandle } from '../base/worker-protocol.ts';
import { channelWorker } from '../testing/channel-worker.ts';
import { ScriptedEngine } from '../testing/scripted-engine.ts';
import { tinyManifest } from '../testing/tiny-manifest.ts';
import { WorkerEngine } from './client.ts';
import { describeEngine, LOAD_OPTIONS, question } from './engine.contract.ts';
import type { CheckpointSource } from './engine.ts';
import { serveEngine } from './serve.ts';

const source: CheckpointSource = {
  manifest: tinyManifest({ 'a.bin': { bytes: 3, chunks: ['00'] } }),
  files: new Map([['a.bin', new Blob(['abc'])]]),
};
const script = { answers: ['Since when does it hurt?'], wordMs: 2 };

function behindWorker(scripted = new ScriptedEngine(script)) {
  const handles: WorkerHandle[] = [];
  const engine = new WorkerEngine(() => {
    const handle = channelWorker((scope) => serveEngine(scope, scripted));
    handles.push(handle);
    return handle;
  });
  return { engine, source, scripted, handles };
}

describeEngine('scripted', () => ({
  engine: new ScriptedEngine(script),
  source,
}));
describeEngine('behind a worker', () => behindWorker());

describe('WorkerEngine', () => {
  const signal = new AbortController().signal;

  test('manifest and blobs arrive on the other side', async () => {
    const { engine, scripted } = behindWorker();
    await drain(engine.load(source, LOAD_OPTIONS, signal));
    expect(scripted.sources[0]?.manifest).toEqual(source.manifest);
    expect(await scripted.sources[0]?.files.get('a.bin')?.text()).toBe('abc');
    await engine.dispose();
  });

  test('an error keeps its kind and details across the border', async () => {
    const { engine, scripted } = behindWorker();
    scripted.loadErrors.push(
      new AssistantError('out-of-memory', 'Too big.', { where: 'gpu', neededBytes: 7 }),
    );
    await expect(
      drain(engine.load(source, LOAD_OPTIONS, signal)),
    ).rejects.toMatchObject({
      name: 'AssistantError',
      kind: 'out-of-memory',
      details: { where: 'gpu', neededBytes: 7 },
    });
    await engine.dispose();
  });

  test('a crash fails what was running, and the next load starts a new worker', async () => {
    const { engine, handles } = behindWorker();
    await drain(engine.load(source, LOAD_OPTIONS, signal));
    const answer = drain(engine.generate(question('Why?'), signal));
    handles[0]?.dispatchEvent(new Event('error'));
    await expect(answer).rejects.toMatchObject({ kind: 'device-lost' });
    await expect(
      drain(engine.generate(question('Why?'), signal)),
    ).rejects.toMatchObject({
      kind: 'device-lost',
    });
    await drain(engine.load(source, LOAD_OPTIONS, signal));
    expect(handles).toHaveLength(2);
    await engine.dispose();
  });

  test('leaving an answer early stops it in the worker', async () => {
    const scripted = new ScriptedEngine({ answers: ['a b c d e f g h'], wordMs: 5 });
    const { engine } = behindWorker(scripted);
    await drain(engine.load(source, LOAD_OPTIONS, signal));
    for await (const event of engine.generate(question('1'), signal)) {
      if (event.kind === 'text') break;
    }
    const started = performance.now();
    await drain(engine.generate(question('2'), AbortSignal.abort()));
    expect(performance.now() - started).toBeLessThan(30);
    await engine.dispose();
  });
});

async function drain(events: AsyncIterable<unknown>): Promise<void> {
  for await (const event of events) void event;
}
