/** @file Where drafts lie in the state: one per consultation. */
import type { AppCore } from './core.ts';
import { currentId } from './selectors.ts';
import { type AppState, type Draft, EMPTY_DRAFT, NEW_DRAFT } from './state.ts';

/** Under which the draft of the consultation in the middle lies. */
export function draftKey(state: AppState): string {
  return currentId(state) ?? NEW_DRAFT;
}

export function putDraft(core: AppCore, key: string, draft: Draft): void {
  core.set(({ drafts, start }) => {
    if (start.kind === 'locked') return {}; // an image that was still being read
    const { [key]: _old, ...others } = drafts;
    return { drafts: draft === EMPTY_DRAFT ? others : { ...others, [key]: draft } };
  });
}
