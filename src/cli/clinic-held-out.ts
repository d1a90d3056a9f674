/** @file The proof that the patients of an examination were not in the training. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Hex } from '../base/sha256.ts';
import type { ClinicCase } from '../mediscope/case.ts';
import type { MediScopeRecord } from '../mediscope/record.ts';
import { fingerprint, sampleCase } from '../mediscope/sample-case.ts';
import {
  overlapsOf,
  sharedSentences,
  type Checked,
  type Overlap,
} from '../mediscope/split-check.ts';

export interface HeldOut {
  /** Where the other patients came from. */
  readonly from: string;
  readonly trained: number;
  readonly tested: number;
  /** Seeds, patients, camera settings, templates and wordings in more than one split. */
  readonly overlaps: readonly Overlap[];
}

/** Without the data that was trained on, so many patients are drawn from the training split. */
const DRAWN = 300;

export async function proveHeldOut(
  cases: readonly ClinicCase[],
  { seed, train }: { readonly seed: number; readonly train: string | undefined },
): Promise<HeldOut> {
  const trained =
    train === undefined ? await drawTrained(seed) : await readTrained(train);
  const tested = await Promise.all(cases.map(checked));
  return {
    from: train === undefined ? `drawn from seed ${seed}` : 'the data trained on',
    trained: trained.length,
    tested: tested.length,
    overlaps: [...overlapsOf([...trained, ...tested]), ...sharedSentences()],
  };
}

async function readTrained(folder: string): Promise<readonly Checked[]> {
  const text = await readFile(join(folder, 'cases.jsonl'), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as MediScopeRecord);
}

/** Of the same seed, where an overlap would show first. */
function drawTrained(seed: number): Promise<readonly Checked[]> {
  const drawn = Array.from({ length: DRAWN }, (_, index) =>
    sampleCase({ split: 'train', seed, index }),
  );
  return Promise.all(drawn.map(checked));
}

async function checked(clinicCase: ClinicCase): Promise<Checked> {
  const key = new TextEncoder().encode(fingerprint(clinicCase));
  return { ...clinicCase, patientKey: await sha256Hex(key) };
}
