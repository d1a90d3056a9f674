/** @file What every part of the bench works with. */
import type { Finding } from '../measure/findings.ts';
import type { BenchLab } from './bench-lab.ts';
import type { BenchOptions } from './bench-options.ts';

export interface Bench {
  readonly lab: BenchLab;
  readonly options: BenchOptions;
  /** For files that are gone when the bench is over. */
  readonly folder: string;
  /** What pages can ask for, by name. */
  readonly files: Map<string, string>;
  readonly keep: (finding: Finding) => void;
}
