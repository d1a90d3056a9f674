/**
 * @file What pdf.js reads beside its own code: fonts that every PDF may use
 * without containing them, tables of Chinese, Japanese and Korean encodings, and
 * decoders of scans (JPEG 2000, JBIG2). They come from our own origin, each when
 * a document asks for it, and are kept for use without a server.
 */
import { AssistantError } from '../base/errors.ts';

const ADDRESSES: Readonly<Record<string, string>> = {
  ...import.meta.glob<string>(
    [
      '/node_modules/pdfjs-dist/cmaps/{Adobe-*-UCS2,GB*,UniGB-*,UniCNS-*,UniJIS-*,UniKS-*}.bcmap',
      '/node_modules/pdfjs-dist/cmaps/{B5pc,ETen-B5,HKscs-B5,90ms-RKSJ,KSCms-UHC}-*.bcmap',
      '/node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}',
      '/node_modules/pdfjs-dist/wasm/{jbig2,openjpeg,qcms_bg}.wasm',
    ],
    { query: '?url', import: 'default', eager: true },
  ),
};

const FOLDERS: Readonly<Record<string, string>> = {
  cMapUrl: 'cmaps',
  standardFontDataUrl: 'standard_fonts',
  wasmUrl: 'wasm',
};

/** In pdf.js's terms, a `BinaryDataFactory`. */
export class PdfFiles {
  /** @throws Error for a file that is not here; pdf.js then draws without it */
  async fetch({
    kind,
    filename,
  }: {
    readonly kind: string;
    readonly filename: string;
  }) {
    const path = `/node_modules/pdfjs-dist/${FOLDERS[kind] ?? ''}/${filename}`;
    const url = ADDRESSES[path];
    if (url === undefined) throw new Error(`${filename} is not among the kept files`);
    const response = await fetch(url);
    if (!response.ok) {
      throw new AssistantError(
        'network',
        `A file that this PDF needs could not be fetched (${response.status}). Try again when the server can be reached.`,
        { url, status: response.status },
      );
    }
    return new Uint8Array(await response.arrayBuffer());
  }
}
