import { expect, test } from 'vitest';
import { decodeImage } from '../image/decode.ts';
import { cutRegion } from './cut-region.ts';
import { isBare } from '../image/image-metadata.ts';
import { readImage } from './read-image.ts';

const RECT = { x: 13, y: 31, widthPx: 47, heightPx: 29 };

/** Noise, so that any pixel taken from elsewhere shows. */
async function noise(type: string): Promise<Blob> {
  const canvas = new OffscreenCanvas(120, 90);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  let x = 7;
  const rgba = Uint8ClampedArray.from({ length: 120 * 90 * 4 }, (_, i) => {
    x = (Math.imul(x, 1664525) + 1013904223) >>> 0;
    return i % 4 === 3 ? 255 : x >>> 24;
  });
  context.putImageData(new ImageData(rgba, 120, 90), 0, 0);
  return canvas.convertToBlob({ type });
}

for (const type of ['image/png', 'image/jpeg', 'image/webp']) {
  test(`a region of a ${type} has the very pixels of the original`, async () => {
    const original = await noise(type);
    const cut = await cutRegion(original, RECT);
    const [whole, part] = [await decodeImage(original), await decodeImage(cut)];
    expect(part).toMatchObject({ widthPx: 47, heightPx: 29 });
    const expected = Uint8Array.from({ length: 47 * 29 * 3 }, (_, i) => {
      const column = Math.floor(i / 3) % 47;
      const row = Math.floor(i / 3 / 47);
      return whole.data[((31 + row) * 120 + 13 + column) * 3 + (i % 3)];
    });
    expect(part.data).toEqual(expected);
  });
}

test('a region is attached byte for byte as it was cut', async () => {
  const cut = await cutRegion(await noise('image/png'), RECT);
  const bytes = new Uint8Array(await cut.arrayBuffer());
  expect(isBare('PNG', bytes)).toBe(true);
  const { attachment, blob } = await readImage(new File([cut], 'hand region.png'));
  expect(new Uint8Array(await blob.arrayBuffer())).toEqual(bytes);
  expect(attachment).toMatchObject({
    widthPx: 47,
    heightPx: 29,
    mediaType: 'image/png',
  });
});
