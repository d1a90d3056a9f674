/** @file What the page and the weights worker say to each other. */

export type WeightsRequest =
  | {
      readonly kind: 'download';
      readonly url: string;
      readonly isBundled: boolean;
      readonly isRepair: boolean;
    }
  | ({ readonly kind: 'import' } & FolderRequest)
  | ({ readonly kind: 'convert'; readonly name: string } & FolderRequest)
  | { readonly kind: 'verify'; readonly id: string };

interface FolderRequest {
  readonly files: ReadonlyMap<string, Blob>;
  /** The unfinished checkpoint that is to be gone on with; another folder is refused. */
  readonly goesOnWith?: string;
}

export interface WeightsProgress {
  readonly kind: 'progress';
  readonly id: string;
  /** Of the checkpoint. */
  readonly name: string;
  /** The file, or the tensor, at hand. */
  readonly file: string;
  readonly loadedBytes: number;
  /** 0 while unknown. */
  readonly totalBytes: number;
}

export type WeightsEvent =
  | WeightsProgress
  | { readonly kind: 'installed'; readonly id: string; readonly name: string }
  /** A sentence for everything that is wrong; none when all is well. */
  | { readonly kind: 'verified'; readonly wrong: readonly string[] };

export type OnProgress = (progress: Omit<WeightsProgress, 'kind'>) => void;
