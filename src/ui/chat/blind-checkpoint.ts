/** @file The loaded checkpoint's name when it cannot read images. */
import { loadedCheckpoint } from '../../app/spoken-languages.ts';
import type { AppState } from '../../app/state.ts';

export function blindCheckpoint(state: AppState): string | undefined {
  const checkpoint = loadedCheckpoint(state);
  return checkpoint?.understandsImages === false ? checkpoint.name : undefined;
}
