/**
 * @file What this program is for, accepted once per version of the statement.
 *
 * Before that nothing is asked of the model. Records can be read, searched and
 * exported: they are the doctor's, whatever the statement says.
 */
import type { AppState } from './state.ts';

/** Goes up when the statement (`ui/strings/about-en.ts`) says something else. */
export const INTENDED_USE_VERSION = 2;

export function hasAcceptedUse({ settings }: AppState): boolean {
  return settings.acceptedUse?.version === INTENDED_USE_VERSION;
}

/** True when another version was accepted before. */
export function hasStatementChanged(state: AppState): boolean {
  return state.settings.acceptedUse !== undefined && !hasAcceptedUse(state);
}
