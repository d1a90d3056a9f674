import { afterAll, expect, test } from 'vitest';
import { PictureReader } from './picture-reader.ts';
import { startPictureThread } from './start-picture-thread.ts';

const FILES = import.meta.glob<string>('../testing/files/*', {
  query: '?url',
  import: 'default',
  eager: true,
});

async function fileOf(name: string, as = name): Promise<File> {
  const response = await fetch(FILES[`../testing/files/${name}`] ?? '');
  return new File([await response.arrayBuffer()], as);
}

const reader = new PictureReader({ start: startPictureThread });
afterAll(() => reader.stop());

async function pixel(blob: Blob, x: number, y: number): Promise<number[]> {
  const bitmap = await createImageBitmap(blob);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  return [...(context?.getImageData(x, y, 1, 1).data ?? [])].slice(0, 3);
}

test('a HEIC photo stands upright as its file says, and tells nothing of its camera', async () => {
  const { blob, ...rest } = await reader.image(await fileOf('turned.heic'));
  expect(rest).toEqual({ mediaType: 'image/jpeg', widthPx: 48, heightPx: 64 });
  const text = new TextDecoder('latin1').decode(await blob.arrayBuffer());
  expect(text).not.toMatch(/Exif|Jane/);
  const [red = 0, , blue = 0] = await pixel(blob, 24, 8);
  expect(red).toBeGreaterThan(200);
  expect(blue).toBeLessThan(60);
  const [lowerRed = 0, , lowerBlue = 0] = await pixel(blob, 24, 56);
  expect(lowerBlue).toBeGreaterThan(200);
  expect(lowerRed).toBeLessThan(60);
});

test('a PDF tells its pages, and gives each small', async () => {
  const signal = new AbortController().signal;
  const events = [];
  for await (const event of reader.pages(await fileOf('report.pdf'), signal)) {
    events.push(event);
  }
  expect(events.map(({ kind }) => kind)).toEqual([
    'opened',
    'thumbnail',
    'thumbnail',
    'thumbnail',
  ]);
  expect(events[0]).toMatchObject({ pageCount: 3 });
});

test('a page of a PDF is drawn to be read: text, Chinese without a font of its own, a scan', async () => {
  const file = await fileOf('report.pdf');
  const first = await reader.page(file, 1);
  expect(first).toMatchObject({
    mediaType: 'image/png',
    widthPx: 1653,
    heightPx: 2339,
  });
  expect(await darkPixels(first.blob)).toBeGreaterThan(5000);
  const second = await reader.page(file, 2);
  expect(await darkPixels(second.blob)).toBeGreaterThan(5000);
  const third = await reader.page(file, 3);
  expect(third.widthPx).toBeGreaterThan(third.heightPx);
  expect(await pixel(third.blob, 700, 800)).toEqual([255, 0, 0]);
  expect(await pixel(third.blob, 1700, 800)).toEqual([0, 0, 255]);
});

/** In the upper quarter, where the titles are. */
async function darkPixels(blob: Blob): Promise<number> {
  const bitmap = await createImageBitmap(blob);
  const height = Math.round(bitmap.height / 4);
  const context = new OffscreenCanvas(bitmap.width, height).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  const data = context?.getImageData(0, 0, bitmap.width, height).data ?? [];
  let count = 0;
  for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 100) count += 1;
  return count;
}

test.each([
  ['locked.pdf', 'password', /locked\.pdf asks for a password/],
  ['report.pdf', 'damaged', /report\.pdf is a/],
] as const)('%s is refused by name: %s', async (name, why, sentence) => {
  const whole = await fileOf(name);
  const file = why === 'damaged' ? new File([whole.slice(0, 300)], name) : whole;
  await expect(reader.page(file, 1)).rejects.toMatchObject({
    kind: 'bad-input',
    details: { why, name },
    message: expect.stringMatching(sentence) as string,
  });
});

test('an empty file is refused by name', async () => {
  for (const read of [
    () => reader.image(new File([], 'nothing.png')),
    () => reader.page(new File([], 'nothing.pdf'), 1),
  ]) {
    await expect(read()).rejects.toMatchObject({ details: { why: 'empty' } });
  }
});

test('a thread that gives no sign of life is ended, and the next file has a new one', async () => {
  let started = 0;
  const impatient = new PictureReader({
    start: () => (started++ === 0 ? silentThread() : startPictureThread()),
    loadLimitMs: 5000,
  });
  await expect(impatient.image(new File(['x'], 'endless.png'))).rejects.toMatchObject({
    details: { why: 'too-slow', name: 'endless.png' },
  });
  expect(await impatient.image(await fileOf('turned.heic'))).toMatchObject({
    widthPx: 48,
  });
  expect(started).toBe(2);
  impatient.stop();
});

function silentThread(): Worker {
  const script = new Blob(['onmessage = () => { for (;;); }']);
  return new Worker(URL.createObjectURL(script));
}
