/** @file Accepting the intended use: kept, and noted in the record of use. */
import type { Actions } from './actions.ts';
import type { AppCore } from './core.ts';
import { hasAcceptedUse, INTENDED_USE_VERSION } from './intended-use.ts';

export function acceptUseAction(core: AppCore): Pick<Actions, 'acceptUse'> {
  return { acceptUse: () => core.attempt(() => accept(core)) };
}

async function accept(core: AppCore): Promise<void> {
  if (hasAcceptedUse(core.now)) return;
  const acceptedUse = { version: INTENDED_USE_VERSION, timeMs: Date.now() };
  await core.kept.settings.write({ acceptedUse });
  core.set(({ settings }) => ({ settings: { ...settings, acceptedUse } }));
  const subject = `version ${INTENDED_USE_VERSION}`;
  core.audit.note({ what: 'accept-use', subject });
}
