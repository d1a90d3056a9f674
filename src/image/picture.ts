/** @file An image as it is kept and sent: upright, and nothing beside its pixels. */

export interface Picture {
  readonly blob: Blob;
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly widthPx: number;
  readonly heightPx: number;
}

const JPEG_QUALITY = 0.95;

/** Encodes what was drawn. PNG loses nothing; JPEG is for photos. */
export async function encodePicture(
  canvas: OffscreenCanvas,
  mediaType: Picture['mediaType'],
): Promise<Picture> {
  const { width: widthPx, height: heightPx } = canvas;
  const blob = await canvas.convertToBlob({ type: mediaType, quality: JPEG_QUALITY });
  return { blob, mediaType, widthPx, heightPx };
}
