/**
 * @file The start of the page: first what is kept, then what answers.
 *
 * Consultations can be read as soon as the database is open; the checkpoint
 * arrives and loads meanwhile.
 */
import { answerLock } from './answering.ts';
import {
  type CheckpointDesk,
  loadChosenOrBundled,
  removeSuperseded,
  updateBundled,
} from './checkpoint-actions.ts';
import { showConsultation } from './consultation-actions.ts';
import { describeProblem } from './problem.ts';
import { isAnswering } from './selectors.ts';

/** Opens and loads everything. What goes wrong becomes a state. */
export async function startApp(desk: CheckpointDesk): Promise<void> {
  const { core } = desk;
  try {
    await readKept(desk);
    core.set({ start: { kind: 'started' } });
  } catch (error) {
    core.set({ start: { kind: 'failed', problem: describeProblem(error) } });
    return;
  }
  await core.attempt(() => showAddressed(desk));
  await startEngine(desk);
}

/** Settings and the list of consultations; answers of killed tabs are stopped. */
async function readKept({ core }: CheckpointDesk): Promise<void> {
  const { browser } = core.parts;
  await core.openKept();
  const { conversations, settings } = core.kept;
  const [chosen, locks] = await Promise.all([settings.read(), browser.heldLocks()]);
  await conversations.stopAbandoned((messageId) => locks.has(answerLock(messageId)));
  const listed = await conversations.list();
  const known = Object.fromEntries(
    Object.entries(chosen.settings).filter(([, value]) => value !== undefined),
  );
  core.set(({ settings: defaults }) => ({
    settings: { ...defaults, ...known },
    conversations: listed.records.map(({ id, title, createdMs, updatedMs }) => ({
      id,
      title,
      createdMs,
      updatedMs,
    })),
  }));
  const count = listed.damaged.length + chosen.damaged.length;
  if (count > 0) core.tell({ kind: 'damaged-records', count });
}

/** Opens the consultation in the address, and follows back and forward. */
async function showAddressed({ core, answering }: CheckpointDesk): Promise<void> {
  const { address } = core.parts.browser;
  const show = async (id: string | undefined) => {
    if (id === undefined) core.set({ current: { kind: 'new' } });
    else await showConsultation(core, answering, id);
  };
  address.watch((id) => void core.attempt(() => show(id)));
  const id = address.read();
  if (id !== undefined) await show(id);
}

async function startEngine(desk: CheckpointDesk): Promise<void> {
  const { core, jobs } = desk;
  try {
    await core.parts.library.cleanUp();
    await jobs.refresh();
    await removeSuperseded(desk);
    const wasHere = core.now.checkpoints.installed.some((kept) => kept.isBundled);
    await loadChosenOrBundled(desk);
    if (wasHere && !isAnswering(core.now)) await updateBundled(desk);
  } catch (error) {
    core.set({ engine: { kind: 'failed', problem: describeProblem(error) } });
  }
}
