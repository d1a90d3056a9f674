/**
 * @file Half precision (IEEE binary16 and bfloat16) in bulk.
 *
 *   f16   s eeeee mmmmmmmmmm           largest 65504, smallest 2^-24
 *   bf16  s eeeeeeee mmmmmmm           the upper half of an f32
 *
 * Reading f16 is one table look-up. Writing is two: the sign and exponent of
 * the f32 (9 bits) say what the code starts from and how many mantissa bits
 * fall off; what falls off rounds to nearest, ties to even.
 */

/** The largest finite f16. */
export const F16_MAX = 65504;

const F32_OF_F16 = makeReadTable();
const { base: BASE, shift: SHIFT } = makeWriteTables();

const oneFloat = new Float32Array(1);
const oneFloatBits = new Uint32Array(oneFloat.buffer);

/** The value of one f16 code. */
export function f16ToNumber(code: number): number {
  return F32_OF_F16[code];
}

/** The f16 at byte `at`, at whatever alignment. */
export function readF16(bytes: Uint8Array, at: number): number {
  return F32_OF_F16[bytes[at] | (bytes[at + 1] << 8)];
}

/** The nearest f16 code of one number, as `f32ToF16`. */
export function numberToF16(value: number): number {
  oneFloat[0] = value;
  return codeOf(oneFloatBits[0]);
}

/** f16 codes to f32, into `out` when given. */
export function f16ToF32(
  codes: Uint16Array,
  out = new Float32Array(codes.length),
): Float32Array {
  for (let i = 0; i < codes.length; i++) {
    out[i] = F32_OF_F16[codes[i]];
  }
  return out;
}

/**
 * f32 to f16 codes, rounding to nearest even, into `out` when given. Finite
 * values beyond ±65504 become ±65504; infinities and NaN stay what they are.
 */
export function f32ToF16(
  values: Float32Array,
  out = new Uint16Array(values.length),
): Uint16Array {
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  for (let i = 0; i < bits.length; i++) out[i] = codeOf(bits[i]);
  return out;
}

/** bf16 codes to f32, exactly, into `out` when given. */
export function bf16ToF32(
  codes: Uint16Array,
  out = new Float32Array(codes.length),
): Float32Array {
  const bits = new Uint32Array(out.buffer, out.byteOffset, codes.length);
  for (let i = 0; i < codes.length; i++) bits[i] = codes[i] << 16;
  return out;
}

function codeOf(bits: number): number {
  const top = bits >>> 23;
  const shift = SHIFT[top];
  const mantissa = bits & 0x7fffff;
  if (shift === 0) {
    if ((top & 0xff) !== 0xff) return BASE[top]; // finite, too large
    return BASE[top] | (mantissa === 0 ? 0 : 0x200); // infinity or NaN
  }
  const full = mantissa | 0x800000;
  const half = (1 << (shift - 1)) - 1;
  const rounded = (full + half + ((full >>> shift) & 1)) >>> shift;
  const code = BASE[top] + rounded;
  return (code & 0x7fff) >= 0x7c00 ? (code & 0x8000) | 0x7bff : code;
}

/** By sign and exponent of an f32: the code before its mantissa, and the bits dropped. */
function makeWriteTables(): { base: Uint16Array; shift: Uint8Array } {
  const base = new Uint16Array(512);
  const shift = new Uint8Array(512);
  for (let top = 0; top < 512; top++) {
    const sign = (top & 0x100) << 7;
    const exponent = (top & 0xff) - 127;
    if (exponent === 128) {
      base[top] = sign | 0x7c00;
    } else if (exponent > 15) {
      base[top] = sign | 0x7bff;
    } else if (exponent >= -14) {
      // The implicit one of the mantissa adds the exponent's own step.
      base[top] = sign | ((exponent + 14) << 10);
      shift[top] = 13;
    } else {
      // Subnormal: one more bit falls off for each step below 2^-14.
      base[top] = sign;
      shift[top] = Math.min(13 - 14 - exponent, 25);
    }
  }
  return { base, shift };
}

function makeReadTable(): Float32Array {
  const table = new Float32Array(65536);
  for (let code = 0; code < 65536; code++) {
    const sign = code & 0x8000 ? -1 : 1;
    const exponent = (code >> 10) & 31;
    const mantissa = code & 0x3ff;
    if (exponent === 0) table[code] = sign * mantissa * 2 ** -24;
    else if (exponent === 31) table[code] = mantissa === 0 ? sign * Infinity : NaN;
    else table[code] = sign * (1 + mantissa / 1024) * 2 ** (exponent - 15);
  }
  return table;
}
