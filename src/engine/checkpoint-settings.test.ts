import { expect, test } from 'vitest';
import { adaptedBundled } from '../testing/adapted-bundled.ts';
import { readCheckpointSettings } from './checkpoint-settings.ts';
import { layAdapter } from './lay-adapter.ts';

test('pictures are no larger than the adapter has learnt to see', async () => {
  const source = await adaptedBundled();
  const laid = await layAdapter(source, {});
  const own = await readCheckpointSettings(laid);
  expect(own.image.limits.maxPixels).toBe(401_408);

  const limited = await readCheckpointSettings(withMostPixels(laid, 28_224));
  expect(limited.image).toEqual({
    ...own.image,
    limits: { ...own.image.limits, maxPixels: 28_224 },
  });
  const unlimited = await readCheckpointSettings(withMostPixels(laid, 10 ** 7));
  expect(unlimited.image).toEqual(own.image);
});

function withMostPixels(
  source: Awaited<ReturnType<typeof layAdapter>>,
  mostPixels: number,
) {
  const { adapter, ...rest } = source;
  if (adapter === undefined) throw new Error('No adapter lies over it.');
  const card = { ...adapter.adapter.card, mostPixels };
  return { ...rest, adapter: { ...adapter, adapter: { ...adapter.adapter, card } } };
}
