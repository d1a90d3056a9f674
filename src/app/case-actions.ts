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
import { putDraft } from './composer-actions.ts';
import type { AppCore } from './core.ts';
import { currentDraft } from './selectors.ts';
import { NEW_DRAFT } from './state.ts';
import { currentFacts } from './what-is-told.ts';

export function caseActions(core: AppCore): Pick<Actions, 'noteFacts'> {
  const line = new SerialQueue(); // an older fact never lands on a newer one
  return {
    async noteFacts(change) {
      const { current, start, writer } = core.now;
      if (start.kind !== 'started' || writer !== 'writing') return;
      if (current.kind === 'opening') return;
      const facts = withChange(currentFacts(core.now), change);
      if (current.kind === 'new') {
        putDraft(core, NEW_DRAFT, { ...currentDraft(core.now), facts });
        return;
      }
      const { conversation } = current;
      const { id } = conversation;
      core.set({ current: { kind: 'open', conversation: { ...conversation, facts } } });
      const leave = await line.enter();
      try {
        await core.unwritten.insist(`facts ${id}`, () => keep(core, id, facts));
      } finally {
        leave();
      }
    },
  };
}

async function keep(core: AppCore, id: string, facts: CaseFacts): Promise<void> {
  await core.kept.conversations.change(id, { facts });
  core.changed({ kind: 'conversation', id });
  void core.search.update(id);
}

function withChange(facts: CaseFacts = {}, change: FactsChange): CaseFacts {
  const given = Object.entries({ ...facts, ...change, editedMs: Date.now() });
  return withoutEmpty(
    Object.fromEntries(given.filter(([, fact]) => fact !== undefined)) as CaseFacts,
  );
}
