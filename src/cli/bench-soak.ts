/** @file How quick a long consultation is: measured in the built page by `e2e/soak`. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SoakFinding } from '../measure/findings.ts';
import type { Bench } from './bench-context.ts';
import { runProgram } from './program.ts';

const LIMIT_MS = 8 * 60_000;

export async function measureSoak({ folder, keep }: Bench): Promise<void> {
  const out = join(folder, 'soak.json');
  const { status } = await runProgram(
    'node_modules/.bin/playwright',
    ['test', '--config', 'e2e/soak/playwright.config.ts'],
    { shown: true, timeoutMs: LIMIT_MS, env: { SOAK_OUT: out } },
  );
  if (status !== 0) throw new Error('The soak failed; what it printed is above.');
  const findings = JSON.parse(await readFile(out, 'utf8')) as readonly SoakFinding[];
  for (const finding of findings) keep(finding);
}
