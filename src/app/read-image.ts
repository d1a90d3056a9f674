/**
 * @file Chosen files become images of a turn: read by a thread of their own,
 * kept under their hash.
 */
import { sha256Hex } from '../base/sha256.ts';
import { imageKind } from '../image/image-kind.ts';
import type { Picture } from '../image/picture.ts';
import { PictureReader } from '../image/picture-reader.ts';
import { startPictureThread } from '../image/start-picture-thread.ts';
import type { Documents } from './documents.ts';
import type { DraftImage } from './state.ts';

const reader = new PictureReader({ start: startPictureThread });

/** @throws AssistantError 'bad-input' that names the file and says what would work */
export async function readImage(file: File): Promise<DraftImage> {
  const picture = await reader.image(file);
  const ending = picture.mediaType === 'image/jpeg' ? 'jpg' : 'png';
  return asDraftImage(picture, file.name || `image.${ending}`);
}

export const documents: Documents = {
  async isDocument(file) {
    try {
      const start = new Uint8Array(await file.slice(0, 132).arrayBuffer());
      return imageKind(start) === 'PDF';
    } catch {
      return false; // a folder, or a file that is gone: reading it as an image says so
    }
  },
  async *pages(file, signal) {
    for await (const event of reader.pages(file, signal)) {
      if (event.kind === 'opened' || event.kind === 'thumbnail') yield event;
    }
  },
  page: async (file, page, name) => asDraftImage(await reader.page(file, page), name),
  forget: () => reader.stop(),
};

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
