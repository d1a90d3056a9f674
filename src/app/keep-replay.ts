/** @file Keeping an answer that was made again, as a turn beside the first. */
import type { AppCore } from './core.ts';
import { type Replay, replayAsMessage } from './replay-answer.ts';
import { keepTurn } from './send-turn.ts';

export async function keepReplay(core: AppCore, replay: Replay): Promise<void> {
  const { current, writer } = core.now;
  if (current.kind !== 'open' || writer !== 'writing') return;
  const { id: conversationId, title, messages } = current.conversation;
  if (!messages.some(({ id }) => id === replay.of.id)) return;
  const message = replayAsMessage(replay);
  const { createdMs: nowMs } = message;
  await keepTurn(core, {
    conversationId,
    title,
    messages: [message],
    images: [],
    nowMs,
  });
  core.audit.note({ what: 'answer', conversationId });
}
