import { expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import { sha256Hex } from '../base/sha256.ts';
import { Random } from '../base/random.ts';
import { drawImage } from './drawing/draw-image.ts';
import { drawNuisance } from './drawing/nuisance.ts';
import { findingsOf, IMAGE_KINDS } from './findings.ts';
import { SPLITS } from './language.ts';
import { makeCase } from './make-case.ts';
import { allFindings, makeFinding } from './make-finding.ts';
import { knowledgeItems } from './knowledge.ts';
import { medDiagnoseCsv, toCMtMedQa, toMedDiagnose } from './released-formats.ts';

// Saved: a change here means that published numbers belong to other data.
const GOLDEN = {
  records: 'e5bffb37c7baee31bceb296bcfbeae535d16fd7429463fb7b131c6a372ee2749',
  knowledge: 'a158155bb957bbb5f4109e345e443172abbef238cbc004f1fd45a8ac55b8dc11',
  images: 'f05e0e43d4fdb65a354dea3d8a7c5b7a5a73a44c2843c4b740ed5bdaeeab5899',
};

test('the same seed gives the same records, images and texts, byte for byte', async () => {
  const made = [];
  for (const split of SPLITS) made.push(await makeCase({ split, seed: 1, index: 4 }));
  const records = made.map(({ record }) => record);
  for (const { record, pngs } of made) {
    const hashes = await Promise.all(pngs.map((png) => sha256Hex(png)));
    expect(record.images.map(({ sha256 }) => sha256)).toEqual(hashes);
  }
  const text = [
    ...records.map((record) => JSON.stringify(record)),
    medDiagnoseCsv(records),
    JSON.stringify(records.map(toMedDiagnose)),
    JSON.stringify(records.map(toCMtMedQa)),
  ].join('\n');
  expect(await sha256Hex(new TextEncoder().encode(text))).toBe(GOLDEN.records);
}, 60_000);

test('the knowledge is the same for everybody', async () => {
  const text = JSON.stringify(SPLITS.map((split) => knowledgeItems(split)));
  expect(await sha256Hex(new TextEncoder().encode(text))).toBe(GOLDEN.knowledge);
});

test('an image by itself carries a question and what it shows', async () => {
  const { record, png } = await makeFinding(
    { kind: 'blood-film', finding: 'sickles' },
    { split: 'train', seed: 1, index: 0 },
  );
  expect(record.sha256).toBe(await sha256Hex(png));
  expect(record.asked.en.answer).toBe('sickle-shaped red cells');
  expect(record.asked.zh.question).toMatch(/血涂片/);
  expect(allFindings().length).toBeGreaterThan(60);
});

test('every kind of image is the same pixels everywhere', async () => {
  const hashes: string[] = [];
  for (const kind of IMAGE_KINDS) {
    const finding = must(findingsOf(kind)[2], `${kind} has three findings`);
    const nuisance = drawNuisance(new Random(2), 'test');
    hashes.push(await sha256Hex(drawImage({ kind, finding, seed: 11, nuisance }).data));
  }
  expect(await sha256Hex(new TextEncoder().encode(hashes.join(' ')))).toBe(
    GOLDEN.images,
  );
}, 60_000);

test.each(IMAGE_KINDS)(
  'an image of kind %s tells a finding from its control',
  (kind) => {
    const [control, finding] = findingsOf(kind);
    const nuisance = drawNuisance(new Random(1), 'train');
    const draw = (shown: typeof control): Uint8Array =>
      drawImage({ kind, finding: shown ?? 'normal', seed: 5, nuisance }).data;
    const a = draw(control);
    const b = draw(finding);
    let difference = 0;
    for (let i = 0; i < a.length; i++) {
      difference += Math.abs((a[i] ?? 0) - (b[i] ?? 0));
    }
    expect(difference / a.length).toBeGreaterThan(0.5); // of 255, over all pixels
  },
);
