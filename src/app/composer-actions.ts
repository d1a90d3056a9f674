/** @file The turn being written: its text, its images, and editing a kept one. */
import type { Attachment, Message } from '../clinic/conversation.ts';
import type { Actions } from './actions.ts';
import type { AppCore } from './core.ts';
import { draftKey, putDraft } from './draft-of.ts';
import { readIntoDraft, withoutReading } from './reading-images.ts';
import {
  currentDraft,
  currentMessages,
  currentSyntheticPatient,
  isAnsweringHere,
} from './selectors.ts';
import { type Draft, type DraftImage, EMPTY_DRAFT, NEW_DRAFT } from './state.ts';
import { currentFacts } from './what-is-told.ts';

type ComposerActions = Pick<
  Actions,
  | 'setDraftText'
  | 'addImages'
  | 'stopReadingImage'
  | 'removeDraftImage'
  | 'moveDraftImage'
  | 'captionDraftImage'
  | 'beginEdit'
  | 'beginEditWithoutImages'
  | 'cancelEdit'
  | 'goOnWith'
>;

export function composerActions(core: AppCore): ComposerActions {
  const change = (edit: (draft: Draft) => Draft) => {
    const key = draftKey(core.now);
    putDraft(core, key, edit(currentDraft(core.now)));
  };
  return {
    setDraftText: (text) => change((draft) => ({ ...draft, text })),
    addImages: (files) =>
      readIntoDraft(
        core,
        files.map((file) => ({
          name: file.name,
          read: () => core.parts.readImage(file),
        })),
      ),
    stopReadingImage: (id) => change((draft) => withoutReading(draft, id)),
    removeDraftImage: (sha256) =>
      change((draft) => ({
        ...draft,
        images: draft.images.filter((image) => image.attachment.sha256 !== sha256),
      })),
    moveDraftImage: (sha256, to) =>
      change((draft) => ({ ...draft, images: reordered(draft.images, sha256, to) })),
    captionDraftImage: (sha256, caption) =>
      change((draft) => ({
        ...draft,
        images: draft.images.map((image) =>
          image.attachment.sha256 === sha256 ? withCaption(image, caption) : image,
        ),
      })),
    beginEdit: (messageId) =>
      core.attempt(() =>
        beginEdit(core, messageId, (message) => keptImages(core, message)),
      ),
    beginEditWithoutImages: (messageId) =>
      core.attempt(() => beginEdit(core, messageId, async () => [])),
    cancelEdit: () =>
      change((draft) => (draft.editing === undefined ? draft : withoutWords(draft))),
    goOnWith: (summary) => goOnWith(core, summary),
  };
}

/** What stays when the draft is sent or given up: the turn that waits behind it. */
export function withoutWords({ queued }: Draft): Draft {
  return queued === undefined ? EMPTY_DRAFT : { ...EMPTY_DRAFT, queued };
}

/** The draft goes along, and what was begun as a new consultation stays. */
function goOnWith(core: AppCore, summary: string): void {
  const { text, images, editing } = currentDraft(core.now);
  const begun = core.now.drafts[NEW_DRAFT] ?? EMPTY_DRAFT;
  const moved = editing === undefined ? { text, images } : EMPTY_DRAFT;
  const facts = begun.facts ?? currentFacts(core.now);
  const syntheticPatient = begun.syntheticPatient ?? currentSyntheticPatient(core.now);
  const key = draftKey(core.now);
  if (key === NEW_DRAFT) return;
  if (editing === undefined) putDraft(core, key, withoutWords(currentDraft(core.now)));
  core.set({ current: { kind: 'new' }, reviews: [], comparisons: [] });
  core.parts.browser.address.write(undefined, 'push');
  const texts = [summary.trim(), begun.text, moved.text].filter((part) => part !== '');
  putDraft(core, NEW_DRAFT, {
    ...begun,
    ...(facts !== undefined && { facts }),
    ...(syntheticPatient !== undefined && { syntheticPatient }),
    text: texts.join('\n\n'),
    images: [...begun.images, ...moved.images],
  });
}

function reordered(
  images: readonly DraftImage[],
  sha256: string,
  to: number,
): readonly DraftImage[] {
  const image = images.find(({ attachment }) => attachment.sha256 === sha256);
  return image === undefined
    ? images
    : images.filter((other) => other !== image).toSpliced(to, 0, image);
}

function withCaption(image: DraftImage, caption: string): DraftImage {
  const { caption: _before, ...attachment } = image.attachment;
  return {
    ...image,
    attachment: { ...attachment, ...(caption !== '' && { caption }) },
  };
}

async function beginEdit(
  core: AppCore,
  messageId: string,
  imagesOf: (message: Message) => Promise<readonly DraftImage[]>,
): Promise<void> {
  const message = currentMessages(core.now).find((kept) => kept.id === messageId);
  if (message?.role !== 'user' || isAnsweringHere(core.now)) return;
  const key = draftKey(core.now);
  const images = await imagesOf(message);
  const { text } = message;
  const { queued } = core.now.drafts[key] ?? EMPTY_DRAFT;
  putDraft(core, key, {
    text,
    images,
    readingImages: [],
    editing: messageId,
    ...(queued !== undefined && { queued }),
  });
}

async function keptImages(
  core: AppCore,
  { attachments }: Message,
): Promise<readonly DraftImage[]> {
  const key = draftKey(core.now); // the id of its consultation, which is kept
  const images = await Promise.all(
    attachments.map(async (attachment: Attachment) => {
      const blob = await core.kept.attachments.read(key, attachment.sha256);
      return blob === undefined ? [] : [{ attachment, blob }];
    }),
  );
  return images.flat();
}
