/** @file What the page asks of the thread that reads files, and what that answers. */
import type { Picture } from './picture.ts';

export type PictureRequest =
  /** An image file as it is kept. */
  | { readonly kind: 'image'; readonly file: File }
  /** How many pages a PDF has, then each small. */
  | { readonly kind: 'pages'; readonly file: File }
  | { readonly kind: 'page'; readonly file: File; readonly page: number };

export type PictureEvent =
  /** A sign of life between two steps; the time allowed begins anew. Loading code has more of it. */
  | { readonly kind: 'working'; readonly on: 'reading' | 'loading' }
  | { readonly kind: 'picture'; readonly picture: Picture }
  | { readonly kind: 'opened'; readonly pageCount: number }
  | { readonly kind: 'thumbnail'; readonly page: number; readonly blob: Blob };

export interface PictureVocabulary {
  readonly request: PictureRequest;
  readonly event: PictureEvent;
}
