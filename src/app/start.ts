/**
 * @file The start of the page: first what is kept, then what answers.
 *
 * Consultations can be read as soon as the database is open; the checkpoint
 * arrives and loads meanwhile.
 */
import {
  loadChosenOrBundled,
  removeSuperseded,
  updateBundled,
} from './checkpoint-actions.ts';
import { showConsultation } from './consultation-actions.ts';
import type { Desk } from './desk.ts';
import { showKept } from './lock.ts';
import { describeProblem } from './problem.ts';
import { isAnswering } from './selectors.ts';
import { waysIn } from './ways-in.ts';
import type { WriterRole } from './writer-role.ts';

/** Opens and loads everything. What goes wrong becomes a state. */
export async function startApp(desk: Desk, role: WriterRole): Promise<void> {
  const { core } = desk;
  try {
    await role.open();
    await readSettings(desk);
    if (core.kept.vault.isLocked) {
      core.set({ start: { kind: 'locked' }, ...waysIn(core.kept.vault) });
    } else await showKept(desk);
  } catch (error) {
    core.set({ start: { kind: 'failed', problem: describeProblem(error) } });
    return;
  }
  followAddress(desk);
  await startEngine(desk);
}

async function readSettings({ core }: Desk): Promise<void> {
  const chosen = await core.kept.settings.read();
  const known = Object.fromEntries(
    Object.entries(chosen.settings).filter(([, value]) => value !== undefined),
  );
  core.set(({ settings: defaults }) => ({ settings: { ...defaults, ...known } }));
  const count = chosen.damaged.length;
  if (count > 0) core.tell({ kind: 'damaged-records', count });
}

/** Follows back and forward. */
function followAddress({ core, answering }: Desk): void {
  core.parts.browser.address.watch((id) => {
    if (core.now.start.kind !== 'started') return; // the address is read when it is unlocked
    if (id === undefined) core.set({ current: { kind: 'new' } });
    else void core.attempt(() => showConsultation(core, answering, id));
  });
}

async function startEngine(desk: Desk): Promise<void> {
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
