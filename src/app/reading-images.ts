/** @file Chosen images on their way into the draft: shown by name, and given up on request. */
import { isKind } from '../base/errors.ts';
import type { AppCore } from './core.ts';
import { draftKey, putDraft } from './draft-of.ts';
import { describeProblem } from './problem.ts';
import {
  type Draft,
  type DraftImage,
  EMPTY_DRAFT,
  type ReadingImage,
} from './state.ts';

/** An image to come. */
export interface ImageToRead {
  /** Of its file, as the person knows it. */
  readonly name: string;
  read(): Promise<DraftImage>;
}

/**
 * Reads one after another into the draft on screen. A failure is told, and the
 * others go on; what was given up meanwhile is not begun, and does not arrive.
 */
export async function readIntoDraft(
  core: AppCore,
  images: readonly ImageToRead[],
): Promise<void> {
  const waiting = images.map((image) => ({
    image,
    place: takePlace(core, image.name),
  }));
  for (const { image, place } of waiting) {
    if (!place.isKept()) continue;
    try {
      const read = await image.read();
      if (place.isKept()) place.edit((draft) => withImage(draft, read));
    } catch (error) {
      if (place.isKept() && !isKind(error, 'aborted')) {
        core.tell({ kind: 'problem', problem: describeProblem(error) });
      }
    } finally {
      place.leave();
    }
  }
}

interface Place {
  /** False after it was given up, or its draft was. */
  isKept(): boolean;
  edit(change: (draft: Draft) => Draft): void;
  leave(): void;
}

/** A place among the images of the draft on screen that are being read. */
export function takePlace(core: AppCore, name: string): Place {
  const key = draftKey(core.now);
  const id = crypto.randomUUID();
  const draft = () => core.now.drafts[key] ?? EMPTY_DRAFT;
  const isKept = () => draft().readingImages.some((it) => it.id === id);
  const edit = (change: (before: Draft) => Draft) =>
    putDraft(core, key, change(draft()));
  edit((before) => withReading(before, [...before.readingImages, { id, name }]));
  return {
    isKept,
    edit,
    leave: () => {
      if (isKept()) edit((before) => withoutReading(before, id));
    },
  };
}

/** The draft without the image that is being read; when it is read it does not arrive. */
export function withoutReading(draft: Draft, id: string): Draft {
  return withReading(
    draft,
    draft.readingImages.filter((image) => image.id !== id),
  );
}

function withReading(draft: Draft, readingImages: readonly ReadingImage[]): Draft {
  return { ...draft, readingImages };
}

/** An image that is there already moves to the end. */
function withImage(draft: Draft, image: DraftImage): Draft {
  const { sha256 } = image.attachment;
  const others = draft.images.filter((it) => it.attachment.sha256 !== sha256);
  return { ...draft, images: [...others, image] };
}
