/** @file How the records are: the space they take, whether they are whole, and erasing all of them. */
import type { IntegrityProgress, IntegrityReport } from '../store/integrity.ts';
import type { Certificate } from '../store/sealed-erasure.ts';
import type { Desk } from './desk.ts';
import { certificateOfEverything } from './erasure-certificate.ts';
import { refreshStorage } from './storage-state.ts';

export type { Certificate, IntegrityProgress, IntegrityReport };

/** What is known of the records; what the browser does not say is undefined. */
export interface Health {
  readonly usedBytes: number | undefined;
  readonly quotaBytes: number | undefined;
  readonly isPersistent: boolean | undefined;
  readonly consultations: number;
  readonly images: number;
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

export function healthActions(desk: Desk): HealthActions {
  const { core } = desk;
  const { browser } = core.parts;
  return {
    async readHealth() {
      let health: Health | undefined;
      await core.attempt(async () => {
        health = await readHealth(desk);
      });
      return health;
    },
    async askToKeep() {
      await browser.persist().catch(() => undefined);
      await refreshStorage(core);
    },
    async checkRecords(follow, signal) {
      let report: IntegrityReport | undefined;
      await core.attempt(async () => {
        for await (const event of core.kept.integrity.check()) {
          if (signal.aborted) return;
          if (event.kind === 'progress') follow(event);
          else report = event;
        }
        if (report === undefined) return;
        const { timeMs, faults, auditFaults } = report;
        const lastCheck = { timeMs, faults: faults.length + auditFaults.length };
        await core.kept.settings.write({ lastCheck });
      });
      return report;
    },
    eraseEverything: () => core.attempt(() => eraseEverything(desk)),
    beginAnew: () => browser.reload(),
  };
}

async function readHealth({ core }: Desk): Promise<Health> {
  const { browser } = core.parts;
  const { conversations, attachments, erasures, settings } = core.kept;
  const { lastBackupMs, lastCheck } = (await settings.read()).settings;
  return {
    usedBytes: await browser.usedBytes().catch(() => undefined),
    quotaBytes: await browser.quotaBytes().catch(() => undefined),
    isPersistent: await browser.isPersistent().catch(() => undefined),
    consultations: await conversations.count(),
    images: await attachments.count(),
    lastBackupMs,
    lastCheck,
    certificates: (await erasures.certificates()).toReversed(),
  };
}

async function eraseEverything({ core, answering, list }: Desk): Promise<void> {
  const { browser, engine } = core.parts;
  await answering.stopAndWait();
  const counts = await core.kept.eraseEverything();
  const certificate = certificateOfEverything(counts, Date.now());
  core.unwritten.stop();
  list.clear();
  core.search.drop();
  core.set({
    start: { kind: 'erased', certificate },
    current: { kind: 'new' },
    sought: undefined,
    reviews: [],
    comparisons: [],
    drafts: {},
    notices: [],
  });
  browser.address.write(undefined, 'replace');
  browser.tabs.tell('erased');
  await engine.forget();
}
