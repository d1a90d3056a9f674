import { expect, test } from 'vitest';
import { conditionOf } from '../clinic-table.ts';
import { drawImage } from '../drawing/draw-image.ts';
import { sampleCase } from '../sample-case.ts';
import { overlapsOf } from '../split-check.ts';
import { blankImage, shownImages, swappedImages } from './image-controls.ts';

const CASES = Array.from({ length: 60 }, (_, index) =>
  sampleCase({ split: 'test', seed: 4, index }),
);

test('swapped images are of the same kinds, and at least one shows something else', () => {
  for (const one of CASES) {
    const swapped = swappedImages(one);
    if (swapped === undefined) continue;
    expect(swapped.condition).not.toBe(one.condition);
    expect(swapped.images.map(({ kind }) => kind)).toEqual(
      one.images.map(({ kind }) => kind),
    );
    const differing = swapped.images.filter(
      ({ finding }, at) => finding !== one.images[at]?.finding,
    );
    expect(differing.length).toBeGreaterThan(0);
    const { shows } = conditionOf(swapped.condition);
    for (const { kind, finding } of swapped.images) {
      expect(finding).toBe(shows[kind] ?? 'normal');
    }
  }
});

test('every case that depends on its images has something to swap with', () => {
  for (const one of CASES.filter(({ isImageDependent }) => isImageDependent)) {
    expect(swappedImages(one), one.condition).toBeDefined();
  }
});

test('swapped images stay held out', () => {
  const trained = Array.from({ length: 60 }, (_, index) =>
    sampleCase({ split: 'train', seed: 4, index }),
  ).map((one) => ({ ...one, patientKey: one.id }));
  const swapped = CASES.flatMap((one) => {
    const images = swappedImages(one)?.images ?? [];
    return [{ ...one, patientKey: one.id, images }];
  });
  expect(overlapsOf([...trained, ...swapped])).toEqual([]);
});

test('a blank image is grey and of the same size', () => {
  const [one] = CASES;
  const recipe = one?.images[0];
  if (one === undefined || recipe === undefined) throw new Error('a case has an image');
  const drawn = drawImage(recipe);
  const blank = blankImage(drawn);
  expect([blank.widthPx, blank.heightPx]).toEqual([drawn.widthPx, drawn.heightPx]);
  expect(blank.data).toHaveLength(drawn.data.length);
  expect(new Set(blank.data)).toEqual(new Set([128]));
  expect(shownImages(one, undefined)[0]).toEqual(drawn);
  expect(shownImages(one, 'blank')[0]).toEqual(blank);
});
