/** @file The app put together from its parts: one state, and the actions on it. */
import { createStore } from 'zustand/vanilla';
import { acceptUseAction } from './accept-use.ts';
import type { Actions, App } from './actions.ts';
import { Answering } from './answering.ts';
import { ArchiveDesk } from './archive-actions.ts';
import { ArchiveWork } from './archive-work.ts';
import { BackupTimer } from './backup-schedule.ts';
import { checkpointActions, type CheckpointDesk } from './checkpoint-actions.ts';
import { CheckpointJobs } from './checkpoint-jobs.ts';
import { composerActions } from './composer-actions.ts';
import { consultationActions } from './consultation-actions.ts';
import { ConsultationList } from './consultation-list.ts';
import { AppCore, type AppParts } from './core.ts';
import type { Desk } from './desk.ts';
import { demonstrationActions } from './demonstration-actions.ts';
import { revealTruth } from './demonstrations.ts';
import { documentActions } from './document-actions.ts';
import { DraftWriter } from './draft-writer.ts';
import { judgementActions } from './judgement-actions.ts';
import { EngineLoader } from './engine-loader.ts';
import { exactPrompt } from './exact-prompt.ts';
import { examine } from './examine.ts';
import { healthActions } from './health-actions.ts';
import { initialState } from './initial-state.ts';
import type { OfflineInstallation } from './offline.ts';
import { queueActions } from './queued-turn.ts';
import { Security } from './security-actions.ts';
import { searchActions } from './search-actions.ts';
import type { AppState, Settings } from './state.ts';
import { startApp } from './start.ts';
import { summarize } from './summary.ts';
import { templateActions } from './template-actions.ts';
import { turnActions } from './turn-actions.ts';
import { viewerActions } from './viewer-actions.ts';
import { WriterRole } from './writer-role.ts';

export function createApp(parts: AppParts): App {
  const state = createStore<AppState>(() => initialState(parts.browser.language));
  const core = new AppCore(parts, state);
  const loader = new EngineLoader(core);
  const answering = new Answering(core, loader);
  const jobs = new CheckpointJobs(core);
  const list = new ConsultationList(core);
  const drafts = new DraftWriter(core);
  const desk: Desk = { core, jobs, loader, answering, list, drafts };
  const security = new Security(desk);
  const role = new WriterRole(desk);
  const work = new ArchiveWork(core);
  const archives = new ArchiveDesk(desk, work);
  const timer = new BackupTimer(core, work, () => archives.read());
  const stopWatching = followLock(core, archives, timer);
  const stopMinding = mindUnwritten(core);
  const actions = actionsOf({ desk, security, role, archives, timer });
  return {
    state,
    actions,
    readAttachment: (id, sha256) => readAttachment(core, id, sha256),
    examine: examine(core, loader),
    revealTruth: () => revealTruth(core.now),
    exactPrompt: (of) => exactPrompt(core, of),
    summarize: (signal) => summarize(core, loader, signal),
    async dispose() {
      security.stop();
      drafts.stop();
      jobs.pause();
      await answering.stopAndWait();
      loader.stop();
      await parts.engine.dispose();
      parts.library.dispose();
      await core.audit.flush();
      stopWatching();
      work.cancel();
      timer.stop();
      stopMinding();
      core.unwritten.stop();
      if (core.hasStarted) await core.kept.close();
      role.stop();
    },
  };
}

interface ActingParts {
  readonly desk: Desk;
  readonly security: Security;
  readonly role: WriterRole;
  readonly archives: ArchiveDesk;
  readonly timer: BackupTimer;
}

function actionsOf({ desk, security, role, archives, timer }: ActingParts): Actions {
  const { core, answering } = desk;
  return {
    ...startActions(desk, security, role),
    ...consultationActions(desk),
    ...composerActions(core),
    ...demonstrationActions(core),
    ...viewerActions(core),
    ...documentActions(core),
    ...searchActions(desk),
    ...turnActions(core, answering),
    ...queueActions(core, answering),
    ...judgementActions(core),
    ...checkpointActions(desk),
    ...security.actions,
    ...archives.actions,
    ...timer.actions,
    ...healthActions(desk),
    ...acceptUseAction(core),
    ...pageActions(desk),
  };
}

/** Before the page goes, what is unwritten is tried once more, and the person asked. */
function mindUnwritten({ parts: { browser }, unwritten }: AppCore): () => void {
  const stops = [
    browser.onLeaving(() => void unwritten.retry()),
    browser.askBeforeLeaving(() => unwritten.isWaiting),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** A lock ends what goes on with archives; an unlock looks whether a backup is due. */
function followLock(core: AppCore, archives: ArchiveDesk, timer: BackupTimer) {
  return core.state.subscribe(({ start, writer }, before) => {
    const isOpen = start.kind === 'started' && writer === 'writing';
    const wasOpen = before.start.kind === 'started' && before.writer === 'writing';
    if (before.start.kind === 'started' && start.kind !== 'started') archives.drop();
    if (isOpen && !wasOpen) timer.start();
  });
}

async function readAttachment(
  core: AppCore,
  conversationId: string,
  sha256: string,
): Promise<Blob | undefined> {
  return core.hasStarted
    ? core.kept.attachments.read(conversationId, sha256)
    : undefined;
}

type PageActions = Pick<
  Actions,
  'changeSettings' | 'changeTemplates' | 'readRequests' | 'writeAgain' | 'dismissNotice'
>;

/** What belongs to the page as a whole. */
function pageActions(desk: CheckpointDesk): PageActions {
  const { core } = desk;
  return {
    ...templateActions(core),
    changeSettings: (change) => core.attempt(() => changeSettings(desk, change)),
    readRequests: async () => core.parts.requests?.read(),
    writeAgain: () => core.unwritten.retry(),
    dismissNotice: (id) => core.dismiss(id),
  };
}

function startActions(
  desk: Desk,
  security: Security,
  role: WriterRole,
): Pick<Actions, 'start' | 'writeHere' | 'takeUpdate'> {
  const { core } = desk;
  let starting: Promise<void> | undefined;
  let offline: OfflineInstallation | undefined;
  return {
    start() {
      offline ??= core.parts.installOffline?.({
        onUpdateReady: () => core.tell({ kind: 'update-ready' }),
        onOfflineReady: () => void tellOfflineReady(desk),
      });
      if (starting === undefined) security.watch();
      starting ??= startApp(desk, role);
      return starting;
    },
    writeHere: () => core.attempt(() => role.takeOver()),
    takeUpdate: () => offline?.takeUpdate(),
  };
}

/** At the first visit, once the weights are here too. */
async function tellOfflineReady({ core, loader }: CheckpointDesk): Promise<void> {
  if (core.parts.browser.startsWithoutServer) return;
  await loader.whenReady(new AbortController().signal).then(
    () => core.tell({ kind: 'offline-ready' }),
    () => {}, // the engine says itself why it is not ready
  );
}

/** Shows the choice at once and keeps it; another runtime loads the checkpoint again. */
async function changeSettings(
  { core, loader, answering }: CheckpointDesk,
  change: Partial<Settings>,
): Promise<void> {
  const before = core.now.settings;
  core.set({ settings: { ...before, ...change } });
  await core.kept.settings.write(change);
  const { engine } = core.now;
  const isOther = change.runtime !== undefined && change.runtime !== before.runtime;
  if (!isOther || !('checkpoint' in engine) || engine.checkpoint === undefined) return;
  await answering.stopAndWait();
  await loader.load(engine.checkpoint);
}
