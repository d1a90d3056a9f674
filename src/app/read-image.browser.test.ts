import { expect, test } from 'vitest';
import { concatBytes } from '../base/bytes.ts';
import { sha256Hex } from '../base/sha256.ts';
import { isBare } from '../image/image-metadata.ts';
import { readImage } from './read-image.ts';

/** Left half red, right half blue, 40 × 20. */
async function picture(type: string): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(40, 20);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.fillStyle = 'red';
  context.fillRect(0, 0, 20, 20);
  context.fillStyle = 'blue';
  context.fillRect(20, 0, 20, 20);
  const blob = await canvas.convertToBlob({ type });
  return new Uint8Array(await blob.arrayBuffer());
}

/** "Turn me a quarter to the right", as a camera held upright writes it. */
const EXIF_ORIENTATION_6 = concatBytes([
  Uint8Array.of(0xff, 0xe1, 0, 34, ...ascii('Exif'), 0, 0),
  Uint8Array.of(...ascii('MM'), 0, 42, 0, 0, 0, 8, 0, 1),
  Uint8Array.of(0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0),
]);

function ascii(text: string): number[] {
  return Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
}

const fileOf = (name: string, ...parts: Uint8Array[]) =>
  new File([concatBytes(parts) as Uint8Array<ArrayBuffer>], name);

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}

async function colourAt(blob: Blob, x: number, y: number): Promise<'red' | 'blue'> {
  const bitmap = await createImageBitmap(blob, { imageOrientation: 'none' });
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  const [red = 0, , blue = 0] = context?.getImageData(x, y, 1, 1).data ?? [];
  return red > blue ? 'red' : 'blue';
}

test('a photo is turned upright and tells nothing but its pixels', async () => {
  const jpeg = await picture('image/jpeg');
  const file = fileOf(
    'p.jpg',
    jpeg.subarray(0, 2),
    EXIF_ORIENTATION_6,
    jpeg.subarray(2),
  );
  const { attachment, blob } = await readImage(file);
  expect(attachment).toMatchObject({
    name: 'p.jpg',
    mediaType: 'image/jpeg',
    widthPx: 20,
    heightPx: 40,
    sizeBytes: blob.size,
  });
  const bytes = await bytesOf(blob);
  expect(isBare('JPEG', bytes)).toBe(true);
  expect(attachment.sha256).toBe(await sha256Hex(bytes));
  expect(await colourAt(blob, 10, 4)).toBe('red');
  expect(await colourAt(blob, 10, 36)).toBe('blue');
});

test('a plain JPEG or PNG is kept byte for byte', async () => {
  for (const type of ['image/jpeg', 'image/png']) {
    const bytes = await picture(type);
    const { attachment, blob } = await readImage(fileOf('plain', bytes));
    expect(await bytesOf(blob)).toEqual(bytes);
    expect(attachment).toMatchObject({ mediaType: type, widthPx: 40, heightPx: 20 });
  }
});

test('words written into a PNG are left behind', async () => {
  const png = await picture('image/png');
  const text = Uint8Array.of(0, 0, 0, 9, ...ascii('tEXt'), ...ascii('Name\0Jane'));
  const end = png.length - 12; // IEND
  const crc = new Uint8Array(4);
  const file = fileOf('n.png', png.subarray(0, end), text, crc, png.subarray(end));
  const { blob } = await readImage(file);
  const bytes = await bytesOf(blob);
  expect(new TextDecoder('latin1').decode(bytes)).not.toContain('Jane');
  expect(isBare('PNG', bytes)).toBe(true);
});

test('a WebP becomes a PNG', async () => {
  const { attachment } = await readImage(fileOf('w.webp', await picture('image/webp')));
  expect(attachment).toMatchObject({ mediaType: 'image/png', widthPx: 40 });
});

test('what is no image is named, with what would work', async () => {
  const noise = fileOf('notes.txt', Uint8Array.of(1, 2, 3));
  await expect(readImage(noise)).rejects.toMatchObject({
    kind: 'bad-input',
    message: expect.stringMatching(/^notes\.txt .* PNG or JPEG/) as string,
  });
  const heic = fileOf(
    'IMG_1.HEIC',
    Uint8Array.of(0, 0, 0, 24, ...ascii('ftypheic'), 0, 0),
  );
  await expect(readImage(heic)).rejects.toMatchObject({
    kind: 'bad-input',
    message: expect.stringContaining('HEIC') as string,
  });
});
