import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { attachedImage } from '../testing/attached-image.ts';
import { loadGolden, startCpu } from '../testing/loaded-golden.ts';
import type { ImageInput } from './engine.ts';
import { decodeImage } from '../image/decode.ts';
import { ImageFeatures } from './image-features.ts';
import type { Network } from './network.ts';
import { cutPrepared, prepareImage } from './prepared-image.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const SETTINGS = {
  limits: { minPixels: 56 * 56, maxPixels: 28 * 28 * 1280 },
  normalization: { mean: [0.5, 0.5, 0.5], std: [0.3, 0.3, 0.3] },
} as const;
const NEVER_STOPS = new AbortController().signal;

let network: Network;
let images: readonly [ImageInput, ImageInput];
beforeAll(async () => {
  network = await loadGolden(await startCpu(), 'plain');
  images = [await attachedImage(0), await attachedImage(1)];
});
afterAll(() => network.dispose());

let kept: ImageFeatures;
/** How often the tower ran. */
let encoded: number;
beforeEach(() => {
  encoded = 0;
  const { tower } = network;
  const encode = tower.encode.bind(tower);
  vi.spyOn(tower, 'encode').mockImplementation((...request) => {
    encoded++;
    return encode(...request);
  });
  kept = new ImageFeatures(tower, SETTINGS);
  return () => vi.restoreAllMocks();
});

describe('an image of the conversation', () => {
  test('is described before it is encoded', async () => {
    const { tokens, widthPx, heightPx } = await kept.describe(images[0]);
    expect(tokens).toBe((widthPx / 28) * (heightPx / 28));
    expect(kept.has(images[0])).toBe(false);
    expect(encoded).toBe(0);
  });

  test('is encoded once, however it is attached', async () => {
    const first = await kept.features(images[0], NEVER_STOPS);
    const again = { ...images[0], blob: new Blob(['the same image, said its hash']) };
    expect(await kept.features(again, NEVER_STOPS)).toBe(first);
    expect(kept.has(again)).toBe(true);
    expect(encoded).toBe(1);
    const { tokens } = await kept.describe(again);
    expect(first).toHaveLength(tokens * 64);
  });

  test('is shown as the very pixels that the tower is fed', async () => {
    const { config } = network.tower;
    for (const image of images) {
      const seen = await kept.see(image);
      const fed = await prepareImage(image.blob, config, SETTINGS);
      expect(seen.data).toEqual(fed.resized.data);
      expect(cutPrepared(seen, config, SETTINGS).pixelValues).toEqual(fed.pixelValues);
      const { tokens, widthPx, heightPx } = await kept.describe(image);
      expect(seen).toMatchObject({
        tokens,
        widthPx,
        heightPx,
        patchPx: 14,
        tokenPx: 28,
      });
      const original = await decodeImage(image.blob);
      expect(seen).toMatchObject({
        originalWidthPx: original.widthPx,
        originalHeightPx: original.heightPx,
      });
    }
    expect(encoded).toBe(0);
  });

  test('has features of its own', async () => {
    const [a, b] = [
      await kept.features(images[0], NEVER_STOPS),
      await kept.features(images[1], NEVER_STOPS),
    ];
    expect(a).not.toEqual(b);
    expect(encoded).toBe(2);
  });

  test('whose encoding was stopped is encoded later', async () => {
    const stopped = kept.features(images[0], AbortSignal.abort(new Error('stop')));
    await expect(stopped).rejects.toThrow('stop');
    expect(kept.has(images[0])).toBe(false);
    expect((await kept.features(images[0], NEVER_STOPS)).length).toBeGreaterThan(0);
  });

  test('with features that are not numbers is refused', async () => {
    vi.mocked(network.tower.encode).mockResolvedValueOnce(Float32Array.of(1, NaN));
    await expect(kept.features(images[0], NEVER_STOPS)).rejects.toMatchObject({
      kind: 'bad-data',
      details: { path: 'vision' },
    });
    expect(kept.has(images[0])).toBe(false);
  });
});

test('when features no longer fit, those used longest ago go first', async () => {
  // 100 MB each: two fit, three do not
  vi.mocked(network.tower.encode).mockImplementation(() => {
    encoded++;
    return Promise.resolve(new Float32Array(25 * 2 ** 20));
  });
  const [a, b] = images;
  const c = { ...a, sha256: 'c'.repeat(64) };
  await kept.features(a, NEVER_STOPS);
  await kept.features(b, NEVER_STOPS);
  await kept.features(a, NEVER_STOPS);
  await kept.features(c, NEVER_STOPS);
  expect([a, b, c].map((it) => kept.has(it))).toEqual([true, false, true]);
  expect(encoded).toBe(3);
  await kept.features(b, NEVER_STOPS);
  expect(encoded).toBe(4);
});
