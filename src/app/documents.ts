/** @file PDFs in a turn: what reads them, and what a person can do with their pages. */
import type { DraftImage } from './state.ts';

/** What is told of a document while its pages are drawn. */
export type PageEvent =
  | { readonly kind: 'opened'; readonly pageCount: number }
  /** @property page - counts from 1 */
  | { readonly kind: 'thumbnail'; readonly page: number; readonly blob: Blob };

/** Reads documents. */
export interface Documents {
  /** Told by how the file begins, not by its name. */
  isDocument(file: File): Promise<boolean>;
  /** @throws AssistantError 'bad-input' that names the file */
  pages(file: File, signal: AbortSignal): AsyncIterable<PageEvent>;
  /** @throws AssistantError 'bad-input' that names the file */
  page(file: File, page: number, name: string): Promise<DraftImage>;
  /** Ends what is being read, and drops what was. */
  forget(): void;
}

export interface SortedFiles {
  readonly images: readonly File[];
  readonly documents: readonly File[];
}

/** Pages of a document that are to be attached. */
export interface ChosenPages {
  readonly file: File;
  /** Counting from 1. */
  readonly pages: readonly number[];
  /** What a page is called, in the language of the person. */
  nameOf(page: number): string;
}

export interface DocumentActions {
  /** Parts files that are attached as they are from those of which pages are chosen. */
  sortFiles(files: readonly File[]): Promise<SortedFiles>;
  /** How many pages, then each small. A document that cannot be read is named in a notice and gives nothing. */
  readPages(file: File, signal: AbortSignal): AsyncIterable<PageEvent>;
  /** Attaches pages to the draft, each as an image. */
  addPages(chosen: ChosenPages): Promise<void>;
}
