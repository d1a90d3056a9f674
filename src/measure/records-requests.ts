/** @file What the bench asks of its page about records, and how much of it. */

export interface RecordsPlan {
  /** Consultations of the large profile. */
  readonly cases: number;
  /** Turns kept one after the other, without and with an image. */
  readonly turns: number;
  /** Queries in each language. */
  readonly queries: number;
}

export type RecordsRequest =
  /** Keeps turns, then fills the profile and gives it a passphrase. */
  | { readonly kind: 'records-write'; readonly plan: RecordsPlan }
  /** Unlocks and opens what the other left, in a browser of its own. */
  | { readonly kind: 'records-open'; readonly plan: RecordsPlan };
