/** @file What a person can do while looking at an image: see it as the model does, ask about a part of it. */
import type { Attachment } from '../clinic/conversation.ts';
import type { SeenImage } from '../engine/engine.ts';
import type { Problem } from './problem.ts';
import type { PixelRect } from './region-size.ts';

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
