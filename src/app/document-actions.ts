/** @file Which of the chosen files are PDFs, their pages, and attaching those. */
import { isKind } from '../base/errors.ts';
import { readIntoDraft, whileReading } from './composer-actions.ts';
import type { AppCore } from './core.ts';
import type {
  DocumentActions,
  Documents,
  PageEvent,
  SortedFiles,
} from './documents.ts';
import { describeProblem } from './problem.ts';

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
