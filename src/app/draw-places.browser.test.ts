import { expect, test } from 'vitest';
import { decodeImage } from '../image/decode.ts';
import { pngTexts } from '../testing/png-texts.ts';
import { drawPlaces } from './draw-places.ts';

const WIDE = { widthPx: 600, heightPx: 300 };
const PLACES = [
  { kind: 'box', x: 100, y: 80, widthPx: 200, heightPx: 100, label: 'infiltrate' },
  { kind: 'point', x: 450, y: 150, label: 'tip' },
] as const;
const LINES = [
  '[AI draft, not reviewed]',
  '［AI 草稿，未经审阅］',
  '1 infiltrate',
  '2 tip',
];
const LABEL = {
  words: LINES.slice(0, 2).join(' '),
  contentId: 'answer-1',
  app: '9.9.9',
  checkpoint: 'Tiny <"&',
  checkpointSha256: 'ab'.repeat(32),
};

async function greyOf(widthPx: number, heightPx: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('no canvas');
  pen.fillStyle = 'rgb(90 90 90)';
  pen.fillRect(0, 0, widthPx, heightPx);
  return canvas.convertToBlob({ type: 'image/png' });
}

async function drawn(image: Blob) {
  const file = await drawPlaces({ image, places: PLACES, lines: LINES, label: LABEL });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const picture = await decodeImage(file);
  const pixel = (x: number, y: number) => {
    const at = (y * picture.widthPx + x) * 3;
    return [...picture.data.subarray(at, at + 3)];
  };
  return { bytes, picture, pixel };
}

const GREY = [90, 90, 90];
const YELLOW = [255, 209, 102];

test('boxes are drawn where they are, and the pixels around them stay', async () => {
  const { pixel } = await drawn(await greyOf(WIDE.widthPx, WIDE.heightPx));
  expect(pixel(200, 80)).toEqual(YELLOW);
  expect(pixel(100, 150)).toEqual(YELLOW);
  expect(pixel(200, 130)).toEqual(GREY); // inside of it
  expect(pixel(10, 10)).toEqual(GREY);
  expect(pixel(599, 299)).toEqual(GREY);
});

test('the strip below says whose boxes they are', async () => {
  const { picture, pixel } = await drawn(await greyOf(WIDE.widthPx, WIDE.heightPx));
  expect(picture.widthPx).toBe(WIDE.widthPx);
  expect(picture.heightPx).toBeGreaterThan(WIDE.heightPx + 4 * 14);
  expect(pixel(2, WIDE.heightPx + 4)).toEqual([255, 255, 255]);
  const strip = picture.data.subarray(WIDE.heightPx * WIDE.widthPx * 3);
  expect(strip.filter((value) => value < 60).length).toBeGreaterThan(500); // letters
});

test('the file says inside who drew, by what, and which answer', async () => {
  const { bytes } = await drawn(await greyOf(WIDE.widthPx, WIDE.heightPx));
  const texts = pngTexts(bytes);
  expect(texts.get('Description')).toBe(LABEL.words);
  expect(texts.get('Software')).toBe('PulseMind 9.9.9');
  expect(JSON.parse(texts.get('AIGC') ?? '')).toMatchObject({
    Label: '1',
    ContentProducer: 'PulseMind',
    ProduceID: 'answer-1',
  });
  expect(JSON.parse(texts.get('PulseMind') ?? '')).toEqual({
    aiGenerated: true,
    app: 'PulseMind 9.9.9',
    contentId: 'answer-1',
    checkpoint: LABEL.checkpoint,
    checkpointSha256: LABEL.checkpointSha256,
  });
  const xmp = new DOMParser().parseFromString(
    texts.get('XML:com.adobe.xmp') ?? '',
    'text/xml',
  );
  const [said] = xmp.getElementsByTagName('rdf:Description');
  expect(said?.getAttribute('TC260:AIGC')).toBe(texts.get('AIGC'));
  expect(said?.getAttribute('Iptc4xmpExt:DigitalSourceType')).toMatch(
    /compositeWithTrainedAlgorithmicMedia$/,
  );
});

test('a small image keeps its pixels, beside room for the words', async () => {
  const { picture, pixel } = await drawn(await greyOf(60, 40));
  expect(picture.widthPx).toBe(480);
  expect(pixel(30, 20)).toEqual(GREY);
  expect(pixel(70, 20)).toEqual([255, 255, 255]);
});

test('a picture without places is not labelled as AI output', async () => {
  const image = await greyOf(60, 40);
  await expect(
    drawPlaces({ image, places: [], lines: LINES, label: LABEL }),
  ).rejects.toThrow(/pointed/);
});
