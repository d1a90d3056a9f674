/**
 * @file Which of two answers to the same turn is better, on the four axes of the
 * PulseMind Benchmark (PulseMind, section "PulseMind Benchmark").
 */
export const AXES = [
  'proactiveness',
  'accuracy',
  'usefulness',
  'languageQuality',
] as const;

export type Axis = (typeof AXES)[number];
export type Better = 'first' | 'tie' | 'second';

export interface Comparison {
  readonly id: string;
  /** Two answers with the same parent. */
  readonly firstId: string;
  readonly secondId: string;
  readonly better: Readonly<Record<Axis, Better>>;
  readonly createdMs: number;
}
