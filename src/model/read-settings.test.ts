import { expect, test } from 'vitest';
import { openGolden } from '../testing/golden-folder.ts';
import { readGenerationSettings, readImageSettings } from './read-settings.ts';

test('one end-of-answer id reads as a list, and no sampling as greedy', () => {
  const settings = readGenerationSettings({
    eos_token_id: 5,
    do_sample: false,
    temperature: 0.7,
  });
  expect(settings).toMatchObject({ stopTokenIds: [5], temperature: 0 });
});

test('a checkpoint without generation settings gets the defaults', () => {
  expect(readGenerationSettings(undefined)).toEqual({
    stopTokenIds: [],
    temperature: 0,
    topK: 50,
    topP: 1,
    repetitionPenalty: 1,
  });
});

test('the golden settings are read', async () => {
  const golden = await openGolden('released');
  expect(readGenerationSettings(golden.generation)).toMatchObject({
    stopTokenIds: [golden.special.imEnd, golden.special.endOfText],
    temperature: 1e-6,
    repetitionPenalty: 1.05,
  });
  expect(readImageSettings(golden.preprocessor).limits).toEqual({
    minPixels: 3136,
    maxPixels: 4816896,
  });
});

test('the newer size field holds pixel counts; the older fields go before it', () => {
  const size = { shortest_edge: 3136, longest_edge: 12845056 };
  expect(readImageSettings({ size }).limits).toEqual({
    minPixels: 3136,
    maxPixels: 12845056,
  });
  expect(readImageSettings({ size, max_pixels: 4816896 }).limits.maxPixels).toBe(
    4816896,
  );
  expect(readImageSettings(undefined).limits.maxPixels).toBe(1003520);
});

test.each([
  { resample: 2 },
  { rescale_factor: 1 },
  { image_std: [1, 1, 0] },
  { min_pixels: 2e7 },
])('image settings we do not follow are bad data: %o', (json) => {
  expect(() => readImageSettings(json)).toThrow(
    expect.objectContaining({ kind: 'bad-data' }),
  );
});
