import { describe, expect, it } from 'vitest';
import { asBytes } from '../base/bytes.ts';
import { Random } from '../base/random.ts';
import { dequantizeGguf, ggufTypeNumber } from '../checkpoint/dequantize-gguf.ts';
import { openGguf } from '../checkpoint/gguf.ts';
import { f32ToF16 } from '../tensor/f16.ts';
import { writeGguf } from '../testing/gguf-file.ts';
import { readGgufLayout } from './gguf-layout.ts';
import { encodeGguf, PEER_FORMATS } from './quantize-gguf.ts';
import { requantizeGguf } from './requantize-gguf.ts';

const random = new Random(5);
const matrix = Float32Array.from({ length: 4 * 64 }, () => random.normal());
const gain = Float32Array.of(1, 2, 3);

const METADATA = {
  'general.architecture': 'qwen2',
  'a.flag': true,
  'a.number': 0.5,
  'some.tokens': ['one', 'two', 'drei'],
  'some.types': [1, 2, 3],
};

const file = writeGguf(METADATA, [
  { name: 'output_norm.weight', shape: [3], type: 0, bytes: asBytes(gain) },
  {
    name: 'blk.0.ffn_up.weight',
    shape: [4, 64],
    type: ggufTypeNumber('F16'),
    bytes: asBytes(f32ToF16(matrix)),
  },
]);

/** Largest difference a format may cause, in standard deviations of these weights. */
const TOLERANCE = { F16: 2e-3, Q8_0: 0.02, Q4_0: 0.35 } as const;

describe('a GGUF file in another format', () => {
  for (const format of PEER_FORMATS) {
    it(`opens as ${format} with the same metadata, names and nearly the same weights`, async () => {
      const bytes = requantizeGguf(file, format);
      const blob = new Blob([bytes as Uint8Array<ArrayBuffer>]);
      const opened = await openGguf('other.gguf', blob);
      expect(opened.metadata).toMatchObject(METADATA);
      expect(opened.tensors.describe('model.layers.0.mlp.up_proj.weight')?.dtype).toBe(
        format,
      );
      const rows = await opened.tensors.readRows(
        'model.layers.0.mlp.up_proj.weight',
        0,
        4,
      );
      const difference = Math.max(
        ...rows.map((value, i) => Math.abs(value - matrix[i])),
      );
      expect(difference).toBeLessThan(TOLERANCE[format]);
      expect(difference).toBeGreaterThan(0);
      expect(await opened.tensors.readRows('model.norm.weight', 0, 3)).toEqual(gain);
    });
  }

  it('reads what it has written', () => {
    const layout = readGgufLayout(requantizeGguf(file, 'Q8_0'));
    expect(layout.tensors.map(({ name, type }) => [name, type])).toEqual([
      ['output_norm.weight', 0],
      ['blk.0.ffn_up.weight', ggufTypeNumber('Q8_0')],
    ]);
  });

  it('refuses what is no GGUF file', () => {
    expect(() => readGgufLayout(new Uint8Array(64))).toThrow('begins with its name');
  });
});

describe('blocks', () => {
  it('keep zeros and both ends of the range', () => {
    const block = new Float32Array(32);
    block[3] = -8;
    block[20] = 7;
    const q4 = dequantizeGguf(ggufTypeNumber('Q4_0'), encodeGguf('Q4_0', block));
    expect([q4[0], q4[3], q4[20]]).toEqual([0, -8, 7]);
    const q8 = dequantizeGguf(
      ggufTypeNumber('Q8_0'),
      encodeGguf(
        'Q8_0',
        block.map((value) => (value / 8) * 127),
      ),
    );
    expect(q8[3]).toBe(-127);
    const zeros = encodeGguf('Q8_0', new Float32Array(32));
    expect(dequantizeGguf(ggufTypeNumber('Q8_0'), zeros)).toEqual(new Float32Array(32));
  });
});
