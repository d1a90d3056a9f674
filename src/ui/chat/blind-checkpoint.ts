/** @file The loaded checkpoint's name when it cannot read images. */
import type { AppState } from '../../app/state.ts';

export function blindCheckpoint({ engine }: AppState): string | undefined {
  if (engine.kind !== 'ready' && engine.kind !== 'loading') return undefined;
  return engine.checkpoint.understandsImages ? undefined : engine.checkpoint.name;
}
