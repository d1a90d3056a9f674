/** @file Whether the intended use waits to be accepted in this tab. */
import { hasAcceptedUse } from '../../app/intended-use.ts';
import type { AppState } from '../../app/state.ts';
import { useSelected } from '../app-context.ts';

const isWaiting = (state: AppState): boolean =>
  state.start.kind === 'started' &&
  state.writer === 'writing' &&
  !hasAcceptedUse(state);

export function useWaitsForAcceptance(): boolean {
  return useSelected(isWaiting);
}
