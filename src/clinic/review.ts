/** @file What a doctor says of an answer. A later review stands beside the earlier one. */
export interface Review {
  readonly id: string;
  /** The answer. */
  readonly messageId: string;
  readonly verdict: 'accepted' | 'edited' | 'rejected';
  /** The answer as the doctor would have it, for `edited`. */
  readonly text?: string;
  readonly note?: string;
  readonly createdMs: number;
}
