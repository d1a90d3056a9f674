import { encode } from 'fast-png';
import { expect, test } from 'vitest';
import { decodeImage } from './decode.ts';

/** 16×8 pixels, red on the left and blue on the right, with an EXIF note to turn it by 90°. */
const TURNED_JPEG =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/4QAiRXhpZgAATU0AKgAAAAgAAQESAAMAAAABAAYAAAAAAAD/2wBDAAIBAQEBAQIBAQECAgICAgQDAgICAgUEBAMEBgUGBgYFBgYGBwkIBgcJBwYGCAsICQoKCgoKBggLDAsKDAkKCgr/2wBDAQICAgICAgUDAwUKBwYHCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgr/wAARCAAIABADAREAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwD5Dr8LP9VD5nr/AKBD/Gs//9k=';

/** The same as lossless WebP. */
const TURNED_WEBP =
  'UklGRlwAAABXRUJQVlA4WAoAAAAIAAAADwAABwAAVlA4TBwAAAAvD8ABAA9wBYpT0F6Ie/6jBWLBZP7SnSlE9D9yRVhJRhoAAABNTQAqAAAACAABARIAAwAAAAEABgAAAAAAAA==';

/** Lossless: one opaque pixel (10, 20, 30) and one transparent. */
const TRANSPARENT_WEBP = 'UklGRh4AAABXRUJQVlA4TBIAAAAvAQAAEA8wFKMwHvMfh8iI/gc=';

function blobOf(base64: string): Blob {
  return new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))]);
}

test.each([
  ['JPEG', TURNED_JPEG],
  ['WebP', TURNED_WEBP],
])(
  'a %s is read as it is stored, whatever its EXIF orientation says',
  async (_kind, file) => {
    const { widthPx, heightPx, data } = await decodeImage(blobOf(file));
    expect([widthPx, heightPx]).toEqual([16, 8]);
    const [red, , blue] = data;
    expect(red).toBeGreaterThan(180);
    expect(blue).toBeLessThan(60);
    const last = data.subarray(-3);
    expect(last[0]).toBeLessThan(60);
    expect(last[2]).toBeGreaterThan(180);
  },
);

test('what is transparent in a WebP shows white', async () => {
  const { data } = await decodeImage(blobOf(TRANSPARENT_WEBP));
  expect([...data]).toEqual([10, 20, 30, 255, 255, 255]);
});

test('an image taller than a strip is put together from all of them', async () => {
  const height = 1300;
  const canvas = new OffscreenCanvas(2, height);
  const context = canvas.getContext('2d');
  for (let y = 0; y < height; y += 100) {
    if (context) context.fillStyle = `rgb(${y / 10} 0 0)`;
    context?.fillRect(0, y, 2, 100);
  }
  const { data } = await decodeImage(
    await canvas.convertToBlob({ type: 'image/webp', quality: 1 }),
  );
  for (let y = 50; y < height; y += 100) {
    expect(Math.abs(data[y * 6] - Math.floor(y / 100) * 10)).toBeLessThan(12);
  }
});

test('a PNG gives the same bytes here as anywhere', async () => {
  const pixels = Uint8Array.of(10, 20, 30, 128, 200, 0, 255, 3);
  const png = encode({ width: 2, height: 1, data: pixels, channels: 4 });
  const { data } = await decodeImage(new Blob([new Uint8Array(png)]));
  expect([...data]).toEqual([132, 137, 142, 254, 252, 255]);
});

test('files that are no image say what they are', async () => {
  const dicom = new Uint8Array(200);
  dicom.set([0x44, 0x49, 0x43, 0x4d], 128);
  await expect(decodeImage(new Blob([dicom]))).rejects.toThrow(/DICOM/);
  await expect(decodeImage(new Blob(['hello']))).rejects.toThrow(/not an image/);
  const jpeg = blobOf(TURNED_JPEG);
  await expect(decodeImage(jpeg.slice(0, 100))).rejects.toMatchObject({
    kind: 'bad-input',
    details: { what: 'image' },
  });
});
