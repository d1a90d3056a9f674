/** @file The list of consultations: opening, naming, deleting. */
import type { Actions } from './actions.ts';
import { withMessage } from './answer-writer.ts';
import type { Answering } from './answering.ts';
import { putDraft } from './composer-actions.ts';
import type { AppCore } from './core.ts';
import { currentId } from './selectors.ts';
import { EMPTY_DRAFT } from './state.ts';

type ConsultationActions = Pick<
  Actions,
  'newConsultation' | 'openConsultation' | 'renameConsultation' | 'deleteConsultation'
>;

export function consultationActions(
  core: AppCore,
  answering: Answering,
): ConsultationActions {
  const { address } = core.parts.browser;
  return {
    newConsultation() {
      core.set({ current: { kind: 'new' } });
      address.write(undefined, 'push');
    },
    openConsultation: (id) =>
      core.attempt(async () => {
        await showConsultation(core, answering, id);
        address.write(currentId(core.now), 'push');
      }),
    renameConsultation: (id, title) => core.attempt(() => rename(core, id, title)),
    deleteConsultation: (id) => core.attempt(() => remove(core, answering, id)),
  };
}

/** Reads a consultation and shows it; one that is gone shows an empty new one. */
export async function showConsultation(
  core: AppCore,
  answering: Answering,
  id: string,
): Promise<void> {
  core.set({ current: { kind: 'opening', id } });
  const opened = await core.kept.conversations.open(id);
  if (core.now.current.kind !== 'opening' || currentId(core.now) !== id) return;
  if (opened === undefined) {
    core.set({ current: { kind: 'new' } });
    return;
  }
  const { growing } = answering;
  const conversation =
    growing === undefined
      ? opened.conversation
      : withMessage(opened.conversation, growing);
  core.set({ current: { kind: 'open', conversation } });
  core.audit.note({ what: 'open', conversationId: id });
  if (opened.damaged.length > 0) {
    core.tell({ kind: 'damaged-records', count: opened.damaged.length });
  }
}

async function rename(core: AppCore, id: string, title: string): Promise<void> {
  const trimmed = title.trim();
  if (trimmed === '') return;
  await core.kept.conversations.rename(id, trimmed);
  core.set(({ conversations, current }) => ({
    conversations: conversations.map((kept) =>
      kept.id === id ? { ...kept, title: trimmed } : kept,
    ),
    ...(current.kind === 'open' &&
      current.conversation.id === id && {
        current: {
          kind: 'open',
          conversation: { ...current.conversation, title: trimmed },
        },
      }),
  }));
}

async function remove(core: AppCore, answering: Answering, id: string): Promise<void> {
  const { answer } = core.now;
  if (answer.kind === 'running' && answer.conversationId === id) {
    await answering.stopAndWait();
  }
  await core.kept.conversations.delete(id);
  core.audit.note({ what: 'erase', conversationId: id });
  putDraft(core, id, EMPTY_DRAFT);
  const isShown = currentId(core.now) === id;
  core.set(({ conversations }) => ({
    conversations: conversations.filter((kept) => kept.id !== id),
    ...(isShown && { current: { kind: 'new' } }),
  }));
  if (isShown) core.parts.browser.address.write(undefined, 'replace');
}
