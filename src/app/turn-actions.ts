/**
 * @file Sending, answering again, editing: what happens to the turns.
 *
 * A turn is kept before its answer starts, together with the empty answer, so
 * that a tab killed at any moment leaves a consultation that reads.
 */
import { must } from '../base/assert.ts';
import { AssistantError } from '../base/errors.ts';
import type { Attachment, Message } from '../clinic/conversation.ts';
import type { Sampling } from '../engine/engine.ts';
import type { Turn } from '../store/keep-turn.ts';
import type { KeptImage } from '../store/sealed-records.ts';
import type { Actions } from './actions.ts';
import type { Answering } from './answering.ts';
import { draftKey, putDraft } from './composer-actions.ts';
import type { AppCore } from './core.ts';
import { noteRedFlags } from './red-flag-note.ts';
import {
  canRegenerate,
  currentDraft,
  currentMessages,
  whyCannotSend,
} from './selectors.ts';
import { type Draft, type DraftImage, EMPTY_DRAFT } from './state.ts';
import { summaryOf } from './consultation-list.ts';
import { askToPersist } from './storage-state.ts';

type TurnActions = Pick<Actions, 'send' | 'stop' | 'regenerate'>;

const TITLE_LETTERS = 60;

/** How an answer is made again that came out whole: with room for another wording. */
const VARIED = { temperature: 0.7, topK: 20, topP: 0.8 } as const;

export function turnActions(core: AppCore, answering: Answering): TurnActions {
  return {
    send: () => core.attempt(() => send(core, answering)),
    stop: () => answering.stop(),
    regenerate: () => core.attempt(() => regenerate(core, answering)),
  };
}

async function send(core: AppCore, answering: Answering): Promise<void> {
  if (whyCannotSend(core.now) !== undefined) return;
  const state = core.now;
  const draft = currentDraft(state);
  const key = draftKey(state);
  const earlier = messagesBefore(currentMessages(state), draft.editing);
  const question = userMessage(draft, earlier.at(-1)?.id ?? null);
  const answer = emptyAnswer(question.id);
  const conversationId = idOfCurrent(core);
  answering.reserve(conversationId, answer.id);
  try {
    await keep(core, {
      conversationId,
      title: titleOf(question),
      messages: [question, answer],
      images: await Promise.all(draft.images.map(keptImage)),
      nowMs: question.createdMs,
    });
  } catch (error) {
    answering.cancel();
    throw error;
  }
  core.audit.note({
    what: draft.editing === undefined ? 'ask' : 'edit',
    conversationId,
  });
  noteRedFlags(core, conversationId, question.text);
  putDraft(core, key, EMPTY_DRAFT);
  void askToPersist(core);
  await answering.run({
    conversationId,
    messages: [...earlier, question],
    answer,
    sampling: state.settings.sampling,
  });
}

async function regenerate(core: AppCore, answering: Answering): Promise<void> {
  const { current, settings } = core.now;
  if (!canRegenerate(core.now) || current.kind !== 'open') return;
  const { id: conversationId, title } = current.conversation;
  const messages = currentMessages(core.now);
  const last = must(messages.at(-1), 'canRegenerate saw it');
  const answer = emptyAnswer(last.parentId);
  const { createdMs: nowMs } = answer;
  const turn = { conversationId, title, images: [], nowMs };
  answering.reserve(conversationId, answer.id);
  try {
    await keep(core, { ...turn, messages: [answer] });
  } catch (error) {
    answering.cancel();
    throw error;
  }
  core.audit.note({ what: 'ask', conversationId });
  const sampling = samplingAgain(settings.sampling, last);
  await answering.run({
    conversationId,
    messages: messages.slice(0, -1),
    answer,
    sampling,
  });
}

/** Writes the turn, then shows it. */
async function keep(core: AppCore, turn: Turn): Promise<void> {
  const header = await core.kept.conversations.keepTurn(turn);
  core.changed({ kind: 'list' });
  if (core.now.start.kind !== 'started') throw lockedMeanwhile();
  void core.search.update(header.id);
  core.set(({ conversations, current }) => {
    const others = conversations.filter((kept) => kept.id !== header.id);
    const list = { conversations: [summaryOf(header), ...others] };
    if (current.kind === 'opening') return list;
    if (current.kind === 'open' && current.conversation.id !== header.id) return list;
    const kept = current.kind === 'open' ? current.conversation.messages : [];
    const messages = [...kept, ...turn.messages];
    return {
      ...list,
      current: { kind: 'open', conversation: { ...header, messages } },
    };
  });
  core.parts.browser.address.write(header.id, 'replace');
}

function lockedMeanwhile(): AssistantError {
  return new AssistantError('aborted', 'The page was locked.', { by: 'page' });
}

function idOfCurrent({ now: { current } }: AppCore): string {
  return current.kind === 'open' ? current.conversation.id : crypto.randomUUID();
}

function messagesBefore(
  messages: readonly Message[],
  id: string | undefined,
): readonly Message[] {
  const at = messages.findIndex((message) => message.id === id);
  return at < 0 ? messages : messages.slice(0, at);
}

function userMessage({ text, images }: Draft, parentId: string | null): Message {
  return {
    id: crypto.randomUUID(),
    parentId,
    role: 'user',
    text: text.trim(),
    attachments: images.map((image): Attachment => image.attachment),
    state: 'complete',
    createdMs: Date.now(),
  };
}

function emptyAnswer(parentId: string | null): Message {
  return {
    id: crypto.randomUUID(),
    parentId,
    role: 'assistant',
    text: '',
    attachments: [],
    state: 'growing',
    createdMs: Date.now(),
  };
}

async function keptImage({ attachment, blob }: DraftImage): Promise<KeptImage> {
  const { sha256, mediaType } = attachment;
  return { sha256, mediaType, bytes: await blob.arrayBuffer() };
}

/** The first words of the first turn, or the name of its first image. */
function titleOf({ text, attachments }: Message): string {
  const words = text.replaceAll(/\s+/g, ' ');
  const title = words === '' ? (attachments[0]?.name ?? '') : words;
  const letters = Array.from(
    new Intl.Segmenter().segment(title),
    (part) => part.segment,
  );
  return letters.length <= TITLE_LETTERS
    ? title
    : `${letters
        .slice(0, TITLE_LETTERS - 1)
        .join('')
        .trimEnd()}…`;
}

/** An answer that failed or was stopped is made as it would have been; a whole one differently. */
function samplingAgain(sampling: Sampling, last: Message): Sampling {
  if (last.state !== 'complete') return sampling;
  const seed = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  const isGreedy = sampling.temperature === 0 || sampling.topK === 1;
  return { ...sampling, ...(isGreedy && VARIED), seed };
}
