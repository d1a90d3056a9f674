/** @file The machine the bench runs on, as the report names it. */
import { cpus, release, totalmem, type as systemName } from 'node:os';
import { availableParallelism } from 'node:os';
import type { PageDescription } from '../measure/bench-requests.ts';
import type { Machine } from '../measure/findings.ts';
import { ORT_VERSION } from './ort-files.ts';
import { runProgram } from './program.ts';

/** @param chromium - its version */
export async function describeMachine(
  chromium: string,
  { gpu, wllama }: PageDescription,
): Promise<Machine> {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown processor',
    cores: availableParallelism(),
    memoryBytes: totalmem(),
    system: `${systemName()} ${release()}`,
    chromium,
    gpu,
    onnxruntime: ORT_VERSION,
    wllama,
    commit: await commit(),
    date: new Date().toISOString(),
  };
}

/** The commit, marked when files have changed since. */
async function commit(): Promise<string> {
  const git = async (...args: string[]) =>
    (await runProgram('git', args, { timeoutMs: 10_000 })).output.trim();
  const hash = await git('rev-parse', '--short=12', 'HEAD');
  const changed = await git('status', '--porcelain', '--untracked-files=no');
  return changed === '' ? hash : `${hash} with changes`;
}
