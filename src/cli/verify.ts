/**
 * @file `npm run verify -- FOLDER [--device wasm|webgpu] [--bits 32|16|8|4|mixed] [--float f32|f16]`:
 * every stage of a checkpoint against the reference values beside it. A folder with an
 * adapter is verified over its base, `--base FOLDER` (Clinic-Mini when it is not named).
 *
 * On wasm the check runs in Node with the CPU build the page would load, on
 * WebGPU in a headless Chromium. Exit status 1 when a stage fails.
 */
import { openAsBlob } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { AssistantError } from '../base/errors.ts';
import { BITS, type Bits } from '../checkpoint/recipe.ts';
import type { FloatType } from '../engine/engine.ts';
import { createWasmRuntime } from '../engine/runtime-wasm.ts';
import { printStage, type Stage } from '../verify/stage.ts';
import { tryCheckpoint } from '../verify/try-checkpoint.ts';
import { verifyAdapted } from '../verify/verify-adapted.ts';
import { verifyCheckpoint } from '../verify/verify-checkpoint.ts';
import { runCommand } from './command.ts';
import { openLab } from './lab.ts';
import { nodeOrtFiles } from './node-ort-files.ts';

const USAGE =
  'Usage: npm run verify -- FOLDER [--device wasm|webgpu] [--bits 32|16|8|4|mixed] [--float f32|f16] [--base FOLDER]';
const THREADS = 2;

interface Options {
  readonly folder: string;
  /** What an adapter lies over. */
  readonly base: string;
  readonly device: 'wasm' | 'webgpu';
  readonly bits: Bits;
  readonly floatType: FloatType;
}

await runCommand(async () => {
  const options = readOptions();
  const paths = await listVerified(options);
  if (!paths.has('golden.safetensors')) {
    const { device, answer } = await tryOn(options, paths);
    console.log(
      `device: ${device}\nno reference values to compare with; its greedy answer:\n${answer}`,
    );
    process.exit();
  }
  let passed = 0;
  let failed = 0;
  for await (const stage of options.device === 'wasm'
    ? onWasm(options, paths)
    : onWebGpu(options, paths)) {
    console.log(printStage(stage));
    if (stage.isOk) passed++;
    else failed++;
  }
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0 || passed === 0) process.exitCode = 1;
  // the CPU build's threads would keep the process alive
  process.exit();
});

function readOptions(): Options {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      device: { type: 'string', default: 'wasm' },
      bits: { type: 'string', default: '32' },
      float: { type: 'string', default: 'f32' },
      base: { type: 'string', default: 'public/checkpoints/clinic-mini' },
    },
  });
  const [folder] = positionals;
  const { device, float } = values;
  const bits = BITS.find((it) => it === values.bits);
  if (
    folder === undefined ||
    bits === undefined ||
    (device !== 'wasm' && device !== 'webgpu') ||
    (float !== 'f32' && float !== 'f16') ||
    (device === 'wasm' && float === 'f16')
  ) {
    throw new AssistantError('bad-input', USAGE, { what: 'option' });
  }
  return { folder, base: values.base, device, bits, floatType: float };
}

/** The folder's files; those of an adapter's reference values over the files of its base. */
async function listVerified({ folder, base }: Options): Promise<Map<string, string>> {
  const own = await listFiles(folder);
  return isAdapter(own) ? new Map([...(await listFiles(base)), ...own]) : own;
}

/** An adapter with reference values, and no checkpoint beside it. */
function isAdapter(paths: ReadonlyMap<string, unknown>): boolean {
  return paths.has('adapter.json') && paths.has('golden.safetensors');
}

async function listFiles(folder: string): Promise<Map<string, string>> {
  const paths = new Map<string, string>();
  for (const name of await readdir(folder).catch(noFolder(folder))) {
    const path = join(folder, name);
    if ((await stat(path)).isFile()) paths.set(name, path);
  }
  return paths;
}

function noFolder(folder: string): () => never {
  return () => {
    throw new AssistantError('bad-input', `There is no folder "${folder}". ${USAGE}`, {
      what: 'folder',
    });
  };
}

async function openAll(paths: ReadonlyMap<string, string>): Promise<Map<string, Blob>> {
  const files = new Map<string, Blob>();
  for (const [name, path] of paths) files.set(name, await openAsBlob(path));
  return files;
}

async function tryOn(
  { device, bits, floatType }: Options,
  paths: ReadonlyMap<string, string>,
): Promise<{ device: string; answer: string }> {
  if (device === 'wasm') {
    const files = await openAll(paths);
    return tryCheckpoint({ files, bits, floatType, device, ort: nodeOrtFiles });
  }
  const module = '/src/verify/verify-page.ts';
  const lab = await openLab({ module, files: paths, onReport: () => {} });
  try {
    return (await lab.run({ bits, floatType, isTrial: true })) as {
      device: string;
      answer: string;
    };
  } finally {
    await lab.close();
  }
}

async function* onWasm(
  { bits }: Options,
  paths: ReadonlyMap<string, string>,
): AsyncGenerator<Stage> {
  const files = await openAll(paths);
  const runtime = await createWasmRuntime(nodeOrtFiles, THREADS);
  console.log(`device: ${runtime.description}`);
  yield* isAdapter(files)
    ? verifyAdapted({ files, runtime })
    : verifyCheckpoint({ files, bits, runtime, strategy: 'columns' });
}

async function* onWebGpu(
  { bits, floatType }: Options,
  files: ReadonlyMap<string, string>,
): AsyncGenerator<Stage> {
  const stages: Stage[] = [];
  const lab = await openLab({
    module: '/src/verify/verify-page.ts',
    files,
    onReport(value) {
      const { device, stage } = value as { device?: string; stage?: Stage };
      if (device !== undefined) console.log(`device: ${device}`);
      if (stage !== undefined) stages.push(stage);
    },
  });
  try {
    await lab.run({ bits, floatType });
  } finally {
    await lab.close();
  }
  yield* stages;
}
