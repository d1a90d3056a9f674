/**
 * @file Chosen files become images of a turn: read by a thread of their own,
 * kept under their hash.
 */
import { sha256Hex } from '../base/sha256.ts';
import type { Picture } from '../image/picture.ts';
import { PictureReader } from '../image/picture-reader.ts';
import { startPictureThread } from '../image/start-picture-thread.ts';
import type { DraftImage } from './state.ts';

const reader = new PictureReader({ start: startPictureThread });

/** @throws AssistantError 'bad-input' that names the file and says what would work */
export async function readImage(file: File): Promise<DraftImage> {
  const picture = await reader.image(file);
  const ending = picture.mediaType === 'image/jpeg' ? 'jpg' : 'png';
  return asDraftImage(picture, file.name || `image.${ending}`);
}

async function asDraftImage(picture: Picture, name: string): Promise<DraftImage> {
  const { blob, mediaType, widthPx, heightPx } = picture;
  const encoded = new Uint8Array(await blob.arrayBuffer());
  const sha256 = await sha256Hex(encoded);
  const sizeBytes = encoded.length;
  return {
    attachment: { sha256, name, mediaType, widthPx, heightPx, sizeBytes },
    blob,
  };
}
