/** @file One line of a verification: a stage, how far it is off, and whether that is allowed. */
import { compareValues } from './compare.ts';

export interface Stage {
  readonly name: string;
  readonly maxAbs: number;
  readonly maxRel: number;
  readonly tolerance: Tolerance;
  readonly isOk: boolean;
  /** What the numbers do not say. */
  readonly note?: string;
}

/** `exact` allows nothing; `report` allows whatever is finite, for stages that are only reported. */
export type Tolerance =
  | { readonly kind: 'exact' }
  | { readonly kind: 'abs'; readonly limit: number }
  | { readonly kind: 'rel'; readonly limit: number }
  | { readonly kind: 'report' };

/** Compares one stage's values with the reference's. */
export function checkStage(
  name: string,
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: Tolerance,
): Stage {
  const difference = compareValues(actual, expected);
  const note =
    actual.length === expected.length
      ? {}
      : { note: `${actual.length} values, not ${expected.length}` };
  return {
    name,
    ...difference,
    tolerance,
    isOk: isWithin(difference, tolerance),
    ...note,
  };
}

function isWithin(
  { maxAbs, maxRel }: { maxAbs: number; maxRel: number },
  tolerance: Tolerance,
): boolean {
  switch (tolerance.kind) {
    case 'exact':
      return maxAbs === 0;
    case 'abs':
      return maxAbs <= tolerance.limit;
    case 'rel':
      return maxRel <= tolerance.limit;
    case 'report':
      return Number.isFinite(maxAbs);
  }
}

/** The stage as a line of the report. */
export function printStage({
  name,
  maxAbs,
  maxRel,
  tolerance,
  isOk,
  note,
}: Stage): string {
  const numbers = `${scientific(maxAbs)}  ${scientific(maxRel)}`;
  const allowed =
    'limit' in tolerance
      ? `${tolerance.kind} ${scientific(tolerance.limit)}`
      : tolerance.kind;
  return [
    name.padEnd(34),
    numbers,
    allowed.padEnd(12),
    isOk ? 'ok' : 'FAIL',
    note ?? '',
  ]
    .join('  ')
    .trimEnd();
}

const scientific = (value: number) =>
  (value === 0 ? '0' : value.toExponential(1)).padStart(8);
