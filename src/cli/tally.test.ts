import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  addTallies,
  readPlaywrightTally,
  readVitestTally,
  tallyOfRun,
} from './tally.ts';

const vitestFile = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((of) => ({ status: of })),
});

test('a test file that could not be loaded is a failure beside the failed tests', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    testResults: [
      vitestFile('passed', 'passed', 'passed'),
      vitestFile('failed', 'passed', 'failed'),
      vitestFile('failed'),
    ],
  };
  expect(readVitestTally(JSON.stringify(report))).toEqual({ passed: 3, failed: 2 });
});

test('an error outside the end-to-end tests is a failure', () => {
  const report = {
    stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 },
    errors: [{}],
  };
  expect(readPlaywrightTally(JSON.stringify(report))).toEqual({
    passed: 5,
    failed: 2,
    retried: 1,
  });
});

test('a run without a report has failed', () => {
  expect(tallyOfRun('nowhere.json', readVitestTally, 0)).toEqual({
    passed: 0,
    failed: 1,
  });
});

test('a run that ends badly has failed, whatever it reported', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'tally-')), 'report.json');
  writeFileSync(path, '{"numPassedTests":2,"numFailedTests":0,"testResults":[]}');
  expect(tallyOfRun(path, readVitestTally, 0)).toEqual({ passed: 2, failed: 0 });
  expect(tallyOfRun(path, readVitestTally, 1)).toEqual({ passed: 2, failed: 1 });
  expect(tallyOfRun(path, readVitestTally, null)).toEqual({ passed: 2, failed: 1 });
});

test('tallies add up', () => {
  const sum = addTallies([
    { passed: 1, failed: 0 },
    { passed: 4, failed: 2 },
  ]);
  expect(sum).toEqual({ passed: 5, failed: 2 });
});
