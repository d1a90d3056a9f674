/** @file Searching, and going to what was found. */
import { shownBranch } from '../clinic/message-tree.ts';
import type { Actions } from './actions.ts';
import { showBranch, showConsultation } from './consultation-actions.ts';
import type { AppCore } from './core.ts';
import type { Desk } from './desk.ts';
import { currentId } from './selectors.ts';

export function searchActions({
  core,
  answering,
}: Desk): Pick<Actions, 'search' | 'showFound'> {
  return {
    search: (query) => core.search.find(query),
    showFound: ({ conversationId, messageId }) =>
      core.attempt(async () => {
        await showConsultation(core, answering, conversationId);
        const id = currentId(core.now);
        core.parts.browser.address.write(id, 'push');
        if (id === conversationId && messageId !== undefined) {
          await showTurn(core, messageId);
        }
      }),
  };
}

/** Shows the branch that holds a turn, and the turn. */
async function showTurn(core: AppCore, messageId: string): Promise<void> {
  const { current } = core.now;
  if (current.kind !== 'open') return;
  const isShown = shownBranch(current.conversation).some(({ id }) => id === messageId);
  const showing = isShown ? undefined : showBranch(core, messageId); // on screen at once
  core.set({ sought: { messageId } });
  await showing;
}
