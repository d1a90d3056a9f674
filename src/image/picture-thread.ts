/**
 * @file The thread in which files from outside are read: hostile ones hang or
 * fill this thread, and the page ends it.
 */
import '../base/trusted-types.ts';
import { never } from '../base/assert.ts';
import { AsyncQueue } from '../base/async-queue.ts';
import { AssistantError } from '../base/errors.ts';
import { serveRequests } from '../base/worker-server.ts';
import type {
  PictureEvent,
  PictureRequest,
  PictureVocabulary,
} from './picture-protocol.ts';
import { readPicture } from './read-picture.ts';

const LOADING: PictureEvent = { kind: 'working', on: 'loading' };
const READING: PictureEvent = { kind: 'working', on: 'reading' };

serveRequests<PictureVocabulary>(globalThis, answer);

async function* answer(
  request: PictureRequest,
  signal: AbortSignal,
): AsyncGenerator<PictureEvent> {
  switch (request.kind) {
    case 'image':
      return yield* image(request.file);
    case 'pages':
      return yield* pages(request.file, signal);
    case 'page':
      return yield* page(request.file, request.page);
    default:
      never(request);
  }
}

async function* image(file: File): AsyncGenerator<PictureEvent> {
  yield READING;
  const events = new AsyncQueue<PictureEvent>();
  readPicture(file, (on) => events.push({ kind: 'working', on })).then(
    (picture) => {
      events.push({ kind: 'picture', picture });
      events.end();
    },
    (error: Error) => events.fail(error),
  );
  yield* events;
}

async function* pages(file: File, signal: AbortSignal): AsyncGenerator<PictureEvent> {
  yield LOADING;
  const { PdfDocument } = await pdf();
  yield READING;
  const document = await PdfDocument.open(file);
  try {
    const { pageCount } = document;
    yield { kind: 'opened', pageCount };
    for (let number = 1; number <= pageCount && !signal.aborted; number++) {
      try {
        yield {
          kind: 'thumbnail',
          page: number,
          blob: await document.thumbnail(number),
        };
      } catch {
        yield READING; // the others may be whole; choosing this one says why
      }
    }
  } finally {
    await document.close();
  }
}

async function* page(file: File, number: number): AsyncGenerator<PictureEvent> {
  yield LOADING;
  const { PdfDocument } = await pdf();
  yield READING;
  const document = await PdfDocument.open(file);
  try {
    yield READING;
    yield { kind: 'picture', picture: await document.page(number) };
  } finally {
    await document.close();
  }
}

/** Loaded with the first document. */
async function pdf() {
  try {
    return await import('./pdf-document.ts');
  } catch (cause) {
    throw new AssistantError(
      'network',
      'The part of this page that reads PDFs could not be fetched. Try again when the server can be reached.',
      { url: 'pdf' },
      { cause },
    );
  }
}
