import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import { makeCase } from '../mediscope/make-case.ts';
import { sampleCase } from '../mediscope/sample-case.ts';
import { proveHeldOut } from './clinic-held-out.ts';

const CASES = [0, 1, 2].map((index) =>
  sampleCase({ split: 'test', seed: 6, index, language: 'en' }),
);

test('patients of the test split are new to the training split of the same seed', async () => {
  const found = await proveHeldOut(CASES, { seed: 6, train: undefined });
  expect(found).toMatchObject({ trained: 300, tested: 3, overlaps: [] });
});

test('a patient who was trained on is found in the data', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pulsemind-held-out-'));
  try {
    const { record } = await makeCase({
      split: 'test',
      seed: 6,
      index: 1,
      language: 'en',
    });
    const trained = { ...record, split: 'train' };
    await writeFile(join(folder, 'cases.jsonl'), `${JSON.stringify(trained)}\n`);
    const { overlaps } = await proveHeldOut(CASES, { seed: 6, train: folder });
    expect(overlaps.map(({ what }) => what)).toContain('patient');
    expect(overlaps.map(({ value }) => value)).toContain(
      String(must(CASES[1], 'the second').seed),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});
