/** @file What is checked without running anything: lint, format, types, layers. */
import { availableParallelism } from 'node:os';
import { runProgram } from './program.ts';
import type { Tally } from './tally.ts';

/** The scripts of `package.json`, the slowest first. */
const CHECKS = ['check:types', 'check:lint', 'check:layers', 'check:format'] as const;

/** Runs every check, as many at once as there are cores, and prints what they find. */
export async function runChecks(): Promise<Tally> {
  const waiting = [...CHECKS];
  let failed = 0;
  const worker = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      if (!(await passes(check))) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return { passed: CHECKS.length - failed, failed };
}

async function passes(check: string): Promise<boolean> {
  const startMs = performance.now();
  const { status, output } = await runProgram('npm', ['run', '--silent', check], {
    timeoutMs: 5 * 60_000,
  });
  const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${check} (${seconds} s)`);
  if (status !== 0) console.log(output.trimEnd());
  return status === 0;
}
