/** @file What an answer was given to read, to be read again. */
import { must } from '../base/assert.ts';
import type { Message } from '../clinic/conversation.ts';
import { branchTo } from '../clinic/message-tree.ts';
import type { ChatMessage } from '../engine/engine.ts';
import { chatMessages } from './chat-messages.ts';
import type { AppCore } from './core.ts';
import type { EngineLoader } from './engine-loader.ts';
import type { EngineState } from './state.ts';
import { tell } from './what-is-told.ts';

export interface AskedAgain {
  readonly answer: Message;
  readonly conversationId: string;
  readonly title: string;
  /** What is told before all turns. */
  readonly system: string;
  /** All of it, from the system's words to the question. */
  readonly messages: readonly ChatMessage[];
  readonly ready: Extract<EngineState, { kind: 'ready' }>;
}

/**
 * The prompt of an answer of the consultation in the middle, once the engine is ready.
 *
 * @throws AssistantError as waiting for the engine and reading the images do
 */
export async function askedAgain(
  core: AppCore,
  loader: EngineLoader,
  { messageId, signal }: { readonly messageId: string; readonly signal: AbortSignal },
): Promise<AskedAgain> {
  const ready = await loader.whenReady(signal);
  const { current } = core.now;
  const conversation = must(
    current.kind === 'open' ? current.conversation : undefined,
    'the answer is on screen',
  );
  const { id: conversationId, title, facts } = conversation;
  const answer = must(
    conversation.messages.find(({ id }) => id === messageId),
    'it is one of its turns',
  );
  const before = branchTo(conversation.messages, answer.parentId ?? undefined);
  const system =
    answer.provenance?.system ?? tell(core.now, facts, ready.checkpoint).system;
  const messages = await chatMessages(before, system, (sha256) =>
    core.kept.attachments.read(conversationId, sha256),
  );
  return { answer, conversationId, title, system, messages, ready };
}
