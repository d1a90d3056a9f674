/**
 * @file The turn that waits for the running answer of its consultation.
 *
 * It lies with the draft, sealed, and is asked when the answer is done. An answer
 * that was stopped or failed asks nothing: the person says when.
 */
import type { Message } from '../clinic/conversation.ts';
import { shownBranch } from '../clinic/message-tree.ts';
import type { Actions } from './actions.ts';
import type { Answering } from './answering.ts';
import { withoutWords } from './composer-actions.ts';
import { draftKey, putDraft } from './draft-of.ts';
import type { AppCore } from './core.ts';
import {
  canAskQueued,
  canQueue,
  currentDraft,
  currentId,
  currentMessages,
  isAnswering,
} from './selectors.ts';
import { sendTurn } from './send-turn.ts';
import { type Draft, EMPTY_DRAFT, type QueuedTurn } from './state.ts';

type QueueActions = Pick<
  Actions,
  'queueDraft' | 'editQueued' | 'removeQueued' | 'askQueued'
>;

export function queueActions(core: AppCore, answering: Answering): QueueActions {
  const change = (edit: (draft: Draft) => Draft) =>
    putDraft(core, draftKey(core.now), edit(currentDraft(core.now)));
  return {
    queueDraft() {
      if (canQueue(core.now)) change(queued);
    },
    editQueued: () => change(backInHand),
    removeQueued: () => change(withoutQueued),
    askQueued: () =>
      core.attempt(async () => {
        const conversationId = currentId(core.now);
        if (conversationId === undefined || !canAskQueued(core.now)) return;
        await askQueued(core, answering, { conversationId });
      }),
  };
}

interface AskQueued {
  readonly conversationId: string;
  /** The answer it waited for; without one the person asks. */
  readonly after?: Message;
}

/** Asks what waits in a consultation, whichever is shown; then what was queued meanwhile. */
export async function askQueued(
  core: AppCore,
  answering: Answering,
  { conversationId, after }: AskQueued,
): Promise<void> {
  let last = after;
  for (;;) {
    const isDone = last === undefined || isWhole(last);
    if (!isDone || core.now.drafts[conversationId]?.queued === undefined) return;
    const earlier = await branchOf(core, conversationId);
    const waiting = core.now.drafts[conversationId]?.queued;
    const { start, writer } = core.now;
    if (earlier === undefined || waiting === undefined || isAnswering(core.now)) return;
    if (start.kind !== 'started' || writer !== 'writing') return;
    last = await sendTurn(core, answering, {
      conversationId,
      isNew: false,
      isEdit: false,
      earlier,
      ...waiting,
      onKept() {
        const draft = core.now.drafts[conversationId] ?? EMPTY_DRAFT;
        putDraft(core, conversationId, withoutQueued(draft));
      },
    });
  }
}

function isWhole({ state, finish }: Message): boolean {
  return state === 'complete' && finish !== 'context-full';
}

async function branchOf(
  core: AppCore,
  id: string,
): Promise<readonly Message[] | undefined> {
  const { current } = core.now;
  if (current.kind === 'open' && currentId(core.now) === id) {
    return currentMessages(core.now);
  }
  const opened = await core.kept.conversations.open(id);
  return opened && shownBranch(opened.conversation);
}

/** Behind what waits already. */
function queued(draft: Draft): Draft {
  const { text, images } = draft;
  return { ...withoutWords(draft), queued: joined(draft.queued, { text, images }) };
}

/** What waits is in the composer again, before what is written there. */
function backInHand(draft: Draft): Draft {
  if (draft.queued === undefined || draft.editing !== undefined) return draft;
  const { text, images } = joined(draft.queued, draft);
  return { ...EMPTY_DRAFT, readingImages: draft.readingImages, text, images };
}

function withoutQueued({ queued: _waiting, ...draft }: Draft): Draft {
  const { text, images, readingImages, editing } = draft;
  const isEmpty =
    text === '' && images.length + readingImages.length === 0 && editing === undefined;
  return isEmpty ? EMPTY_DRAFT : draft;
}

function joined(
  first: QueuedTurn | undefined,
  { text, images }: QueuedTurn,
): QueuedTurn {
  if (first === undefined) return { text: text.trim(), images };
  const known = new Set(first.images.map((image) => image.attachment.sha256));
  const others = images.filter((image) => !known.has(image.attachment.sha256));
  return {
    text: [first.text, text.trim()].filter((part) => part !== '').join('\n\n'),
    images: [...first.images, ...others],
  };
}
