/**
 * @file How much of what the model can read at once a consultation takes.
 *
 * What the engine has read was counted by it; what is only written yet is
 * estimated, by the tokens a letter took in the last answer.
 */
import type { Attachment, Message } from '../clinic/conversation.ts';
import { currentDraft, currentMessages, isAnsweringHere } from './selectors.ts';
import type { AppState } from './state.ts';
import { currentFacts, tell } from './what-is-told.ts';

export interface ContextUse {
  /** Turns of the branch on screen, what is queued, and the draft. */
  readonly usedTokens: number;
  readonly limitTokens: number;
}

/** From this share on the next answers may not fit. */
const NEARLY_FULL = 0.8;

/** Letters of scripts without spaces; each is most of a token. */
const DENSE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFFEF]/gu;
const TOKENS_PER_DENSE_LETTER = 0.7;
const LETTERS_PER_TOKEN = 4;
/** Of an answer this short the tokens say little about its letters. */
const TELLING_TOKENS = 20;
/** `<|im_start|>user⏎` and `<|im_end|>⏎`. */
const TOKENS_AROUND_TURN = 5;
/** Of the image, by the vision tower after merging. */
const PIXELS_PER_IMAGE_TOKEN = 28;

/** Undefined while no model says how much it can read. */
export function contextUse(state: AppState): ContextUse | undefined {
  if (state.engine.kind !== 'ready') return undefined;
  const limitTokens = state.engine.device.contextTokens;
  const { text, images, editing, queued } = currentDraft(state);
  const turns = turnsBefore(currentMessages(state), editing);
  const scale = tokenScale(turns);
  const drafted = [{ text, images }, ...(queued === undefined ? [] : [queued])].map(
    (turn) => ({
      text: turn.text,
      attachments: turn.images.map((image) => image.attachment),
    }),
  );
  const estimate = (turn: Pick<Message, 'text' | 'attachments'>) =>
    turnTokens(turn, scale, limitTokens);
  const written = drafted.map(estimate).reduce((sum, tokens) => sum + tokens, 0);
  return { usedTokens: readTokens(state, turns, estimate) + written, limitTokens };
}

export function isNearlyFull({ usedTokens, limitTokens }: ContextUse): boolean {
  return usedTokens >= NEARLY_FULL * limitTokens;
}

/** Tokens of a text, roughly; `scale` is what `tokenScale` measured. */
export function estimateTokens(text: string, scale = 1): number {
  const dense = text.match(DENSE)?.length ?? 0;
  const other = (text.length - dense) / LETTERS_PER_TOKEN;
  return Math.ceil((dense * TOKENS_PER_DENSE_LETTER + other) * scale);
}

/** By how much the last answer with words had more tokens than estimated. */
export function tokenScale(turns: readonly Message[]): number {
  const last = turns.findLast(
    ({ provenance, text }) =>
      text !== '' && (provenance?.newTokens ?? 0) >= TELLING_TOKENS,
  );
  if (last?.provenance === undefined) return 1;
  return last.provenance.newTokens / Math.max(1, estimateTokens(last.text));
}

/** What the engine has read and written of the turns. */
function readTokens(
  state: AppState,
  turns: readonly Message[],
  estimate: (turn: Message) => number,
): number {
  const { answer } = state;
  if (isAnsweringHere(state) && answer.kind === 'running') {
    const read = answer.reusedTokens + answer.prefillTotalTokens;
    if (read > 0) return read + answer.newTokens;
  }
  const counted = turns.findLastIndex(({ provenance }) => provenance !== undefined);
  const now = estimateTokens(tell(state, currentFacts(state)).system);
  const { promptTokens, newTokens, facts } = turns[counted]?.provenance ?? {
    promptTokens: now,
    newTokens: 0,
  };
  // facts that were noted since then
  const more = counted < 0 ? 0 : now - estimateTokens(tell(state, facts).system);
  return turns
    .slice(counted + 1)
    .map(estimate)
    .reduce((sum, tokens) => sum + tokens, promptTokens + newTokens + more);
}

function turnTokens(
  { text, attachments }: Pick<Message, 'text' | 'attachments'>,
  scale: number,
  limitTokens: number,
): number {
  if (text === '' && attachments.length === 0) return 0;
  return attachments
    .map((image) => imageTokens(image, limitTokens))
    .reduce(
      (sum, tokens) => sum + tokens,
      estimateTokens(text, scale) + TOKENS_AROUND_TURN,
    );
}

/** The engine gives an image a quarter of the context at most. */
function imageTokens({ widthPx, heightPx }: Attachment, limitTokens: number): number {
  const across = Math.ceil(widthPx / PIXELS_PER_IMAGE_TOKEN);
  const down = Math.ceil(heightPx / PIXELS_PER_IMAGE_TOKEN);
  return Math.min(across * down, Math.floor(limitTokens / 4)) + 2;
}

function turnsBefore(
  turns: readonly Message[],
  id: string | undefined,
): readonly Message[] {
  const at = turns.findIndex((turn) => turn.id === id);
  return at < 0 ? turns : turns.slice(0, at);
}
