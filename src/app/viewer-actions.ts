/** @file What a person does while looking at an image: seeing it as the model does, asking about a part of it. */
import type { Attachment } from '../clinic/conversation.ts';
import type { SeenImage } from '../engine/engine.ts';
import { addDraftImage } from './composer-actions.ts';
import type { AppCore } from './core.ts';
import { cutRegion } from './cut-region.ts';
import { describeProblem, type Problem } from './problem.ts';
import type { PixelRect } from './region-size.ts';
import { currentDraft } from './selectors.ts';

export type { SeenImage };

/** What the model is given of an image, or why nobody knows. */
export type Sight =
  | { readonly kind: 'seen'; readonly image: SeenImage }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** A rectangle of an attached image, in the pixels of the original. */
export interface Region {
  readonly of: Attachment;
  readonly blob: Blob;
  readonly rect: PixelRect;
  /** "region", in the language of the person. */
  readonly word: string;
}

export interface ViewerActions {
  /** The picture that the loaded checkpoint is given of an image. */
  seeImage(sha256: string, blob: Blob): Promise<Sight>;
  /** Cuts a region out of an image and attaches it to the draft. */
  attachRegion(region: Region): Promise<void>;
}

export function viewerActions(core: AppCore): ViewerActions {
  return {
    async seeImage(sha256, blob) {
      try {
        const image = await core.parts.engine.see({ sha256, blob });
        return { kind: 'seen', image };
      } catch (error) {
        return { kind: 'failed', problem: describeProblem(error) };
      }
    },
    attachRegion: (region) => attachRegion(core, region),
  };
}

async function attachRegion(core: AppCore, { of, blob, rect, word }: Region) {
  const taken = currentDraft(core.now).images.map(({ attachment }) => attachment.name);
  const name = regionName(of.name, word, taken);
  await addDraftImage(core, async () => {
    const file = new File([await cutRegion(blob, rect)], name, { type: 'image/png' });
    const image = await core.parts.readImage(file);
    return { ...image, attachment: { ...image.attachment, derivedFrom: of.sha256 } };
  });
}

/** "hand.jpg" becomes "hand region.png", then "hand region 2.png". */
export function regionName(
  name: string,
  word: string,
  taken: readonly string[],
): string {
  const stem = name.replace(/\.[^.]{1,5}$/, '');
  for (let number = 1; ; number++) {
    const numbered = `${stem} ${word}${number === 1 ? '' : ` ${number}`}.png`;
    if (!taken.includes(numbered)) return numbered;
  }
}
