/**
 * @file Images that say nothing, and images that say something else: whoever looks at
 * them has to come to another diagnosis than with the patient's own.
 */
import { must } from '../../base/assert.ts';
import { Random } from '../../base/random.ts';
import type { RgbImage } from '../../image/rgb-image.ts';
import type { ClinicCase } from '../case.ts';
import { choose } from '../choose.ts';
import { conditionOf, neighboursIn, type ConditionId } from '../clinic-table.ts';
import { drawImage, type ImageRecipe } from '../drawing/draw-image.ts';
import { drawNuisance } from '../drawing/nuisance.ts';

export type ImageControl = 'blank' | 'swapped';

/** Middle grey of the same size. */
export function blankImage({ widthPx, heightPx }: RgbImage): RgbImage {
  const data = new Uint8Array(widthPx * heightPx * 3).fill(128);
  return { widthPx, heightPx, data };
}

export interface SwappedImages {
  /** Whose images they are. */
  readonly condition: ConditionId;
  readonly images: readonly ImageRecipe[];
}

/**
 * Images of a patient with another condition of the same presentation, taken in the
 * way of the case's split; undefined where no neighbour's images differ.
 */
export function swappedImages(clinicCase: ClinicCase): SwappedImages | undefined {
  const random = new Random(clinicCase.seed ^ 0x5a4b);
  const shown = (id: ConditionId): string =>
    clinicCase.images
      .map(({ kind }) => conditionOf(id).shows[kind] ?? 'normal')
      .join(' ');
  const others = neighboursIn(clinicCase.presentation).filter(
    ({ id }) => shown(id) !== shown(clinicCase.condition),
  );
  if (others.length === 0) return undefined;
  const { id, shows } = choose(random, others);
  const images = clinicCase.images.map((own) => ({
    kind: own.kind,
    finding: shows[own.kind] ?? 'normal',
    seed: own.seed ^ 0x40000000, // the lowest two bits are the split's
    nuisance: drawNuisance(random, clinicCase.split),
  }));
  return { condition: id, images };
}

/** The images of the case as they are shown to the doctor. */
export function shownImages(
  clinicCase: ClinicCase,
  control: ImageControl | undefined,
): readonly RgbImage[] {
  switch (control) {
    case undefined:
      return clinicCase.images.map(drawImage);
    case 'blank':
      return clinicCase.images.map((recipe) => blankImage(drawImage(recipe)));
    case 'swapped':
      return must(swappedImages(clinicCase), 'there is a neighbour').images.map(
        drawImage,
      );
  }
}
