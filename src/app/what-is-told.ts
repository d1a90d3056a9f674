/**
 * @file What the model is told before all turns: who it is, and the facts of the
 * case. The same words for every turn as long as nobody changes a fact, so the KV
 * of the prefix is good; a changed fact is read again with all that follows it.
 */
import { type CaseFacts, tellFacts } from '../clinic/case-facts.ts';
import type { Message } from '../clinic/conversation.ts';
import type { AppCore } from './core.ts';
import { currentId } from './selectors.ts';
import { type AppState, type CheckpointSummary, NEW_DRAFT } from './state.ts';
import { promptLanguage, systemPrompt } from '../clinic/system-prompt.ts';

export interface Told {
  readonly system: string;
  /** Those that are told in it. */
  readonly facts?: CaseFacts;
}

/** Facts of the consultation in the middle; of one that is not kept yet, with its draft. */
export function currentFacts(state: AppState): CaseFacts | undefined {
  return state.current.kind === 'open'
    ? state.current.conversation.facts
    : state.current.kind === 'new'
      ? state.drafts[NEW_DRAFT]?.facts
      : undefined;
}

/** @param checkpoint - its languages decide too, where it does not speak all */
export function tell(
  { settings: { language } }: Pick<AppState, 'settings'>,
  facts: CaseFacts = {},
  checkpoint?: Pick<CheckpointSummary, 'languages'>,
): Told {
  const spoken = checkpoint?.languages;
  const block = tellFacts(facts, promptLanguage(language, spoken));
  const system = systemPrompt(language, spoken);
  if (block === '') return { system };
  return { system: `${system}\n\n${block}`, facts };
}

/** For an answer that is made now. One that goes on is told what it was told before. */
export async function tellForAnswer(
  core: AppCore,
  { conversationId, before }: { conversationId: string; before: Message | undefined },
  checkpoint: CheckpointSummary,
): Promise<Told> {
  const { system, facts } = before?.provenance ?? {};
  if (system !== undefined) return { system, ...(facts !== undefined && { facts }) };
  return tell(core.now, await factsNow(core, conversationId), checkpoint);
}

/** On screen they are newer than on disk. */
async function factsNow(core: AppCore, id: string): Promise<CaseFacts | undefined> {
  return currentId(core.now) === id && core.now.current.kind === 'open'
    ? currentFacts(core.now)
    : (await core.kept.conversations.header(id))?.facts;
}
