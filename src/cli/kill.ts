/**
 * @file `npm run test:kill [-- --runs N] [--seed S] [--times T]`: kills the browser
 * N times at moments drawn from seeds, and looks whether everything is there.
 *
 * With `--seed` alone it repeats that run.
 */
import { parseArgs } from 'node:util';
import { AssistantError } from '../base/errors.ts';
import { runCommand } from './command.ts';
import { runProgram } from './program.ts';

const MINUTE_MS = 60_000;
const ALL_RUNS = '1000';

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string' },
      seed: { type: 'string' },
      times: { type: 'string', default: '1' },
    },
  });
  const { seed = '0', times } = values;
  const runs = values.runs ?? (values.seed === undefined ? ALL_RUNS : '1');
  for (const [name, text] of Object.entries({ runs, seed, times })) {
    if (/^\d+$/.test(text)) continue;
    const sentence = `--${name} is "${text}". Give a whole number.`;
    throw new AssistantError('bad-input', sentence, { what: 'option' });
  }
  const { status } = await runProgram(
    'node_modules/.bin/playwright',
    ['test', '--config', 'e2e/kill/playwright.config.ts'],
    {
      shown: true,
      timeoutMs: 180 * MINUTE_MS,
      env: { KILL_RUNS: runs, KILL_SEED: seed, KILL_TIMES: times },
    },
  );
  if (status !== 0) process.exitCode = 1;
});
