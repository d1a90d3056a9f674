/** @file What the converter needs to know of a source, whatever its container. */
import type { ModelConfig } from '../model/config.ts';
import type { TensorSource } from './tensor-source.ts';

export interface OpenedCheckpoint {
  readonly config: ModelConfig;
  readonly tensors: TensorSource;
  readonly smallFiles: ReadonlyMap<string, Blob>;
  readonly name: string;
  readonly licence: string;
  /** "3 safetensors files", "GGUF model.gguf". */
  readonly description: string;
}
