/**
 * @file HEIC photos in browsers that cannot decode them, by libheif.
 *
 * The library turns the picture as the file's own properties say (irot, imir);
 * an EXIF orientation beside them is a copy and is not applied. It is loaded with
 * the first such photo.
 */
import type { HeifImage } from 'libheif-js';
import libheif from 'libheif-js/libheif-wasm/libheif-bundle.mjs';
import { must } from '../base/assert.ts';

/** @throws Error when the file is damaged */
export async function decodeHeic(bytes: Uint8Array): Promise<ImageBitmap> {
  const { HeifDecoder } = await libheif();
  const images = new HeifDecoder().decode(bytes);
  try {
    const image = must(
      images.find((one) => one.is_primary()) ?? images[0],
      'the file has an image',
    );
    return await createImageBitmap(await pixelsOf(image));
  } finally {
    for (const image of images) image.free();
  }
}

function pixelsOf(image: HeifImage): Promise<ImageData> {
  const picture = new ImageData(image.get_width(), image.get_height());
  return new Promise((resolve, reject) => {
    image.display(picture, (shown) => {
      if (shown === null) reject(new Error('libheif could not decode the image'));
      else resolve(picture);
    });
  });
}
