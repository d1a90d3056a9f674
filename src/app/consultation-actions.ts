/** @file The list of consultations: opening, describing, erasing, and the branches of one. */
import { newestLeafBelow } from '../clinic/message-tree.ts';
import type { HeaderChange } from '../store/conversations.ts';
import type { Actions } from './actions.ts';
import { withMessage } from './answer-writer.ts';
import type { Answering } from './answering.ts';
import { caseActions } from './case-actions.ts';
import { putDraft } from './draft-of.ts';
import { summaryOf } from './consultation-list.ts';
import type { AppCore } from './core.ts';
import type { Desk } from './desk.ts';
import { readJudgements } from './judgement-actions.ts';
import { currentId, isAnsweringHere } from './selectors.ts';
import { EMPTY_DRAFT } from './state.ts';

type ConsultationActions = Pick<
  Actions,
  | 'newConsultation'
  | 'openConsultation'
  | 'showOlderConsultations'
  | 'describeConsultation'
  | 'deleteConsultation'
  | 'erasePatient'
  | 'showBranch'
  | 'noteFacts'
  | 'showArchivedConsultations'
  | 'shelve'
  | 'undoShelving'
  | 'tagConsultations'
  | 'deleteConsultations'
>;

export function consultationActions(desk: Desk): ConsultationActions {
  const { core, answering, list } = desk;
  const { address } = core.parts.browser;
  return {
    ...caseActions(core),
    ...shelfActions(desk),
    newConsultation() {
      core.set({ current: { kind: 'new' }, reviews: [], comparisons: [] });
      address.write(undefined, 'push');
    },
    openConsultation: (id) =>
      core.attempt(async () => {
        await showConsultation(core, answering, id);
        address.write(currentId(core.now), 'push');
      }),
    showOlderConsultations: () => list.readOlder(),
    describeConsultation: (id, description) =>
      core.attempt(() => describe(core, id, description)),
    deleteConsultation: (id) =>
      core.attempt(async () => {
        await stopAnswerIn(desk, [id]);
        await erase(core, [id], () => core.kept.erasures.eraseConversation(id));
      }),
    deleteConsultations: (ids) =>
      core.attempt(async () => {
        await stopAnswerIn(desk, ids);
        await erase(core, ids, async () => {
          for (const id of ids) await core.kept.erasures.eraseConversation(id);
        });
      }),
    erasePatient: (patientId) =>
      core.attempt(async () => {
        const ids = await core.kept.patients.conversationsOf(patientId);
        await stopAnswerIn(desk, ids);
        await erase(core, ids, () => core.kept.erasures.erasePatient(patientId));
        core.set(({ patients }) => ({
          patients: patients.filter((patient) => patient.id !== patientId),
        }));
      }),
    showBranch: (messageId) => core.attempt(() => showBranch(core, messageId)),
  };
}

/**
 * Reads a consultation and shows it; one that is gone shows an empty new one.
 *
 * @param how - `again`: it is shown already, and another tab wrote to it
 */
export async function showConsultation(
  core: AppCore,
  answering: Answering,
  id: string,
  how: 'first' | 'again' = 'first',
): Promise<void> {
  if (how === 'first') core.set({ current: { kind: 'opening', id } });
  const opened = await core.kept.conversations.open(id);
  if (currentId(core.now) !== id) return;
  if (how === 'first' && core.now.current.kind !== 'opening') return;
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
  await readJudgements(core, id);
  if (how === 'again') return;
  core.audit.note({ what: 'open', conversationId: id });
  if (opened.damaged.length > 0) {
    core.tell({ kind: 'damaged-records', count: opened.damaged.length });
  }
}

/** What a person says of a consultation: its title, its patient, its tags. */
async function describe(
  core: AppCore,
  id: string,
  description: { title: string; patientName: string; tags: readonly string[] },
): Promise<void> {
  const title = description.title.trim();
  const tags = [...new Set(description.tags.map((tag) => tag.trim()))];
  await change(core, id, {
    ...(title !== '' && { title }),
    tags: tags.filter((tag) => tag !== ''),
    patientId: await patientNamed(core, description.patientName.trim()),
  });
}

/** The id of the patient of that name, who is made when new; null for no name. */
async function patientNamed(core: AppCore, name: string): Promise<string | null> {
  if (name === '') return null;
  const known = core.now.patients.find((patient) => patient.name === name);
  if (known !== undefined) return known.id;
  const nowMs = Date.now();
  const patient = { id: crypto.randomUUID(), name, createdMs: nowMs, updatedMs: nowMs };
  await core.kept.patients.keep(patient);
  core.set(({ patients }) => ({
    patients: [...patients, patient].toSorted((a, b) => a.name.localeCompare(b.name)),
  }));
  return patient.id;
}

/** Shows the newest branch through a turn, and remembers it. */
export async function showBranch(core: AppCore, messageId: string): Promise<void> {
  const { current } = core.now;
  if (current.kind !== 'open' || isAnsweringHere(core.now)) return;
  const leafId = newestLeafBelow(current.conversation.messages, messageId);
  core.set({
    current: { kind: 'open', conversation: { ...current.conversation, leafId } },
  });
  if (core.now.writer !== 'writing') return; // a look is free
  await core.kept.conversations.change(current.conversation.id, { leafId });
}

function shelfActions({
  core,
  list,
}: Desk): Pick<
  ConsultationActions,
  'showArchivedConsultations' | 'shelve' | 'undoShelving' | 'tagConsultations'
> {
  const summaries = (ids: readonly string[]) =>
    core.now.conversations.filter(({ id }) => ids.includes(id));
  return {
    showArchivedConsultations: () => list.readArchived(),
    shelve: (ids, shelf) =>
      core.attempt(async () => {
        const before = summaries(ids).map(({ id, shelf: was }) =>
          was === undefined ? { id } : { id, shelf: was },
        );
        for (const id of ids) await change(core, id, { shelf: shelf ?? null });
        if (shelf === 'archived') core.tell({ kind: 'archived', before });
      }),
    undoShelving: (noticeId) =>
      core.attempt(async () => {
        const notice = core.now.notices.find(({ id }) => id === noticeId);
        if (notice?.kind !== 'archived') return;
        core.dismiss(noticeId);
        for (const { id, shelf } of notice.before) {
          await change(core, id, { shelf: shelf ?? null });
        }
      }),
    tagConsultations: (ids, tag) =>
      core.attempt(async () => {
        const added = tag.trim();
        if (added === '') return;
        for (const { id, tags } of summaries(ids)) {
          if (!tags.includes(added)) await change(core, id, { tags: [...tags, added] });
        }
      }),
  };
}

/** Writes a change of a header, then shows it. */
async function change(core: AppCore, id: string, asked: HeaderChange): Promise<void> {
  const header = await core.kept.conversations.change(id, asked);
  if (header === undefined) return;
  core.changed({ kind: 'list' });
  void core.search.update(id);
  core.set(({ conversations, current }) => ({
    conversations: conversations.map((kept) =>
      kept.id === id ? summaryOf(header) : kept,
    ),
    ...(current.kind === 'open' &&
      current.conversation.id === id && {
        current: {
          kind: 'open',
          conversation: { ...header, messages: current.conversation.messages },
        },
      }),
  }));
}

async function stopAnswerIn(
  { core, answering }: Desk,
  ids: readonly string[],
): Promise<void> {
  const { answer } = core.now;
  if (answer.kind === 'running' && ids.includes(answer.conversationId)) {
    await answering.stopAndWait();
  }
}

/** Erases; when clearing up after it fails, what has no key any more is gone from the screen too. */
async function erase(
  core: AppCore,
  ids: readonly string[],
  work: () => Promise<unknown>,
): Promise<void> {
  try {
    await work();
  } finally {
    const left = new Set(await core.kept.conversations.ids());
    afterErasing(
      core,
      ids.filter((id) => !left.has(id)),
    );
  }
}

function afterErasing(core: AppCore, ids: readonly string[]): void {
  core.changed({ kind: 'list' });
  core.search.forget(ids);
  for (const id of ids) {
    core.audit.note({ what: 'erase', conversationId: id });
    putDraft(core, id, EMPTY_DRAFT);
  }
  const shown = currentId(core.now);
  const isShown = shown !== undefined && ids.includes(shown);
  core.set(({ conversations }) => ({
    conversations: conversations.filter((kept) => !ids.includes(kept.id)),
    ...(isShown && { current: { kind: 'new' } }),
  }));
  if (isShown) core.parts.browser.address.write(undefined, 'replace');
}
