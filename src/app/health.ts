/** @file What is known of the records, and what a person can do about it. */
import type { IntegrityProgress, IntegrityReport } from '../store/integrity.ts';
import type { SecondCopy } from '../store/mirror/open-mirror.ts';
import type { Certificate } from '../store/sealed-erasure.ts';

export type { Certificate, IntegrityProgress, IntegrityReport };

/** What is known of the records; what the browser does not say is undefined. */
export interface Health {
  readonly usedBytes: number | undefined;
  readonly quotaBytes: number | undefined;
  readonly isPersistent: boolean | undefined;
  readonly consultations: number;
  readonly images: number;
  /** In files apart from the first, where the browser has a place for it. */
  readonly secondCopy: SecondCopy;
  readonly lastBackupMs: number | undefined;
  readonly lastCheck: { readonly timeMs: number; readonly faults: number } | undefined;
  /** Of what was erased, the newest first. */
  readonly certificates: readonly Certificate[];
}

export interface HealthActions {
  /** Undefined, and a notice, when the database does not say. */
  readHealth(): Promise<Health | undefined>;
  /** Asks the browser not to throw the records away when the disk fills. */
  askToKeep(): Promise<void>;
  /** Opens everything that is kept; undefined when it was stopped or failed. */
  checkRecords(
    follow: (progress: IntegrityProgress) => void,
    signal: AbortSignal,
  ): Promise<IntegrityReport | undefined>;
  /** Destroys the keys of everything, then removes it. The page shows the certificate. */
  eraseEverything(): Promise<void>;
  /** Begins anew, after everything was erased. */
  beginAnew(): void;
}
