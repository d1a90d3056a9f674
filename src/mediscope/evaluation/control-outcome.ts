/** @file How a consultation ends when other images are shown than the patient's own. */
import type { ConditionId } from '../clinic-table.ts';
import type { ImageControl } from './image-controls.ts';
import type { Outcome } from './outcome.ts';

export interface ControlOutcome {
  readonly control: ImageControl;
  readonly outcome: Outcome;
  /** Whose images were shown; none for blank ones. */
  readonly shown: ConditionId | undefined;
}
