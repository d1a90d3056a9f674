/** @file Checkpoints whose words about an image mean nothing: they cannot read images, or have met only drawn ones. */
import { currentSyntheticPatient } from '../../app/selectors.ts';
import { loadedCheckpoint } from '../../app/spoken-languages.ts';
import type { AppState } from '../../app/state.ts';

/** The loaded checkpoint's name when it cannot read images. */
export function blindCheckpoint(state: AppState): string | undefined {
  const checkpoint = loadedCheckpoint(state);
  return checkpoint?.understandsImages === false ? checkpoint.name : undefined;
}

/** The loaded checkpoint's name when it knows drawn images alone, and these may be others. */
export function drawnOnlyCheckpoint(state: AppState): string | undefined {
  const checkpoint = loadedCheckpoint(state);
  const isOnPerson = currentSyntheticPatient(state) === undefined;
  const isDrawnOnly =
    checkpoint?.understandsImages === true && checkpoint.isDemonstration === true;
  return isDrawnOnly && isOnPerson ? checkpoint.name : undefined;
}
