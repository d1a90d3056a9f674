/** @file Choosing, adding, repairing and removing checkpoints. */
import { AssistantError } from '../base/errors.ts';
import { type PickedFolder, readPickedFolder } from '../store/picked-folder.ts';
import type { WeightsEvent } from '../store/weights-protocol.ts';
import type { Actions } from './actions.ts';
import type { Answering } from './answering.ts';
import { lastPart, readCheckpointAddress } from './checkpoint-address.ts';
import { type CheckpointJobs, noWayToRepair } from './checkpoint-jobs.ts';
import { readCheckpoint } from './checkpoint-facts.ts';
import { readDevice } from './device-room.ts';
import type { AppCore } from './core.ts';
import type { EngineLoader } from './engine-loader.ts';
import { isAnswering } from './selectors.ts';
import type { CheckpointSummary } from './state.ts';

type CheckpointActions = Pick<
  Actions,
  | 'chooseCheckpoint'
  | 'retryLoad'
  | 'addCheckpointFolder'
  | 'downloadCheckpoint'
  | 'readCheckpoint'
  | 'readDevice'
  | 'verifyCheckpoint'
  | 'repairCheckpoint'
  | 'removeCheckpoint'
  | 'goOnWithCheckpoint'
  | 'pauseCheckpointJob'
  | 'discardCheckpointJob'
  | 'dismissCheckpointJob'
>;

/** What the actions on checkpoints work with. */
export interface CheckpointDesk {
  readonly core: AppCore;
  readonly jobs: CheckpointJobs;
  readonly loader: EngineLoader;
  readonly answering: Answering;
}

export function checkpointActions(desk: CheckpointDesk): CheckpointActions {
  const { core, jobs } = desk;
  return {
    chooseCheckpoint: (id) => core.attempt(() => choose(desk, id)),
    retryLoad: () => core.attempt(() => retryLoad(desk)),
    addCheckpointFolder: (folder) => core.attempt(() => addFolder(desk, folder)),
    goOnWithCheckpoint: (id, folder) => core.attempt(() => goOn(desk, id, folder)),
    downloadCheckpoint: (address) =>
      core.attempt(() => downloadFrom(desk, address.trim())),
    readCheckpoint: (id) => readCheckpoint(core, id),
    readDevice: () => readDevice(core.parts.browser),
    verifyCheckpoint: (id) => core.attempt(() => verify(desk, id)),
    repairCheckpoint: (id) => core.attempt(() => repair(desk, id)),
    removeCheckpoint: (id) => core.attempt(() => remove(desk, id)),
    pauseCheckpointJob: () => jobs.pause(),
    discardCheckpointJob: () => jobs.discard(),
    dismissCheckpointJob: () => jobs.dismiss(),
  };
}

/**
 * Sees to it that something can be loaded, and loads it: the chosen checkpoint,
 * else the bundled one, which is fetched when it is not here.
 */
export async function loadChosenOrBundled(desk: CheckpointDesk): Promise<void> {
  const { core, loader } = desk;
  const { checkpointId } = core.now.settings;
  const here =
    (checkpointId && find(core, checkpointId)) ||
    bundled(core) ||
    (await fetchBundled(desk));
  if (here) await loader.load(here);
}

/** Fetches a newer bundled checkpoint, if there is one, to be used from the next start on. */
export async function updateBundled({ core, jobs }: CheckpointDesk): Promise<void> {
  const { library, bundledUrl: url } = core.parts;
  const request = { kind: 'download', url, isBundled: true, isRepair: false } as const;
  try {
    for await (const _ of library.work(request, new AbortController().signal)) void _;
    await jobs.refresh();
  } catch {
    // no server today: what is here is good
  }
}

/** Removes bundled checkpoints that a newer one took the place of. */
export async function removeSuperseded({ core, jobs }: CheckpointDesk): Promise<void> {
  const { checkpointId } = core.now.settings;
  const [, ...older] = core.now.checkpoints.installed.filter((kept) => kept.isBundled);
  for (const { id } of older) {
    if (id !== checkpointId) await core.parts.library.remove(id);
  }
  if (older.length > 0) await jobs.refresh();
}

async function fetchBundled(
  desk: CheckpointDesk,
): Promise<CheckpointSummary | undefined> {
  const { core, jobs } = desk;
  const { bundledUrl: url } = core.parts;
  const request = { kind: 'download', url, isBundled: true, isRepair: false } as const;
  const last = await jobs.run('install', 'Clinic-Mini', request);
  return last?.kind === 'installed' ? find(core, last.id) : undefined;
}

/** @param goesOnWith - the unfinished checkpoint that is made from this folder */
async function addFolder(
  desk: CheckpointDesk,
  folder: PickedFolder,
  goesOnWith?: string,
): Promise<void> {
  const { name, files } = await readPickedFolder(folder);
  const common = { files, ...(goesOnWith !== undefined && { goesOnWith }) };
  const isConverted = files.has('manifest.json');
  const last = isConverted
    ? await desk.jobs.run('import', name, { kind: 'import', ...common }, folder)
    : await desk.jobs.run(
        'convert',
        name,
        { kind: 'convert', name, ...common },
        folder,
      );
  await useInstalled(desk, last);
}

async function goOn(
  desk: CheckpointDesk,
  id: string,
  folder: PickedFolder | undefined,
): Promise<void> {
  const { core, jobs } = desk;
  const begun = core.now.checkpoints.unfinished.find((kept) => kept.id === id);
  if (begun === undefined || jobs.isRunning) return;
  const { source, name } = begun;
  if (source.kind === 'address') {
    await useInstalled(desk, await download(desk, source.url, { isRepair: false }));
    return;
  }
  try {
    await addFolder(desk, folder ?? (await jobs.folders.open(id)), id);
  } catch (error) {
    jobs.fail(source.work, name, error);
  }
}

/** An address that is none becomes the job that failed: it was asked for there. */
async function downloadFrom(desk: CheckpointDesk, address: string): Promise<void> {
  if (desk.jobs.isRunning) return;
  let url: string;
  try {
    url = readCheckpointAddress(address);
  } catch (error) {
    desk.jobs.fail('download', address, error);
    return;
  }
  await useInstalled(desk, await download(desk, url, { isRepair: false }));
}

function download(
  { core, jobs }: CheckpointDesk,
  url: string,
  { isRepair }: { isRepair: boolean },
): Promise<WeightsEvent | undefined> {
  const isBundled = url === core.parts.bundledUrl;
  return jobs.run(isBundled ? 'install' : 'download', lastPart(url), {
    kind: 'download',
    url,
    isBundled,
    isRepair,
  });
}

/** Says that it is here, and loads it; an answer that is being written is not stopped for that. */
async function useInstalled(
  desk: CheckpointDesk,
  last: WeightsEvent | undefined,
): Promise<void> {
  if (last?.kind !== 'installed') return;
  const { now } = desk.core;
  const waits = isAnswering(now) && now.engine.kind === 'ready';
  desk.core.tell({ kind: 'checkpoint-installed', name: last.name, isLoaded: !waits });
  if (!waits) await choose(desk, last.id);
}

async function choose(
  { core, loader, answering }: CheckpointDesk,
  id: string,
): Promise<void> {
  const checkpoint = find(core, id);
  if (checkpoint === undefined) return;
  await answering.stopAndWait();
  const checkpointId = checkpoint.isBundled ? undefined : id;
  await core.kept.settings.write({ checkpointId });
  core.set(({ settings: { checkpointId: _old, ...others } }) => ({
    settings: checkpointId === undefined ? others : { ...others, checkpointId },
  }));
  await loader.load(checkpoint);
}

/** Damaged weights are fetched again first. */
async function retryLoad(desk: CheckpointDesk): Promise<void> {
  const { engine } = desk.core.now;
  if (engine.kind === 'ready') return;
  const failed = engine.kind === 'failed' ? engine : undefined;
  if (failed?.checkpoint !== undefined) {
    if (failed.problem.kind === 'bad-data') await repair(desk, failed.checkpoint.id);
    else await desk.loader.load(failed.checkpoint);
    return;
  }
  await loadChosenOrBundled(desk);
}

async function verify({ core, jobs }: CheckpointDesk, id: string): Promise<void> {
  const checkpoint = find(core, id);
  if (checkpoint === undefined) return;
  const { name } = checkpoint;
  const last = await jobs.run('verify', name, { kind: 'verify', id });
  if (last?.kind !== 'verified') return;
  if (last.wrong.length === 0) core.tell({ kind: 'checkpoint-verified', name });
  else {
    const repairs = checkpoint.canFetchAgain ? id : undefined;
    jobs.fail('verify', name, damaged(checkpoint, last.wrong), repairs);
  }
}

async function repair(desk: CheckpointDesk, id: string): Promise<void> {
  const { core, jobs, loader } = desk;
  const { installed, damaged: unreadable } = await core.parts.library.list();
  const kept = [...installed, ...unreadable].find((checkpoint) => checkpoint.id === id);
  const name = find(core, id)?.name ?? id;
  if (kept?.origin?.url === undefined) {
    jobs.fail('verify', name, noWayToRepair(name));
    return;
  }
  await desk.answering.stopAndWait();
  await loader.unload();
  const last = await download(desk, kept.origin.url, { isRepair: true });
  if (last?.kind !== 'installed') return;
  if (last.id !== id) await core.parts.library.remove(id); // a newer one is served now
  await jobs.refresh();
  await choose(desk, last.id);
}

/** Removes it from disk; when it was the loaded one, another takes its place if there is one. */
async function remove(desk: CheckpointDesk, id: string): Promise<void> {
  const { core, jobs, loader, answering } = desk;
  const { engine, settings } = core.now;
  const isLoaded = 'checkpoint' in engine && engine.checkpoint?.id === id;
  if (isLoaded) {
    await answering.stopAndWait();
    await loader.unload();
  }
  await core.parts.library.remove(id);
  await jobs.refresh();
  if (settings.checkpointId === id) {
    await core.kept.settings.write({ checkpointId: undefined });
    core.set(({ settings: { checkpointId: _old, ...others } }) => ({
      settings: others,
    }));
  }
  const next = bundled(core) ?? core.now.checkpoints.installed[0];
  if (isLoaded && next !== undefined) await loader.load(next);
}

function find({ now }: AppCore, id: string): CheckpointSummary | undefined {
  return now.checkpoints.installed.find((checkpoint) => checkpoint.id === id);
}

function bundled({ now }: AppCore): CheckpointSummary | undefined {
  return now.checkpoints.installed.find((checkpoint) => checkpoint.isBundled);
}

/** Says what is wrong first, and what mends it. */
function damaged(
  { id, name, canFetchAgain }: CheckpointSummary,
  wrong: readonly string[],
): AssistantError {
  const [first = ''] = wrong;
  const more = wrong.length > 1 ? ` And ${wrong.length - 1} more.` : '';
  const whatToDo = canFetchAgain
    ? 'Fetch what is damaged again; the rest stays.'
    : 'It came from a folder on this computer: add the folder again, and only what is damaged is copied.';
  return new AssistantError(
    'bad-data',
    `${name} is damaged: ${first}${more} ${whatToDo}`,
    { path: id },
  );
}
