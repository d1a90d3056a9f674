/** @file An app whose person has accepted the intended use. */
import type { App } from '../app/actions.ts';
import { INTENDED_USE_VERSION } from '../app/intended-use.ts';

/** As at a later visit: what was accepted is known before anything is asked. */
export function acceptUseIn({ state }: App): void {
  const acceptedUse = { version: INTENDED_USE_VERSION, timeMs: 1 };
  state.setState(({ settings }) => ({ settings: { ...settings, acceptedUse } }));
}
