/**
 * @file A measured value: what it is called, its units, and what it can be in a
 * living patient.
 */

export interface Measure {
  readonly id: string;
  /** Stand before the number: "spo2 85". Phrases as in `sign.ts`. */
  readonly names: readonly string[];
  /** Unit → how many of the standard unit it is, or how to convert. The first is the standard. */
  readonly units: Readonly<Record<string, Conversion>>;
  /** Units that say by themselves what is measured, after the number: "38.5 °c". */
  readonly telling?: readonly string[];
  /** True when a number without unit says nothing: an age. */
  readonly needsUnit?: boolean;
  /** What a number without unit is taken for. */
  readonly guess?: (value: number) => number;
  /** Values in standard units outside of this are not this measure. */
  readonly plausible: readonly [number, number];
}

export type Conversion = number | ((value: number) => number);

/** What a text says of a measure, in standard units. Ends are infinite for "< 90". */
export interface Reading {
  readonly measure: Measure;
  readonly low: number;
  readonly high: number;
  readonly start: number;
  readonly end: number;
}

export function convert(conversion: Conversion, value: number): number {
  return typeof conversion === 'number' ? value * conversion : conversion(value);
}
