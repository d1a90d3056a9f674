/** @file Promises our own code makes to itself. */

/** Throws when `condition` is false: a bug of ours, never bad input. */
export function assert(condition: boolean, why: string): asserts condition {
  if (!condition) throw new Error(`Broken promise: ${why}`);
}

/** `value`, which is there because of `why`. */
export function must<T>(value: T | undefined | null, why: string): T {
  assert(value !== undefined && value !== null, why);
  return value;
}

/** For the default branch of a complete `switch`. */
export function never(value: never): never {
  throw new Error(`Broken promise: unexpected ${JSON.stringify(value)}`);
}
