/** @file What every end-to-end test starts from. */
import { expect, test as base, type Page } from '@playwright/test';
import { acceptUseIn } from './accept-use.ts';
import { Profile } from './profile.ts';
import { Site } from './site.ts';

interface Options {
  /** False leaves the intended use to the test. */
  readonly acceptsUse: boolean;
}

interface Fixtures {
  /** The built page, served for this test alone. */
  readonly site: Site;
  /** A browser that can be killed and started again with what it kept. */
  readonly profile: Profile;
}

export const test = base.extend<Fixtures & Options>({
  acceptsUse: [true, { option: true }],
  context: async ({ context, acceptsUse }, use) => {
    if (acceptsUse) acceptUseIn(context);
    await use(context);
  },
  site: async ({}, use) => {
    const site = await Site.open();
    await use(site);
    await site.stop();
  },
  profile: async ({}, use) => {
    const profile = await Profile.create();
    await use(profile);
    await profile.remove();
  },
});

export { expect };

/** Resolves once the page and its runtime are kept, and a service worker answers for the page. */
export async function keptForOffline(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(keptRuntimeFiles), { timeout: 60_000 }).toBe(4);
}

/** Two builds, a module and its binary each; runs in the page. */
async function keptRuntimeFiles(): Promise<number> {
  if (navigator.serviceWorker.controller === null) return 0;
  const names = await caches.keys();
  const runtime = names.find((name) => name.startsWith('onnxruntime-web-'));
  if (runtime === undefined) return 0;
  return (await (await caches.open(runtime)).keys()).length;
}
