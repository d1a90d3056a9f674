import { expect, test } from 'vitest';
import { goldenFolder, GOLDEN_NAMES, openGolden } from '../testing/golden-folder.ts';
import { readGolden } from './read-golden.ts';

test.each(GOLDEN_NAMES)('the golden folder %s holds what it says', async (name) => {
  const golden = await openGolden(name);
  expect(golden.name).toBe(name);
  expect(golden.tensors.shape('image.grid_thw')).toEqual([golden.images.length, 3]);
  const [tokens] = golden.tensors.shape('text.ids');
  expect(golden.tensors.ints('text.position_ids')).toHaveLength(3 * tokens);
  expect(golden.tensors.floats('text.logits').every(Number.isFinite)).toBe(true);
  const [patches, columns] = golden.tensors.shape('image.pixel_values');
  expect(golden.tensors.floats('image.pixel_values')).toHaveLength(patches * columns);
});

test('a golden folder without its tensors is bad data', async () => {
  const files = await goldenFolder('plain');
  files.delete('golden.safetensors');
  await expect(readGolden(files)).rejects.toMatchObject({ kind: 'bad-data' });
});

test('truncated reference tensors are bad data', async () => {
  const files = await goldenFolder('plain');
  files.set(
    'golden.safetensors',
    files.get('golden.safetensors')?.slice(0, 9000) ?? new Blob(),
  );
  await expect(readGolden(files)).rejects.toMatchObject({ kind: 'bad-data' });
});
