/**
 * @file The very prompt of an answer, that was made or would be made now, as the
 * loaded checkpoint's own template spells it.
 */
import type { Message } from '../clinic/conversation.ts';
import { branchTo } from '../clinic/message-tree.ts';
import type { SpelledPrompt } from '../engine/engine.ts';
import { chatMessages } from './chat-messages.ts';
import type { AppCore } from './core.ts';
import { describeProblem, type Problem } from './problem.ts';
import { currentDraft, currentId, currentMessages } from './selectors.ts';
import type { AppState } from './state.ts';
import { currentFacts, tell } from './what-is-told.ts';

export type PromptOf =
  | { readonly kind: 'next' }
  /** An answer of the consultation in the middle. */
  | { readonly kind: 'answer'; readonly messageId: string };

export type ExactPrompt =
  | {
      readonly kind: 'spelled';
      readonly prompt: SpelledPrompt;
      /** Of its images, by SHA-256. */
      readonly names: ReadonlyMap<string, string>;
      /** Of an answer, how many tokens it was made from. */
      readonly thenTokens?: number;
      /** False for an answer that does not say what was told before the turns. */
      readonly isSystemKnown: boolean;
    }
  | { readonly kind: 'failed'; readonly problem: Problem };

type Turn = Pick<Message, 'role' | 'text' | 'attachments'>;

interface Asked {
  readonly turns: readonly Turn[];
  readonly system: string;
  readonly isSystemKnown: boolean;
  readonly thenTokens?: number | undefined;
}

export async function exactPrompt(core: AppCore, of: PromptOf): Promise<ExactPrompt> {
  try {
    const { turns, system, isSystemKnown, thenTokens } = askedOf(core.now, of);
    const chat = await chatMessages(turns, system, (sha256) => readImage(core, sha256));
    const prompt = await core.parts.engine.spell(chat);
    const images = turns.flatMap(({ attachments }) => attachments);
    return {
      kind: 'spelled',
      prompt,
      names: new Map(images.map(({ sha256, name }) => [sha256, name])),
      isSystemKnown,
      ...(thenTokens !== undefined && { thenTokens }),
    };
  } catch (error) {
    return { kind: 'failed', problem: describeProblem(error) };
  }
}

function askedOf(state: AppState, of: PromptOf): Asked {
  const checkpoint =
    state.engine.kind === 'ready' ? state.engine.checkpoint : undefined;
  const { system } = tell(state, currentFacts(state), checkpoint);
  if (of.kind === 'next') {
    return { turns: nextTurns(state), system, isSystemKnown: true };
  }
  const all = state.current.kind === 'open' ? state.current.conversation.messages : [];
  const turns = branchTo(all, of.messageId);
  const told = turns.at(-1)?.provenance;
  return {
    turns: turns.slice(0, -1),
    system: told?.system ?? system,
    isSystemKnown: told?.system !== undefined,
    thenTokens: told?.promptTokens,
  };
}

/** The branch on screen and the draft, which may be another wording of one of its turns. */
function nextTurns(state: AppState): readonly Turn[] {
  const { text, images, editing } = currentDraft(state);
  const turns = currentMessages(state);
  const at = turns.findIndex(({ id }) => id === editing);
  const attachments = images.map(({ attachment }) => attachment);
  const draft: Turn = { role: 'user', text: text.trim(), attachments };
  const isWritten = draft.text !== '' || attachments.length > 0;
  return [...(at < 0 ? turns : turns.slice(0, at)), ...(isWritten ? [draft] : [])];
}

async function readImage(core: AppCore, sha256: string): Promise<Blob | undefined> {
  const drafted = currentDraft(core.now).images.find(
    ({ attachment }) => attachment.sha256 === sha256,
  );
  const id = currentId(core.now);
  if (drafted !== undefined || id === undefined) return drafted?.blob;
  return core.kept.attachments.read(id, sha256);
}
