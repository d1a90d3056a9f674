/**
 * @file Noting facts of the case. They are on screen at once and on disk with the
 * next write; of a consultation that is not kept yet they lie with its draft.
 */
import { SerialQueue } from '../base/serial-queue.ts';
import {
  type CaseFacts,
  type FactsChange,
  withoutEmpty,
} from '../clinic/case-facts.ts';
import type { Actions } from './actions.ts';
import { draftKey, putDraft } from './draft-of.ts';
import type { AppCore } from './core.ts';
import { EMPTY_DRAFT, NEW_DRAFT } from './state.ts';

export function caseActions(core: AppCore): Pick<Actions, 'noteFacts'> {
  const line = new SerialQueue(); // an older fact never lands on a newer one
  return {
    async noteFacts(change, of = draftKey(core.now)) {
      const { start, writer } = core.now;
      if (start.kind !== 'started' || writer !== 'writing') return;
      if (of === NEW_DRAFT) {
        const draft = core.now.drafts[NEW_DRAFT] ?? EMPTY_DRAFT;
        const facts = withChange(draft.facts, change);
        putDraft(core, NEW_DRAFT, { ...draft, facts });
        return;
      }
      showChange(core, of, change);
      const leave = await line.enter();
      try {
        await core.unwritten.insist(`facts ${of}`, () => keep(core, of, change));
      } finally {
        leave();
      }
    },
  };
}

function showChange(core: AppCore, id: string, change: FactsChange): void {
  const { current } = core.now;
  if (current.kind !== 'open' || current.conversation.id !== id) return;
  const { conversation } = current;
  const facts = withChange(conversation.facts, change);
  core.set({ current: { kind: 'open', conversation: { ...conversation, facts } } });
}

async function keep(core: AppCore, id: string, change: FactsChange): Promise<void> {
  const { current } = core.now;
  const isShown = current.kind === 'open' && current.conversation.id === id;
  // what the disk refused before is on screen
  const before = isShown
    ? current.conversation.facts
    : (await core.kept.conversations.header(id))?.facts;
  await core.kept.conversations.change(id, { facts: withChange(before, change) });
  core.changed({ kind: 'conversation', id });
  void core.search.update(id);
}

function withChange(facts: CaseFacts = {}, change: FactsChange): CaseFacts {
  const given = Object.entries({ ...facts, ...change, editedMs: Date.now() });
  return withoutEmpty(
    Object.fromEntries(given.filter(([, fact]) => fact !== undefined)) as CaseFacts,
  );
}
