/** @file How much of an image's resolution the model is not given. */
import type { SeenImage } from '../../app/image-viewing.ts';

/** Beyond this what one sees in the original may not be there for the model. */
export const LOSS_TO_WARN_OF = 2;

/** How many original pixels became one, in the direction that lost more; below 1 when it was enlarged. */
export function lossOf(
  image: Pick<
    SeenImage,
    'widthPx' | 'heightPx' | 'originalWidthPx' | 'originalHeightPx'
  >,
): number {
  return Math.max(
    image.originalWidthPx / image.widthPx,
    image.originalHeightPx / image.heightPx,
  );
}
