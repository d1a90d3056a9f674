/** @file The images one can look through: those of the turns on screen, then those of the draft. */
import { currentDraft, currentMessages } from '../../app/selectors.ts';
import type { AppState } from '../../app/state.ts';
import type { Attachment } from '../../clinic/conversation.ts';

export interface ViewedImage {
  readonly attachment: Attachment;
  /** The bytes, for one that is not kept yet. */
  readonly blob?: Blob;
}

/** Each image once, however often it was attached. */
export function viewedImages(state: AppState): readonly ViewedImage[] {
  const bySha = new Map<string, ViewedImage>();
  const add = (image: ViewedImage) => {
    const { sha256 } = image.attachment;
    if (!bySha.has(sha256)) bySha.set(sha256, image);
  };
  for (const { attachments } of currentMessages(state)) {
    for (const attachment of attachments) add({ attachment });
  }
  for (const image of currentDraft(state).images) add(image);
  return [...bySha.values()];
}
