/** @file How many passed and how many failed, read from what the test runners write down. */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** Of those that passed, how many did only when tried again. */
  readonly retried?: number;
}

const vitestReport = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  testResults: v.array(
    v.object({
      status: v.string(),
      assertionResults: v.array(v.object({ status: v.string() })),
    }),
  ),
});

const playwrightReport = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number() }),
  errors: v.array(v.unknown()),
});

/** Of vitest's JSON report. A file that could not even be loaded counts as one failure. */
export function readVitestTally(text: string): Tally {
  const report = v.parse(vitestReport, JSON.parse(text));
  const brokenFiles = report.testResults.filter(
    (file) =>
      file.status === 'failed' &&
      file.assertionResults.every((test) => test.status !== 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
  };
}

/** Of Playwright's JSON report. What failed outside a test counts as well. */
export function readPlaywrightTally(text: string): Tally {
  const { stats, errors } = v.parse(playwrightReport, JSON.parse(text));
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    ...(stats.flaky > 0 && { retried: stats.flaky }),
  };
}

/**
 * What a runner reported, held against how it ended: one that failed without
 * naming a failure, or left no report, has failed once.
 */
export function tallyOfRun(
  path: string,
  read: (text: string) => Tally,
  status: number | null,
): Tally {
  let tally: Tally = { passed: 0, failed: 0 };
  try {
    tally = read(readFileSync(path, 'utf8'));
  } catch {
    return { passed: 0, failed: 1 };
  }
  return status !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

export function addTallies(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
    failed: tallies.reduce((sum, tally) => sum + tally.failed, 0),
  };
}
