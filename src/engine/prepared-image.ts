/** @file An attached image, decoded and cut into patches the vision tower takes. */
import { decodeImage } from '../image/decode.ts';
import { cutPatchesInOrder, patchGrid, type GridThw } from '../image/patches.ts';
import { resizeBicubic } from '../image/resize.ts';
import type { RgbImage } from '../image/rgb-image.ts';
import { smartResize, type ImageSize } from '../image/smart-resize.ts';
import type { VisionConfig } from '../model/config.ts';
import type { ImageSettings } from '../model/read-settings.ts';
import { windowOrder, type WindowOrder } from '../model/windows.ts';

export interface PreparedImage {
  readonly gridThw: GridThw;
  readonly order: WindowOrder;
  /** [N, patch columns], in window order. */
  readonly pixelValues: Float32Array;
  /** What the model sees: the picture after resizing. */
  readonly resized: RgbImage;
}

/** How many tokens an image of that grid becomes. */
export function imageTokens(
  [time, height, width]: GridThw,
  { mergeSize }: VisionConfig,
): number {
  return (time * height * width) / mergeSize ** 2;
}

/**
 * Decodes, and resizes by Pillow's bicubic.
 *
 * @returns the picture that is cut into patches, and the size it was attached in
 * @throws AssistantError `bad-input` when it is not an image that can be used
 */
export async function resizeForModel(
  blob: Blob,
  vision: VisionConfig,
  settings: ImageSettings,
): Promise<{ readonly resized: RgbImage; readonly original: ImageSize }> {
  const { widthPx, heightPx, data } = await decodeImage(blob);
  const original = { widthPx, heightPx };
  const size = smartResize(
    original,
    vision.patchSize * vision.mergeSize,
    settings.limits,
  );
  return { resized: resizeBicubic({ ...original, data }, size), original };
}

/**
 * Decodes, resizes, normalizes and cuts.
 *
 * @throws AssistantError `bad-input` when it is not an image that can be used
 */
export async function prepareImage(
  blob: Blob,
  vision: VisionConfig,
  settings: ImageSettings,
): Promise<PreparedImage> {
  const { resized } = await resizeForModel(blob, vision, settings);
  return cutPrepared(resized, vision, settings);
}

/** Cuts an image that already has its final size. */
export function cutPrepared(
  resized: RgbImage,
  vision: VisionConfig,
  settings: ImageSettings,
): PreparedImage {
  const order = windowOrder(patchGrid(resized, vision), vision);
  const { pixelValues, gridThw } = cutPatchesInOrder(
    resized,
    vision,
    settings.normalization,
    order.mergedOrder,
  );
  return { gridThw, order, pixelValues, resized };
}
