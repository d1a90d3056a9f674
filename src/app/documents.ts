/** @file PDFs in a turn: which of the chosen files they are, their pages, and the pages that are attached. */
import { isKind } from '../base/errors.ts';
import { readIntoDraft, whileReading } from './composer-actions.ts';
import type { AppCore } from './core.ts';
import { describeProblem } from './problem.ts';
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

export function documentActions(core: AppCore): DocumentActions {
  const { documents } = core.parts;
  return {
    sortFiles: (files) => sortFiles(documents, files),
    readPages: (file, signal) => readPages(core, file, signal),
    addPages: ({ file, pages, nameOf }) =>
      documents === undefined
        ? Promise.resolve()
        : readIntoDraft(
            core,
            pages.map((page) => () => documents.page(file, page, nameOf(page))),
          ),
  };
}

async function sortFiles(
  reader: Documents | undefined,
  files: readonly File[],
): Promise<SortedFiles> {
  const images: File[] = [];
  const documents: File[] = [];
  for (const file of files) {
    const isDocument = (await reader?.isDocument(file)) ?? false;
    (isDocument ? documents : images).push(file);
  }
  return { images, documents };
}

/** Until it is open, it stands among the images that are being read. */
async function* readPages(
  core: AppCore,
  file: File,
  signal: AbortSignal,
): AsyncGenerator<PageEvent> {
  const { documents } = core.parts;
  if (documents === undefined) return;
  const done = whileReading(core);
  try {
    for await (const event of documents.pages(file, signal)) {
      done();
      yield event;
    }
  } catch (error) {
    if (!isKind(error, 'aborted')) {
      core.tell({ kind: 'problem', problem: describeProblem(error) });
    }
  } finally {
    done();
  }
}
