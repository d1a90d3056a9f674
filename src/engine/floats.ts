/** @file Host floats in the type a device's activations have, and back. */
import { f16ToF32, f32ToF16 } from '../tensor/f16.ts';
import type { FloatType } from './engine.ts';

/** `values` as they are uploaded. */
export function toFloatType(
  values: Float32Array,
  type: FloatType,
): Float32Array | Uint16Array {
  return type === 'f32' ? values : f32ToF16(values);
}

/** What was read back, as f32. */
export function fromFloatType(bytes: ArrayBuffer, type: FloatType): Float32Array {
  return type === 'f32' ? new Float32Array(bytes) : f16ToF32(new Uint16Array(bytes));
}
