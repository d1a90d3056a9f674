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
import type { CheckpointDesk } from './checkpoint-actions.ts';
import { showConsultation } from './consultation-actions.ts';
import type { Draft } from './state.ts';

/** An answer gets this long to end between two tokens. */
const STOP_MS = 3000;

export async function lockPage(desk: CheckpointDesk): Promise<void> {
  const { core, answering, loader } = desk;
  const { drafts, engine } = core.now;
  core.set({
    start: { kind: 'locked' },
    conversations: [],
    current: { kind: 'new' },
    drafts: {},
    notices: [],
  });
  const isStopped = await endsWithin(answering.stopAndWait(), STOP_MS);
  if (!isStopped) {
    await loader.unload();
    await endsWithin(answering.stopAndWait(), STOP_MS);
  }
  try {
    await core.kept.drafts.keep(await keptDrafts(drafts));
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
export async function showKept({ core, answering }: CheckpointDesk): Promise<void> {
  const { browser } = core.parts;
  const { audit, conversations, drafts, tidy, vault } = core.kept;
  await tidy();
  await audit.addWaiting();
  await core.audit.flush();
  const locks = await browser.heldLocks();
  await conversations.stopAbandoned((messageId) => locks.has(answerLock(messageId)));
  const listed = await conversations.list();
  const typed = await drafts.take();
  core.set(({ drafts: typedMeanwhile }) => ({
    start: { kind: 'started' },
    isProtected: vault.isProtected,
    conversations: listed.records.map(({ id, title, createdMs, updatedMs }) => ({
      id,
      title,
      createdMs,
      updatedMs,
    })),
    drafts: shownDrafts(typed, typedMeanwhile),
  }));
  const count = listed.damaged.length;
  if (count > 0) core.tell({ kind: 'damaged-records', count });
  const id = browser.address.read();
  if (id !== undefined) {
    await core.attempt(() => showConsultation(core, answering, id));
  }
}

async function keptDrafts(
  drafts: Readonly<Record<string, Draft>>,
): Promise<readonly KeptDraft[]> {
  return Promise.all(
    Object.entries(drafts).map(async ([key, { text, images, editing }]) => ({
      key,
      text,
      ...(editing !== undefined && { editing }),
      images: await Promise.all(
        images.map(async ({ attachment, blob }) => ({
          attachment,
          bytes: await blob.arrayBuffer(),
        })),
      ),
    })),
  );
}

/**
 * Two tabs may have left a draft each for one consultation, and the person may have
 * begun another while the page started: all texts stay.
 */
function shownDrafts(
  kept: readonly KeptDraft[],
  typedMeanwhile: Readonly<Record<string, Draft>>,
): Record<string, Draft> {
  const drafts: Record<string, Draft> = {};
  const add = (key: string, draft: Draft) => {
    const other = drafts[key];
    drafts[key] = other === undefined ? draft : joined(other, draft);
  };
  for (const { key, images, ...draft } of kept) {
    const readable = images.map(({ attachment, bytes }) => ({
      attachment,
      blob: new Blob([bytes], { type: attachment.mediaType }),
    }));
    add(key, { ...draft, images: readable, readingImages: 0 });
  }
  for (const [key, draft] of Object.entries(typedMeanwhile)) add(key, draft);
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
