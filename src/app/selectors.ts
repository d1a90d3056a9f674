/** @file What can be computed from the state, as functions. */
import type { Message } from '../clinic/conversation.ts';
import type { SyntheticPatient } from '../clinic/synthetic-patient.ts';
import { shownBranch } from '../clinic/message-tree.ts';
import { hasAcceptedUse } from './intended-use.ts';
import { type AppState, type Draft, EMPTY_DRAFT, NEW_DRAFT } from './state.ts';

const NO_MESSAGES: readonly Message[] = [];

/** Id of the consultation in the middle; undefined for one that is not kept yet. */
export function currentId(state: AppState): string | undefined {
  switch (state.current.kind) {
    case 'new':
      return undefined;
    case 'opening':
      return state.current.id;
    case 'open':
      return state.current.conversation.id;
  }
}

/** The branch on screen. */
export function currentMessages(state: AppState): readonly Message[] {
  return state.current.kind === 'open'
    ? shownBranch(state.current.conversation)
    : NO_MESSAGES;
}

export function currentDraft(state: AppState): Draft {
  return state.drafts[currentId(state) ?? NEW_DRAFT] ?? EMPTY_DRAFT;
}

/** Whom the consultation in the middle is about, when that is no real person. */
export function currentSyntheticPatient(state: AppState): SyntheticPatient | undefined {
  return state.current.kind === 'open'
    ? state.current.conversation.syntheticPatient
    : currentDraft(state).syntheticPatient;
}

export function isAnswering(state: AppState): boolean {
  return state.answer.kind === 'running';
}

/** True while the running answer belongs to the consultation in the middle. */
export function isAnsweringHere(state: AppState): boolean {
  return (
    state.answer.kind === 'running' && state.answer.conversationId === currentId(state)
  );
}

/** True once an answer of the consultation in the middle ran into the end of the context. */
export function isContextFull(state: AppState): boolean {
  const last = currentMessages(state).at(-1);
  if (last === undefined) return false;
  if (last.finish === 'context-full') return true;
  const error = last.error;
  if (error?.kind !== 'bad-input') return false;
  return (error.details as { what?: unknown }).what === 'context-full';
}

export type CannotSend =
  | 'starting'
  | 'use-not-accepted'
  | 'nothing-written'
  | 'reading-images'
  | 'answer-running'
  | 'context-full'
  | 'not-writer'
  | 'no-engine';

/** Why the draft cannot be sent now; undefined when it can. A loading engine is waited for. */
export function whyCannotSend(state: AppState): CannotSend | undefined {
  const draft = currentDraft(state);
  if (state.start.kind !== 'started') return 'starting';
  if (state.current.kind === 'opening') return 'starting';
  if (state.writer !== 'writing') return 'not-writer';
  if (!hasAcceptedUse(state)) return 'use-not-accepted';
  if (isAnswering(state)) return 'answer-running';
  if (isContextFull(state) && draft.editing === undefined) return 'context-full';
  if (draft.readingImages.length > 0) return 'reading-images';
  if (draft.text.trim() === '' && draft.images.length === 0) return 'nothing-written';
  if (!canEngineBecomeReady(state)) return 'no-engine';
  return undefined;
}

/** True when there is something to wait for: a ready engine, one that loads, or one whose weights arrive. */
export function canEngineBecomeReady({ engine, checkpoints }: AppState): boolean {
  switch (engine.kind) {
    case 'ready':
    case 'loading':
      return true;
    case 'empty':
      return checkpoints.job.kind === 'running';
    case 'failed':
      return false;
  }
}

/** True when the last message is an answer that can be made again. */
export function canRegenerate(state: AppState): boolean {
  const last = currentMessages(state).at(-1);
  return (
    !isAnswering(state) &&
    hasAcceptedUse(state) &&
    state.writer === 'writing' &&
    canEngineBecomeReady(state) &&
    last?.role === 'assistant'
  );
}

/**
 * True when the last message is an answer that did not end by itself. What a doctor
 * has judged stays as it was judged.
 */
export function canContinue(state: AppState): boolean {
  const last = currentMessages(state).at(-1);
  if (last === undefined || last.text === '' || !canRegenerate(state)) return false;
  if (isContextFull(state)) return false;
  const { id } = last;
  const isJudged =
    state.reviews.some(({ messageId }) => messageId === id) ||
    state.comparisons.some(({ firstId, secondId }) => [firstId, secondId].includes(id));
  if (isJudged) return false;
  return ['stopped', 'failed'].includes(last.state) || last.finish === 'length';
}

/** True when the draft can wait for the answer that runs in its consultation. */
export function canQueue(state: AppState): boolean {
  const { answer } = state;
  const { text, images, readingImages, editing } = currentDraft(state);
  const hasWords = text.trim() !== '' || images.length > 0;
  if (!hasWords || readingImages.length > 0 || editing !== undefined) return false;
  if (state.writer !== 'writing' || answer.kind !== 'running') return false;
  // from when its turn is kept: until then the draft is that turn
  return (
    isAnsweringHere(state) &&
    currentMessages(state).some(({ id }) => id === answer.messageId)
  );
}

/** True when what waits can be asked now: nothing runs, and there is somebody to ask. */
export function canAskQueued(state: AppState): boolean {
  return (
    currentDraft(state).queued !== undefined &&
    state.current.kind === 'open' &&
    state.writer === 'writing' &&
    !isAnswering(state) &&
    hasAcceptedUse(state) &&
    !isContextFull(state) &&
    canEngineBecomeReady(state)
  );
}
