/**
 * @file The pages of a PDF as pictures, by pdf.js.
 *
 * It reads and draws in the thread that calls it, which is one that can be ended
 * (`picture-thread.ts`): a document that does not end, or fills the memory, takes
 * nothing along. Scripts in a document are never run, and links never followed.
 */
import {
  getDocument,
  InvalidPDFException,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import * as pdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { isKind } from '../base/errors.ts';
import { NoFilters, OffscreenCanvasFactory } from './pdf-canvas.ts';
import { PdfFiles } from './pdf-files.ts';
import { encodePicture, type Picture } from './picture.ts';
import { MAX_IMAGE_PIXELS } from './image-limits.ts';
import { bytesOfFile, unusable } from './unusable-file.ts';

/** Documents with more pages are books. */
export const MAX_PAGES = 500;

const POINTS_PER_INCH = 72;
/** Small print of a report stays readable, and a page is about four million pixels. */
const PAGE_DPI = 200;
/** A poster is drawn at fewer dots per inch, a stamp at more. */
const MOST_EDGE_PX = 4096;
const LEAST_EDGE_PX = 512;
const THUMBNAIL_EDGE_PX = 240;
/** Larger pictures of pages, which are scans, are kept as JPEG. */
const MOST_PNG_BYTES = 3 * 2 ** 20;

// pdf.js looks here for its reading half before it would start a worker of its own.
Object.assign(globalThis, { pdfjsWorker: pdfWorker });

/** A document that is open. */
export class PdfDocument {
  readonly #name: string;
  readonly #pdf: PDFDocumentProxy;

  private constructor(name: string, pdf: PDFDocumentProxy) {
    this.#name = name;
    this.#pdf = pdf;
  }

  /** @throws AssistantError 'bad-input' for one that is damaged, locked, empty or too long */
  static async open(file: File): Promise<PdfDocument> {
    const { name } = file;
    const data = await bytesOfFile(file);
    const pdf = await openBytes(name, data);
    const { numPages } = pdf;
    if (numPages >= 1 && numPages <= MAX_PAGES) return new PdfDocument(name, pdf);
    await pdf.loadingTask.destroy();
    if (!(numPages >= 1)) {
      throw unusable(name, 'empty', 'has no pages. Choose another file.');
    }
    const sentence = `has ${numPages} pages; at most ${MAX_PAGES} can be read. Split it and attach the part you need.`;
    throw unusable(name, 'too-large', sentence);
  }

  get pageCount(): number {
    return this.#pdf.numPages;
  }

  /** The page to read and to look at closely. @param page - counts from 1 */
  async page(page: number): Promise<Picture> {
    const canvas = await this.#draw(page, (widthPt, heightPt) => {
      const longer = Math.max(widthPt, heightPt);
      const scale = PAGE_DPI / POINTS_PER_INCH;
      return Math.min(
        MOST_EDGE_PX / longer,
        Math.max(scale, LEAST_EDGE_PX / longer),
        Math.sqrt(MAX_IMAGE_PIXELS / 4 / (widthPt * heightPt)),
      );
    });
    const picture = await encodePicture(canvas, 'image/png');
    if (picture.blob.size <= MOST_PNG_BYTES) return picture;
    const photo = await encodePicture(canvas, 'image/jpeg');
    return photo.blob.size < picture.blob.size ? photo : picture;
  }

  /** The page to recognize it by. */
  async thumbnail(page: number): Promise<Blob> {
    const canvas = await this.#draw(
      page,
      (widthPt, heightPt) => THUMBNAIL_EDGE_PX / Math.max(widthPt, heightPt),
    );
    return canvas.convertToBlob({ type: 'image/png' });
  }

  async #draw(
    number: number,
    scaleOf: (widthPt: number, heightPt: number) => number,
  ): Promise<OffscreenCanvas> {
    try {
      const page = await this.#pdf.getPage(number);
      const natural = page.getViewport({ scale: 1 });
      const viewport = page.getViewport({
        scale: scaleOf(natural.width, natural.height),
      });
      const canvas = new OffscreenCanvas(
        Math.max(1, Math.round(viewport.width)),
        Math.max(1, Math.round(viewport.height)),
      );
      await page.render({
        canvas: canvas as unknown as HTMLCanvasElement,
        viewport,
        background: 'white',
      }).promise;
      page.cleanup();
      return canvas;
    } catch (cause) {
      if (isKind(cause, 'unsupported', 'network')) throw cause;
      const sentence = `has a damaged page ${number}. Save it again, or leave that page out.`;
      throw unusable(this.#name, 'damaged', sentence, cause);
    }
  }

  async close(): Promise<void> {
    await this.#pdf.loadingTask.destroy();
  }
}

async function openBytes(
  name: string,
  data: Uint8Array<ArrayBuffer>,
): Promise<PDFDocumentProxy> {
  try {
    return await getDocument({
      data,
      CanvasFactory: OffscreenCanvasFactory,
      FilterFactory: NoFilters,
      BinaryDataFactory: PdfFiles,
      // Any address does: `PdfFiles` knows where each file is.
      cMapUrl: '/',
      standardFontDataUrl: '/',
      wasmUrl: '/',
      useWorkerFetch: false,
      ownerDocument: { fonts: fontsOfThisThread() } as unknown as HTMLDocument,
      maxImageSize: MAX_IMAGE_PIXELS,
      canvasMaxAreaInBytes: MAX_IMAGE_PIXELS * 4,
      enableXfa: false,
      verbosity: 0,
    }).promise;
  } catch (cause) {
    // pdf.js exports no class for it, only the name
    if (cause instanceof Error && cause.name === 'PasswordException') {
      const sentence = 'asks for a password. Save it without one and attach that.';
      throw unusable(name, 'password', sentence, cause);
    }
    const sentence =
      cause instanceof InvalidPDFException
        ? 'is a damaged PDF. Save or download it again.'
        : 'is a PDF that cannot be read. Save it again, or attach its pages as images.';
    throw unusable(name, 'damaged', sentence, cause);
  }
}

/** Where a document's own fonts go. */
function fontsOfThisThread(): unknown {
  return (globalThis as { fonts?: unknown }).fonts;
}
