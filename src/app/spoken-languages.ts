/** @file Checkpoints that speak only some languages, and who is told so. */
import { currentDraft } from './selectors.ts';
import type { AppState, CheckpointSummary } from './state.ts';

/** The checkpoint that is loaded, or on its way. */
export function loadedCheckpoint({ engine }: AppState): CheckpointSummary | undefined {
  return engine.kind === 'ready' || engine.kind === 'loading'
    ? engine.checkpoint
    : undefined;
}

/** @param language - ISO 639-1; a checkpoint that names no languages speaks all */
export function speaks({ languages }: CheckpointSummary, language: string): boolean {
  return languages === undefined || languages.includes(language);
}

/** The loaded checkpoint when the turn being written is in a language that it does not speak. */
export function cannotReadDraft(state: AppState): CheckpointSummary | undefined {
  const checkpoint = loadedCheckpoint(state);
  const isChinese = /\p{Script=Han}/u.test(currentDraft(state).text);
  return checkpoint && isChinese && !speaks(checkpoint, 'zh') ? checkpoint : undefined;
}
