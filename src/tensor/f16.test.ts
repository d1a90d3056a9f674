import { describe, expect, it } from 'vitest';
import { bf16ToF32, f16ToF32, f16ToNumber, f32ToF16, numberToF16 } from './f16.ts';

const ALL_CODES = Uint16Array.from({ length: 65536 }, (_, code) => code);

/** IEEE 754 by its definition. */
function plainRead(code: number): number {
  const sign = code >= 0x8000 ? -1 : 1;
  const exponent = (code >> 10) & 31;
  const fraction = (code & 1023) / 1024;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return exponent === 0
    ? sign * fraction * 2 ** -14
    : sign * (1 + fraction) * 2 ** (exponent - 15);
}

function isNan(code: number): boolean {
  return (code & 0x7fff) > 0x7c00;
}

/** True when `code` is chosen half way to, and just beside, its neighbour as it should. */
function roundsWell(code: number): boolean {
  const magnitude = code & 0x7fff;
  if (magnitude >= 0x7bff) return true;
  const sign = code - magnitude;
  const middle = (f16ToNumber(magnitude) + f16ToNumber(magnitude + 1)) / 2; // exact in f32
  const step = 2 ** (Math.floor(Math.log2(middle)) - 22);
  const write = (value: number): number =>
    numberToF16(sign === 0 ? value : -value) - sign;
  return (
    write(middle) === magnitude + (magnitude & 1) &&
    write(middle - step) === magnitude &&
    write(middle + step) === magnitude + 1
  );
}

/** The codes for which `holds` is false; far faster than 65,536 expectations. */
function failing(holds: (code: number) => boolean): number[] {
  return [...ALL_CODES].filter((code) => !holds(code));
}

describe('f16', () => {
  it('reads every code as IEEE 754 defines it', () => {
    const values = f16ToF32(ALL_CODES);
    expect(failing((code) => Object.is(values[code], plainRead(code)))).toEqual([]);
  });

  it('writes back every code it read, and NaN as NaN', () => {
    const codes = f32ToF16(f16ToF32(ALL_CODES));
    expect(
      failing((code) => (isNan(code) ? isNan(codes[code] ?? 0) : codes[code] === code)),
    ).toEqual([]);
  });

  it('rounds to the nearer neighbour, and half way to the even one', () => {
    expect(failing(roundsWell)).toEqual([]);
  });

  it('saturates what is finite and keeps infinity', () => {
    const codes = f32ToF16(
      Float32Array.of(65519, 65520, 1e30, -70000, Infinity, -Infinity),
    );
    expect([...codes]).toEqual([0x7bff, 0x7bff, 0x7bff, 0xfbff, 0x7c00, 0xfc00]);
  });

  it('flushes what is below half of the smallest subnormal to a signed zero', () => {
    expect([...f32ToF16(Float32Array.of(2 ** -25, -(2 ** -26), 1e-40))]).toEqual([
      0, 0x8000, 0,
    ]);
  });
});

describe('bf16', () => {
  it('is the upper half of an f32', () => {
    const values = bf16ToF32(ALL_CODES);
    const asFloat = new Float32Array(1);
    const bits = new Uint32Array(asFloat.buffer);
    expect(
      failing((code) => {
        bits[0] = code * 65536;
        return Object.is(values[code], asFloat[0]);
      }),
    ).toEqual([]);
  });
});
