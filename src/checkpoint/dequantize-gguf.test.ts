import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { asFloat32 } from '../base/bytes.ts';
import { dequantizeGguf, ggufType, ggufTypeNumber } from './dequantize-gguf.ts';

/** Random blocks, and what the Python package gguf 0.23.3 makes of them. */
const GOLDEN = JSON.parse(
  readFileSync(new URL('../testing/golden/gguf-blocks.json', import.meta.url), 'utf8'),
) as Record<string, { blocks: string; values: string }>;

function decoded(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

describe.each(Object.entries(GOLDEN))('%s', (name, { blocks, values }) => {
  it('gives the values of the reference', () => {
    const wanted = asFloat32(decoded(values));
    const found = dequantizeGguf(ggufTypeNumber(name), decoded(blocks));
    expect(found.length).toBe(wanted.length);
    const largest = wanted.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const difference = wanted.reduce(
      (most, value, i) => Math.max(most, Math.abs(value - (found[i] ?? NaN))),
      0,
    );
    expect(difference / largest).toBeLessThan(2e-7);
  });
});

describe('the plain types', () => {
  it('are copied', () => {
    expect(dequantizeGguf(0, new Uint8Array(Float32Array.of(1.5, -2).buffer))).toEqual(
      Float32Array.of(1.5, -2),
    );
    expect(dequantizeGguf(1, Uint8Array.of(0, 0x3c, 0, 0xc0))).toEqual(
      Float32Array.of(1, -2),
    );
    expect(dequantizeGguf(30, Uint8Array.of(0x80, 0x3f, 0, 0xc0))).toEqual(
      Float32Array.of(1, -2),
    );
  });

  it('are the only ones beside the blocks', () => {
    expect(ggufType(30)?.name).toBe('BF16');
    expect(ggufType(16)).toBeUndefined(); // IQ2_XXS
  });
});
