/** @file How the records are: the space they take, whether they are whole, and erasing all of them. */
import type { IntegrityReport } from '../store/integrity.ts';
import type { Desk } from './desk.ts';
import { certificateOfEverything } from './erasure-certificate.ts';
import type { Health, HealthActions } from './health.ts';
import { refreshStorage } from './storage-state.ts';

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
    secondCopy: await core.kept.secondCopy(),
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
