/** @file What an examination found out, as it is written to `clinic.json`. */
import type { ClinicLoad } from '../measure/clinic-requests.ts';
import type { Machine } from '../measure/findings.ts';
import type { ControlOutcome } from '../mediscope/evaluation/control-outcome.ts';
import type { Outcome } from '../mediscope/evaluation/outcome.ts';
import type { ClinicBenchOptions } from './bench-clinic-options.ts';
import type { HeldOut } from './clinic-held-out.ts';
import type { OutsideAnswer } from './clinic-outside.ts';
import type { Costs } from './examination.ts';

export interface ClinicReport {
  readonly version: 1;
  readonly machine: Machine;
  readonly options: ClinicBenchOptions;
  readonly heldOut: HeldOut;
  /** What the doctor of the reference dialogues reaches with the same patients. */
  readonly reference: readonly Outcome[];
  readonly trained: ModelReport;
  readonly base: ModelReport;
}

export interface ModelReport {
  readonly loaded: ClinicLoad;
  readonly outcomes: readonly Outcome[];
  readonly controls: readonly ControlOutcome[];
  readonly outside: readonly OutsideAnswer[];
  readonly costs: Costs;
  /** With drawing the images and answering as the patient. */
  readonly wallSeconds: number;
}
