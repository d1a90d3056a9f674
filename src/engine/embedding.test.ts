import { describe, expect, test, vi } from 'vitest';
import { must } from '../base/assert.ts';
import { readStoredRows } from '../checkpoint/dequantize.ts';
import type { Bits } from '../checkpoint/recipe.ts';
import { convertedGolden } from '../testing/converted-golden.ts';
import { Embedding } from './embedding.ts';
import type { CheckpointSource } from './engine.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const NAME = 'model.embed_tokens.weight';
const HIDDEN = 64;

/** The same file behind a table so large that it stays on disk: rows from `first` on are the real ones. */
function onDisk(source: CheckpointSource, rows: number): CheckpointSource {
  const { manifest, files } = source;
  const tensor = must(manifest.tensors[NAME], NAME);
  const grow = (range: { offset: number; bytes: number } | undefined) =>
    range && { ...range, bytes: Math.max(range.bytes, 65 * 2 ** 20) };
  const { scales, zeroPoints, ...rest } = tensor;
  const large = {
    ...rest,
    shape: [rows, HIDDEN],
    data: must(grow(tensor.data), 'data'),
    ...(scales && { scales }),
    ...(zeroPoints && { zeroPoints }),
  };
  return {
    manifest: { ...manifest, tensors: { ...manifest.tensors, [NAME]: large } },
    files,
  };
}

describe.each<Bits>(['32', '16', '8', '4'])('a table of %s bits', (bits) => {
  test.each(['in memory', 'on disk'])(
    'gives the rows that are stored, %s',
    async (where) => {
      const source = await convertedGolden('plain', bits);
      const tensor = must(source.manifest.tensors[NAME], NAME);
      const file = must(source.files.get(tensor.file), tensor.file);
      const table = await Embedding.open(
        where === 'on disk' ? onDisk(source, 320) : source,
      );
      const rows = await table.rows(Int32Array.of(319, 0, 7, 319));
      expect(rows).toHaveLength(4 * HIDDEN);
      for (const [i, id] of [319, 0, 7, 319].entries()) {
        const expected = await readStoredRows(tensor, file, id, id + 1);
        expect(rows.subarray(i * HIDDEN, (i + 1) * HIDDEN)).toEqual(expected);
      }
    },
  );
});
