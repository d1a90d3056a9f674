/** @file How much of the disk is ours, and whether the browser promised to keep it. */
import type { AppCore } from './core.ts';

/** Looks again. A browser that does not say leaves the numbers unknown. */
export async function refreshStorage(core: AppCore): Promise<void> {
  const { browser } = core.parts;
  const [isPersistent, usedBytes] = await Promise.all([
    browser.isPersistent().catch(() => undefined),
    browser.usedBytes().catch(() => undefined),
  ]);
  core.set({ storage: { isPersistent, usedBytes } });
}

/** Once there is something to lose, asks the browser not to lose it. */
export async function askToPersist(core: AppCore): Promise<void> {
  if (core.now.storage.isPersistent === true) return;
  await core.parts.browser.persist().catch(() => undefined);
  await refreshStorage(core);
}
