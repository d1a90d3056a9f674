/** @file Whether two records hold the same. */
import { areSameBytes } from '../base/bytes.ts';

/** Byte for byte. A key that no script can read is compared by what it is. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return false;
  }
  if (a instanceof ArrayBuffer && b instanceof ArrayBuffer) {
    return areSameBytes(new Uint8Array(a), new Uint8Array(b));
  }
  const [x, y] = [Object.entries(a), Object.entries(b)];
  const other = new Map(y);
  return (
    x.length === y.length &&
    x.every(([name, value]) => other.has(name) && isEqual(value, other.get(name)))
  );
}
