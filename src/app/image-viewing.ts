/** @file What a person can do while looking at an image: see it as the model does, ask about a part of it. */
import type { Attachment } from '../clinic/conversation.ts';
import type { Pointed } from '../clinic/grounding.ts';
import type { SeenImage } from '../engine/engine.ts';
import type { Problem } from './problem.ts';
import type { PictureLabel } from './picture-label.ts';
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

/** What an answer points at on an image that it was given. */
export interface PointedImage {
  readonly of: Attachment;
  /** The bytes, where they are at hand. */
  readonly blob?: Blob;
  readonly pointed: readonly Pointed[];
  readonly label: PictureLabel;
  /** What the strip below the image says of places with these labels, in their order. */
  stripFor(labels: readonly string[]): readonly string[];
}

/** The image with places drawn on it as a labelled PNG; none of them may lie on it. */
export type DrawnImage =
  | { readonly kind: 'drawn'; readonly png: Blob }
  | { readonly kind: 'nowhere' }
  | { readonly kind: 'failed'; readonly problem: Problem };

export interface ViewerActions {
  /** The picture that the loaded checkpoint is given of an image. */
  seeImage(sha256: string, blob: Blob): Promise<Sight>;
  /** Draws what an answer points at on its image, and notes that it leaves the page. */
  drawPointed(image: PointedImage): Promise<DrawnImage>;
  /** Cuts a region out of an image and attaches it to the draft. */
  attachRegion(region: Region): Promise<void>;
}
