/** @file What the page and the weights worker say to each other. */

export type WeightsRequest =
  | {
      readonly kind: 'download';
      readonly url: string;
      readonly isBundled: boolean;
      readonly isRepair: boolean;
    }
  | { readonly kind: 'import'; readonly files: ReadonlyMap<string, Blob> }
  | {
      readonly kind: 'convert';
      readonly name: string;
      readonly files: ReadonlyMap<string, Blob>;
    }
  | { readonly kind: 'verify'; readonly id: string };

export interface WeightsProgress {
  readonly kind: 'progress';
  /** Of the checkpoint. */
  readonly name: string;
  /** The file, or the tensor, at hand. */
  readonly file: string;
  readonly loadedBytes: number;
  readonly totalBytes: number;
}

export type WeightsEvent =
  | WeightsProgress
  | { readonly kind: 'installed'; readonly id: string; readonly name: string }
  /** A sentence for everything that is wrong; none when all is well. */
  | { readonly kind: 'verified'; readonly wrong: readonly string[] };

export type OnProgress = (progress: Omit<WeightsProgress, 'kind'>) => void;
