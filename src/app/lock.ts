/**
 * @file Locking the page, and what comes back when it is unlocked.
 *
 * The screen is emptied first; then what was typed and what was answered so far
 * is sealed, the key dropped, and the engine forgets. Nothing holds this up for
 * long: an answer that does not stop by itself loses its engine.
 */
import { isKind } from '../base/errors.ts';
import type { KeptDraft } from '../store/sealed-drafts.ts';
import { answerLock } from './answering.ts';
import type { Desk } from './desk.ts';
import { showConsultation } from './consultation-actions.ts';
import type { AppCore } from './core.ts';
import type { Draft, DraftImage } from './state.ts';
import { showTemplates } from './template-actions.ts';
import { waysIn } from './ways-in.ts';

/** An answer gets this long to end between two tokens. */
const STOP_MS = 3000;

export async function lockPage(desk: Desk): Promise<void> {
  const { core, answering, loader, list } = desk;
  const { drafts, engine } = core.now;
  list.clear();
  core.search.drop();
  core.set({
    start: { kind: 'locked' },
    current: { kind: 'new' },
    sought: undefined,
    reviews: [],
    comparisons: [],
    drafts: {},
    templates: [],
    notices: [],
  });
  core.unwritten.forgetNotice();
  core.parts.documents?.forget();
  const isStopped = await endsWithin(answering.stopAndWait(), STOP_MS);
  if (!isStopped) {
    await loader.unload();
    await endsWithin(answering.stopAndWait(), STOP_MS);
  }
  try {
    await desk.drafts.finish(drafts);
    core.audit.note({ what: 'lock' });
    await core.audit.flush();
  } finally {
    core.kept.vault.lock();
  }
  if (isStopped) await core.parts.engine.forget();
  else if ('checkpoint' in engine && engine.checkpoint) {
    await loader.load(engine.checkpoint);
  }
}

/** Shows what is kept, once the vault is open. */
export async function showKept({ core, answering, list, drafts }: Desk): Promise<void> {
  const { browser } = core.parts;
  const { vault, leftBehind } = core.kept;
  const isWriter = core.now.writer === 'writing';
  if (isWriter) await core.unwritten.insist('order', () => putInOrder(core));
  const damaged = (await list.read()) + (await leftBehind()).length;
  const typed = isWriter ? await readDrafts(core) : {};
  drafts.begin(typed);
  core.set(({ drafts: typedMeanwhile }) => ({
    start: { kind: 'started' },
    ...waysIn(vault),
    drafts: withTyped(typed, typedMeanwhile),
  }));
  void core.search.open();
  void showTemplates(core);
  if (isWriter) void core.attempt(() => core.kept.growSecondCopy());
  if (damaged > 0) core.tell({ kind: 'damaged-records', count: damaged });
  if (core.kept.loss !== 'nothing') {
    core.tell({ kind: 'database-lost', became: core.kept.loss });
  }
  const id = browser.address.read();
  if (id !== undefined) {
    const { current } = core.now;
    const isShown = current.kind === 'open' && current.conversation.id === id;
    const how = isShown ? 'again' : 'first';
    await core.attempt(() => showConsultation(core, answering, id, how));
  }
}

/** Ends what an earlier visit, or the tab that wrote before, left half done. */
async function putInOrder(core: AppCore): Promise<void> {
  const { audit, conversations, tidy } = core.kept;
  await tidy();
  await audit.addWaiting();
  await core.audit.flush();
  const locks = await core.parts.browser.heldLocks();
  await conversations.stopAbandoned((messageId) => locks.has(answerLock(messageId)));
}

async function readDrafts(core: AppCore): Promise<Record<string, Draft>> {
  const drafts: Record<string, Draft> = {};
  for (const { key, images, queued, ...words } of await core.kept.drafts.list()) {
    const own = images.filter((image) => image.isQueued !== true);
    const waiting = images.filter((image) => image.isQueued === true);
    drafts[key] = {
      ...words,
      images: await Promise.all(own.map(readable)),
      readingImages: [],
      ...(queued !== undefined && {
        queued: { text: queued, images: await Promise.all(waiting.map(readable)) },
      }),
    };
  }
  return drafts;
}

async function readable({
  attachment,
  bytes,
}: KeptDraft['images'][number]): Promise<DraftImage> {
  const { mediaType: type } = attachment;
  return { attachment, blob: new Blob([await bytes()], { type }) };
}

/** The person may have begun a draft while the page started: all texts stay. */
function withTyped(
  kept: Readonly<Record<string, Draft>>,
  typed: Readonly<Record<string, Draft>>,
): Record<string, Draft> {
  const drafts: Record<string, Draft> = { ...kept };
  for (const [key, draft] of Object.entries(typed)) {
    const other = drafts[key];
    drafts[key] = other === undefined ? draft : joined(other, draft);
  }
  return drafts;
}

function joined(first: Draft, second: Draft): Draft {
  const texts = new Set([first.text, second.text].filter((text) => text !== ''));
  return {
    ...first,
    ...second,
    text: [...texts].join('\n\n'),
    images: [...first.images, ...second.images],
  };
}

/** True when `work` ended in time, however. */
async function endsWithin(work: Promise<void>, ms: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const ended = work.then(
    () => true,
    (error: unknown) => {
      if (isKind(error, 'aborted')) return true;
      throw error;
    },
  );
  try {
    return await Promise.race([ended, late]);
  } finally {
    clearTimeout(timer);
  }
}
