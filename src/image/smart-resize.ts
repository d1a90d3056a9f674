/**
 * @file The size an image is brought to before it is cut into patches: whole
 * merged patches, the pixel count between two limits, the shape nearly kept.
 */
import { AssistantError } from '../base/errors.ts';

/** Pixel counts (width × height), inclusive. */
export interface PixelLimits {
  readonly minPixels: number;
  readonly maxPixels: number;
}

export interface ImageSize {
  readonly heightPx: number;
  readonly widthPx: number;
}

/** Longest edge over shortest, beyond which the model was never trained. */
const MAX_ASPECT = 200;

/**
 * The size to resize an image to.
 *
 * Doubles throughout and in the reference's order of operations (`h / β / edge`),
 * because a last-bit difference moves a floor by a whole patch.
 *
 * @param edgePx - edge of a merged patch: patchSize · mergeSize
 * @throws AssistantError `bad-input` for an image longer than 200 times its width
 * @see Qwen2VLImageProcessor, `smart_resize`
 */
export function smartResize(
  { heightPx, widthPx }: ImageSize,
  edgePx: number,
  { minPixels, maxPixels }: PixelLimits,
): ImageSize {
  if (Math.max(heightPx, widthPx) / Math.min(heightPx, widthPx) > MAX_ASPECT) {
    throw new AssistantError(
      'bad-input',
      `An image of ${widthPx}×${heightPx} pixels is too long and narrow (more than ${MAX_ASPECT}:1). Crop it first.`,
      { what: 'image', why: 'too-narrow' },
    );
  }
  const pixels = heightPx * widthPx;
  const rounded = {
    heightPx: roundHalfToEven(heightPx / edgePx) * edgePx,
    widthPx: roundHalfToEven(widthPx / edgePx) * edgePx,
  };
  const roundedPixels = rounded.heightPx * rounded.widthPx;
  if (roundedPixels > maxPixels) {
    const beta = Math.sqrt(pixels / maxPixels);
    return {
      heightPx: Math.max(edgePx, Math.floor(heightPx / beta / edgePx) * edgePx),
      widthPx: Math.max(edgePx, Math.floor(widthPx / beta / edgePx) * edgePx),
    };
  }
  if (roundedPixels < minPixels) {
    const beta = Math.sqrt(minPixels / pixels);
    return {
      heightPx: Math.ceil((heightPx * beta) / edgePx) * edgePx,
      widthPx: Math.ceil((widthPx * beta) / edgePx) * edgePx,
    };
  }
  return rounded;
}

/** Python's `round`: a half goes to the even neighbour. */
export function roundHalfToEven(x: number): number {
  const floor = Math.floor(x);
  const rest = x - floor;
  if (rest !== 0.5) return Math.round(x);
  return floor % 2 === 0 ? floor : floor + 1;
}
