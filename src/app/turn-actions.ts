/** @file Sending, answering again, going on: what happens to the turns. */
import { must } from '../base/assert.ts';
import type { Message } from '../clinic/conversation.ts';
import type { Sampling } from '../engine/engine.ts';
import type { Actions } from './actions.ts';
import { withMessage } from './answer-writer.ts';
import type { Answering } from './answering.ts';
import { withoutWords } from './composer-actions.ts';
import { draftKey, putDraft } from './draft-of.ts';
import type { AppCore } from './core.ts';
import { askQueued } from './queued-turn.ts';
import {
  canContinue,
  canRegenerate,
  currentDraft,
  currentMessages,
  whyCannotSend,
} from './selectors.ts';
import { emptyAnswer, keepTurn, sendTurn } from './send-turn.ts';
import { EMPTY_DRAFT } from './state.ts';
import { askToPersist } from './storage-state.ts';

type TurnActions = Pick<Actions, 'send' | 'stop' | 'regenerate' | 'continueAnswer'>;

/** How an answer is made again that came out whole: with room for another wording. */
const VARIED = { temperature: 0.7, topK: 20, topP: 0.8 } as const;

export function turnActions(core: AppCore, answering: Answering): TurnActions {
  return {
    send: () => core.attempt(() => send(core, answering)),
    stop: () => answering.stop(),
    regenerate: () => core.attempt(() => regenerate(core, answering)),
    continueAnswer: () => core.attempt(() => continueAnswer(core, answering)),
  };
}

async function send(core: AppCore, answering: Answering): Promise<void> {
  if (whyCannotSend(core.now) !== undefined) return;
  const { current } = core.now;
  const { text, images, editing, facts, syntheticPatient } = currentDraft(core.now);
  const key = draftKey(core.now);
  const isNew = current.kind !== 'open';
  const conversationId = isNew ? crypto.randomUUID() : current.conversation.id;
  const answer = await sendTurn(core, answering, {
    conversationId,
    isNew,
    isEdit: editing !== undefined,
    earlier: messagesBefore(currentMessages(core.now), editing),
    text,
    images,
    facts,
    syntheticPatient,
    onKept() {
      putDraft(core, key, withoutWords(core.now.drafts[key] ?? EMPTY_DRAFT));
      void askToPersist(core);
    },
  });
  await askQueued(core, answering, { conversationId, after: answer });
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
    await keepTurn(core, { ...turn, messages: [answer] });
  } catch (error) {
    answering.cancel();
    throw error;
  }
  core.audit.note({ what: 'ask', conversationId });
  const after = await answering.run({
    conversationId,
    messages: messages.slice(0, -1),
    answer,
    sampling: samplingAgain(settings.sampling, last),
  });
  await askQueued(core, answering, { conversationId, after });
}

/** The same answer grows on, as if it had not been stopped. */
async function continueAnswer(core: AppCore, answering: Answering): Promise<void> {
  const { current, settings } = core.now;
  if (!canContinue(core.now) || current.kind !== 'open') return;
  const { id: conversationId } = current.conversation;
  const messages = currentMessages(core.now);
  const last = must(messages.at(-1), 'canContinue saw it');
  const { finish, error, failure, tokenIds, ...rest } = last;
  void [finish, error, failure]; // how it ended does not hold any more
  const answer: Message = { ...rest, state: 'growing' };
  answering.reserve(conversationId, answer.id);
  try {
    await core.kept.conversations.updateMessage(answer);
  } catch (thrown) {
    answering.cancel();
    throw thrown;
  }
  core.set((state) =>
    state.current.kind === 'open' && state.current.conversation.id === conversationId
      ? {
          current: {
            kind: 'open',
            conversation: withMessage(state.current.conversation, answer),
          },
        }
      : {},
  );
  core.audit.note({ what: 'ask', conversationId });
  const after = await answering.run({
    conversationId,
    messages: messages.slice(0, -1),
    answer,
    sampling: settings.sampling,
    begun: { text: answer.text, ...(tokenIds !== undefined && { tokenIds }) },
  });
  await askQueued(core, answering, { conversationId, after });
}

function messagesBefore(
  messages: readonly Message[],
  id: string | undefined,
): readonly Message[] {
  const at = messages.findIndex((message) => message.id === id);
  return at < 0 ? messages : messages.slice(0, at);
}

/** An answer that failed or was stopped is made as it would have been; a whole one differently. */
function samplingAgain(sampling: Sampling, last: Message): Sampling {
  if (last.state !== 'complete') return sampling;
  const seed = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  const isGreedy = sampling.temperature === 0 || sampling.topK === 1;
  return { ...sampling, ...(isGreedy && VARIED), seed };
}
