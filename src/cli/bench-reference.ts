/** @file The reference implementation's speed, where Python has it installed. */
import * as v from 'valibot';
import type { BenchDevice } from '../measure/bench-requests.ts';
import type { Bench } from './bench-context.ts';
import { runProgram } from './program.ts';

const PROMPT_TOKENS = 64;
const LIMIT_MS = 300_000;

const Printed = v.object({ what: v.string(), prefill: v.number(), decode: v.number() });

export async function measureReference(
  { options, keep }: Bench,
  { threads }: BenchDevice,
): Promise<void> {
  if (!(await hasTransformers())) {
    const text =
      'reference: Python has no torch and transformers here, so their speed is unknown.';
    keep({ kind: 'note', text });
    return;
  }
  const counts = [threads, PROMPT_TOKENS, options.isQuick ? 8 : 48].map(String);
  const { output } = await runProgram('python3', [SCRIPT, ...counts], {
    timeoutMs: LIMIT_MS,
  });
  const { what, prefill, decode } = v.parse(
    Printed,
    JSON.parse(output.trim().split('\n').at(-1) ?? ''),
  );
  keep({
    kind: 'reference',
    what: `${what}, ${threads} threads`,
    promptTokens: PROMPT_TOKENS,
    prefillTokensPerSecond: prefill,
    decodeTokensPerSecond: decode,
  });
}

const SCRIPT = 'src/cli/reference-speed.py';

async function hasTransformers(): Promise<boolean> {
  const args = ['-c', 'import torch, transformers'];
  return (await runProgram('python3', args, { timeoutMs: 120_000 })).status === 0;
}
