/**
 * @file One turn, kept and then answered.
 *
 * A turn is kept before its answer starts, together with the empty answer, so
 * that a tab killed at any moment leaves a consultation that reads.
 */
import { AssistantError } from '../base/errors.ts';
import type { CaseFacts } from '../clinic/case-facts.ts';
import type { Attachment, Message } from '../clinic/conversation.ts';
import type { SyntheticPatient } from '../clinic/synthetic-patient.ts';
import type { Turn } from '../store/keep-turn.ts';
import type { KeptImage } from '../store/sealed-records.ts';
import type { Answering } from './answering.ts';
import { summaryOf } from './consultation-list.ts';
import type { AppCore } from './core.ts';
import { noteRedFlags } from './red-flag-note.ts';
import { currentId } from './selectors.ts';
import type { DraftImage } from './state.ts';

export interface TurnToSend {
  readonly conversationId: string;
  /** True for the first turn of a consultation, which is shown with it. */
  readonly isNew: boolean;
  /** True for another wording of a turn. */
  readonly isEdit: boolean;
  /** The turns before it. */
  readonly earlier: readonly Message[];
  readonly text: string;
  readonly images: readonly DraftImage[];
  /** For the first turn: what was noted of the case. */
  readonly facts?: CaseFacts | undefined;
  /** Likewise: whom it is about, when that is no real person. */
  readonly syntheticPatient?: SyntheticPatient | undefined;
  /** Called when it is on disk, before it is answered. */
  onKept(): void;
}

const TITLE_LETTERS = 60;

/** Gives the answer as it ended. Nothing else may be running. */
export async function sendTurn(
  core: AppCore,
  answering: Answering,
  turn: TurnToSend,
): Promise<Message> {
  const { conversationId, earlier, isEdit, isNew, facts, syntheticPatient } = turn;
  const { sampling } = core.now.settings;
  const question = userMessage(turn, earlier.at(-1)?.id ?? null);
  const answer = emptyAnswer(question.id);
  answering.reserve(conversationId, answer.id);
  try {
    const kept = {
      conversationId,
      title: titleOf(question),
      messages: [question, answer],
      images: await Promise.all(turn.images.map(keptImage)),
      nowMs: question.createdMs,
      ...(facts !== undefined && { facts }),
      ...(syntheticPatient !== undefined && { syntheticPatient }),
    };
    await keepTurn(core, kept, isNew);
    turn.onKept();
    core.audit.note({ what: isEdit ? 'edit' : 'ask', conversationId });
    noteRedFlags(core, conversationId, question.text);
  } catch (error) {
    answering.cancel();
    throw error;
  }
  const messages = [...earlier, question];
  return answering.run({ conversationId, messages, answer, sampling });
}

/** Writes the turn, then shows it where its consultation is shown. */
export async function keepTurn(
  core: AppCore,
  turn: Turn,
  isNew = false,
): Promise<void> {
  const header = await core.kept.conversations.keepTurn(turn);
  core.changed({ kind: 'list' });
  if (core.now.start.kind !== 'started') throw lockedMeanwhile();
  void core.search.update(header.id);
  core.set(({ conversations, current }) => {
    const others = conversations.filter((kept) => kept.id !== header.id);
    const list = { conversations: [summaryOf(header), ...others] };
    const isShown =
      current.kind === 'open' ? current.conversation.id === header.id : isNew;
    if (current.kind === 'opening' || !isShown) return list;
    const kept = current.kind === 'open' ? current.conversation.messages : [];
    const messages = [...kept, ...turn.messages];
    return {
      ...list,
      current: { kind: 'open', conversation: { ...header, messages } },
    };
  });
  if (currentId(core.now) === header.id) {
    core.parts.browser.address.write(header.id, 'replace');
  }
}

export function emptyAnswer(parentId: string | null): Message {
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

function lockedMeanwhile(): AssistantError {
  return new AssistantError('aborted', 'The page was locked.', { by: 'page' });
}

function userMessage(
  { text, images }: Pick<TurnToSend, 'text' | 'images'>,
  parentId: string | null,
): Message {
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

async function keptImage({ attachment, blob }: DraftImage): Promise<KeptImage> {
  const { sha256, mediaType } = attachment;
  return { sha256, mediaType, bytes: await blob.arrayBuffer() };
}

/** The first words of the first turn, or the name of its first image. */
function titleOf({ text, attachments }: Message): string {
  // a letter may be several code units, and a text very long
  const words = text.slice(0, TITLE_LETTERS * 20).replaceAll(/\s+/g, ' ');
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
