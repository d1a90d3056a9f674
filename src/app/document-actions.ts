/** @file Which of the chosen files are PDFs, their pages, and attaching those. */
import { isKind } from '../base/errors.ts';
import type { AppCore } from './core.ts';
import type {
  DocumentActions,
  Documents,
  PageEvent,
  SortedFiles,
} from './documents.ts';
import { describeProblem } from './problem.ts';
import { readIntoDraft, takePlace } from './reading-images.ts';

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
            pages.map((page) => ({
              name: nameOf(page),
              read: () => documents.page(file, page, nameOf(page)),
            })),
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

/** Until it is open, it stands among the images that are being read, and can be given up there. */
async function* readPages(
  core: AppCore,
  file: File,
  signal: AbortSignal,
): AsyncGenerator<PageEvent> {
  const { documents } = core.parts;
  if (documents === undefined) return;
  const place = takePlace(core, file.name);
  let isOpen = false;
  try {
    for await (const event of documents.pages(file, signal)) {
      if (!isOpen && !place.isKept()) return;
      isOpen = true;
      place.leave();
      yield event;
    }
  } catch (error) {
    const isWanted = isOpen || place.isKept();
    if (isWanted && !isKind(error, 'aborted')) {
      core.tell({ kind: 'problem', problem: describeProblem(error) });
    }
  } finally {
    place.leave();
  }
}
