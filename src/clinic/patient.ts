/** @file A patient, to whom consultations belong. */
export interface Patient {
  readonly id: string;
  /** A name, or whatever the doctor tells patients apart by. */
  readonly name: string;
  readonly createdMs: number;
  readonly updatedMs: number;
}
