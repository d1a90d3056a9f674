/**
 * @file `npm test`: everything there is to test, in one command.
 *
 * Each stage runs whatever became of the ones before it. The last line counts
 * all of them together: every test, and every check as one.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { runChecks } from './checks.ts';
import { runProgram } from './program.ts';
import {
  addTallies,
  readPlaywrightTally,
  readVitestTally,
  tallyOfRun,
  type Tally,
} from './tally.ts';

const MINUTE_MS = 60_000;
const REPORTS = 'node_modules/.cache/test-reports';

interface Stage {
  readonly name: string;
  run(): Promise<Tally>;
}

const STAGES: readonly Stage[] = [
  { name: 'chromium', run: () => npmScript('ensure-chromium', 15) },
  { name: 'checks', run: runChecks },
  { name: 'unit tests', run: () => vitest('node', 10) },
  { name: 'build', run: () => npmScript('build', 5) },
  { name: 'browser tests', run: browserTests },
  { name: 'end-to-end tests', run: () => playwright('e2e', 25) },
  { name: 'kill runs', run: () => playwright('e2e/kill', 10, { KILL_RUNS: '50' }) },
];

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

const tallies: Tally[] = [];
const summary: string[] = [];
for (const stage of STAGES) {
  console.log(`\n== ${stage.name}`);
  const startMs = performance.now();
  const tally = await stage.run();
  const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
  const again = tally.retried ? `, ${tally.retried} of them at the second try` : '';
  const line = `${stage.name}: ${tally.passed} passed${again}, ${tally.failed} failed (${seconds} s)`;
  console.log(`== ${line}`);
  summary.push(line);
  tallies.push(tally);
}

const { passed, failed } = addTallies(tallies);
console.log(`\n${summary.join('\n')}\n`);
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;

/** A script of `package.json`, counted as one check. */
async function npmScript(script: string, minutes: number): Promise<Tally> {
  const { status } = await runProgram('npm', ['run', '--silent', script], {
    shown: true,
    timeoutMs: minutes * MINUTE_MS,
  });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * Vitest's browser mode can wait for ever for a page that never loads (vitest
 * #10791 and #11243): a run that never ended, and nothing else, is begun once more.
 */
async function browserTests(): Promise<Tally> {
  const tally = await vitest('browser', 9);
  if (tally.hasEnded) return tally;
  console.log('The browser tests never ended. Once more:');
  const again = await vitest('browser', 9);
  return { ...again, retried: again.passed };
}

async function vitest(
  project: 'node' | 'browser',
  minutes: number,
): Promise<Tally & { readonly hasEnded: boolean }> {
  const report = `${REPORTS}/${project}.json`;
  const args = ['run', '--project', project, '--reporter=default'];
  const { status } = await runProgram(
    'node_modules/.bin/vitest',
    [...args, '--reporter=json', `--outputFile.json=${report}`],
    { shown: true, timeoutMs: minutes * MINUTE_MS },
  );
  return {
    ...tallyOfRun(report, readVitestTally, status),
    hasEnded: status !== null,
  };
}

async function playwright(
  folder: string,
  minutes: number,
  env: Readonly<Record<string, string>> = {},
): Promise<Tally> {
  const report = `${REPORTS}/${folder.replace('/', '-')}.json`;
  const { status } = await runProgram(
    'node_modules/.bin/playwright',
    ['test', '--config', `${folder}/playwright.config.ts`, '--reporter=list,json'],
    {
      shown: true,
      timeoutMs: minutes * MINUTE_MS,
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    },
  );
  return tallyOfRun(report, readPlaywrightTally, status);
}
