import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { roundHalfToEven, smartResize } from './smart-resize.ts';

const GOLDEN = new URL('../testing/golden/smart_resize.json', import.meta.url);

test('every size of the reference table comes out equal, for both limits', async () => {
  const { rows } = JSON.parse(await readFile(GOLDEN, 'utf8')) as { rows: number[][] };
  expect(rows.length).toBeGreaterThan(3000);
  const ours = rows.map(([heightPx = 0, widthPx = 0]) => [
    heightPx,
    widthPx,
    ...[12845056, 4816896].flatMap((maxPixels) => {
      const size = smartResize({ heightPx, widthPx }, 28, {
        minPixels: 3136,
        maxPixels,
      });
      return [size.heightPx, size.widthPx];
    }),
  ]);
  expect(ours).toEqual(rows);
});

test('halves round to the even neighbour', () => {
  expect([0.5, 1.5, 2.5, 3.5, 2.4, 2.6].map(roundHalfToEven)).toEqual([
    0, 2, 2, 4, 2, 3,
  ]);
});

test('an image longer than 200 times its width is refused', () => {
  const limits = { minPixels: 3136, maxPixels: 12845056 };
  expect(() => smartResize({ heightPx: 10, widthPx: 2001 }, 28, limits)).toThrow(
    expect.objectContaining({ kind: 'bad-input' }),
  );
  expect(smartResize({ heightPx: 10, widthPx: 2000 }, 28, limits).widthPx).toBe(812);
});
