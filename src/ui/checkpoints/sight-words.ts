/** @file What a checkpoint can make of images, in words. */
import type { CheckpointSummary } from '../../app/state.ts';
import type { Strings } from '../strings/en.ts';

export function sightWords(
  { understandsImages, isDemonstration }: CheckpointSummary,
  strings: Strings,
): string {
  if (!understandsImages) return strings.textOnly;
  return isDemonstration === true ? strings.drawnImagesOnly : strings.understandsImages;
}
