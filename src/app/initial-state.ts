/** @file The page before anything is known. */
import { PULSEMIND_SAMPLING } from '../engine/engine.ts';
import { NO_ARCHIVES } from './archive-state.ts';
import type { AppState, Language, Settings } from './state.ts';

export function defaultSettings(language: Language): Settings {
  return {
    language,
    theme: 'system',
    runtime: 'auto',
    sampling: PULSEMIND_SAMPLING,
    maxNewTokens: 2048,
    lockAfterMinutes: 5,
    letterShortcuts: true,
  };
}

export function initialState(language: Language): AppState {
  return {
    start: { kind: 'starting' },
    writer: 'waiting',
    isProtected: false,
    passkeys: [],
    settings: defaultSettings(language),
    conversations: [],
    reviews: [],
    comparisons: [],
    hasOlder: false,
    hasOlderArchived: false,
    patients: [],
    current: { kind: 'new' },
    drafts: {},
    engine: { kind: 'empty' },
    templates: [],
    answer: { kind: 'idle' },
    checkpoints: { installed: [], unfinished: [], damaged: [], job: { kind: 'idle' } },
    storage: { isPersistent: undefined, usedBytes: undefined },
    archives: NO_ARCHIVES,
    notices: [],
    search: { isOpen: false, changes: 0 },
  };
}
