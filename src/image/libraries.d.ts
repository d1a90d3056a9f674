/** What is used of libheif-js, which has types only for its C functions, and of pdf.js where it has none. */
declare module 'libheif-js' {
  export interface HeifImage {
    get_width(): number;
    get_height(): number;
    is_primary(): boolean;
    /** Fills `into` with RGBA, then calls back with it; with null when it cannot. */
    display(into: ImageData, callback: (shown: ImageData | null) => void): void;
    free(): void;
  }
}
declare module 'libheif-js/libheif-wasm/libheif-bundle.mjs' {
  import type { HeifImage } from 'libheif-js';

  interface LibHeif {
    readonly HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] };
  }
  const open: () => Promise<LibHeif> | LibHeif;
  export default open;
}
/** The reading half of pdf.js, found by its other half under `globalThis.pdfjsWorker`. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
