/** @file What loading costs: the bundled checkpoint cold and warm, and one as large as a real one. */
import { openAsBlob } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { assert, must } from '../base/assert.ts';
import type { BenchAnswer, BenchDevice, LoadTimes } from '../measure/bench-requests.ts';
import type { LoadFinding, PageMemory } from '../measure/findings.ts';
import { writeRandomCheckpoint } from '../measure/random-checkpoint.ts';
import { repeat, spreadOf } from '../measure/statistics.ts';
import type { Bench } from './bench-context.ts';
import { FolderSink } from './folder-sink.ts';

const BUNDLED = 'public/checkpoints/clinic-mini';
const WARM_STARTS = { leastRuns: 1, mostRuns: 3, budgetMs: 60_000 };

/** The first load and later ones, each in a browser of its own. */
export async function measureLoads(
  { lab, options, keep }: Bench,
  device: BenchDevice,
): Promise<void> {
  await lab.forgetProfile();
  const cold = await lab.withPage((page) =>
    page.watchMemory(async () => {
      const installed = await page.run({ kind: 'install' });
      assert(installed.kind === 'install', 'an installation is answered as one');
      const times = timesOf(await page.run({ kind: 'load', device }));
      return { installMs: installed.ms, times };
    }),
  );
  const { installMs, times } = cold.result;
  keep(describeLoad('cold', [times], cold.memory, installMs));
  const patience = options.isQuick ? { ...WARM_STARTS, budgetMs: 0 } : WARM_STARTS;
  const warm = await repeat(patience, () =>
    lab.withPage((page) => page.watchMemory(() => page.run({ kind: 'load', device }))),
  );
  const { memory } = must(warm[0], 'a warm start');
  const warmTimes = warm.map(({ result }) => timesOf(result));
  keep(describeLoad('warm', warmTimes, memory, 0));
}

function describeLoad(
  start: LoadFinding['start'],
  times: readonly LoadTimes[],
  memory: PageMemory,
  installMs: number,
): LoadFinding {
  return {
    kind: 'load',
    device: must(times[0], 'a load').device,
    start,
    installMs: spreadOf([installMs]),
    engineMs: spreadOf(times.map((it) => it.engineMs)),
    ...memory,
  };
}

/** Loads a random checkpoint of Qwen2.5-VL-3B's shape from files on disk. */
export async function measureBigLoad(
  { lab, options, folder, keep }: Bench,
  device: BenchDevice,
): Promise<void> {
  if (device.runtime === 'wasm') {
    keep({ kind: 'note', text: 'memory-3b: a checkpoint of 3B needs WebGPU.' });
    return;
  }
  const home = join(folder, 'random-3b');
  const size = options.isQuick
    ? { layers: 4, visionBlocks: 2 }
    : { layers: 36, visionBlocks: 32 };
  try {
    await mkdir(home);
    const sink = new FolderSink(home);
    const checkpoint = await writeRandomCheckpoint(sink, await smallFiles(), size);
    const paths = (await readdir(home)).map((file) => join(home, file));
    const { result, memory } = await lab.withPage(async (page) => {
      await page.chooseFiles(paths);
      return page.watchMemory(() => page.run({ kind: 'big-load', device }));
    });
    keep({ kind: 'big-load', checkpoint, ...timesOf(result), ...memory });
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** Everything of the bundled checkpoint beside its weights: tokenizer, template, settings. */
async function smallFiles(): Promise<ReadonlyMap<string, Blob>> {
  const names = (await readdir(BUNDLED)).filter(
    (name) => /\.(json|jinja)$/.test(name) && name !== 'manifest.json',
  );
  const files = names.map(
    async (name) => [name, await openAsBlob(join(BUNDLED, name))] as const,
  );
  return new Map(await Promise.all(files));
}

function timesOf(answer: BenchAnswer): LoadTimes {
  assert(answer.kind === 'load', 'a load is answered with its times');
  return answer.times;
}
