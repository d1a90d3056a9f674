/** @file The numbers of an examination, made from its outcomes and nothing else. */
import {
  evaluate,
  evaluateControl,
  type ControlEvaluation,
  type Evaluation,
} from '../mediscope/evaluation/evaluate.ts';
import type { ImageControl } from '../mediscope/evaluation/image-controls.ts';
import type { ClinicReport } from './clinic-report-data.ts';

export interface ClinicNumbers {
  readonly trained: Evaluation;
  readonly base: Evaluation;
  readonly reference: Evaluation;
  /** The trained checkpoint's, on cases that depend on their images. */
  readonly controls: Readonly<Record<ImageControl, ControlEvaluation>>;
}

export function numbersOf({ trained, base, reference }: ClinicReport): ClinicNumbers {
  const controlled = (control: ImageControl): ControlEvaluation =>
    evaluateControl(
      trained.outcomes,
      trained.controls.filter((it) => it.control === control),
    );
  return {
    trained: evaluate(trained.outcomes),
    base: evaluate(base.outcomes),
    reference: evaluate(reference),
    controls: { blank: controlled('blank'), swapped: controlled('swapped') },
  };
}
