/**
 * @file What the page and the engine worker say to each other.
 *
 * The envelope (ids, `done`, `failed`, `stop`) is `base/worker-protocol.ts`.
 * Manifest, blobs and options are cloned; a cloned blob still reads from disk.
 */
import type {
  ChatMessage,
  CheckpointSource,
  GenerateEvent,
  GenerateRequest,
  ImageInput,
  LoadEvent,
  LoadOptions,
  ScoreEvent,
  ScoreRequest,
  SeenImage,
  SpelledPrompt,
} from './engine.ts';

export type EngineRequest =
  | {
      readonly kind: 'load';
      readonly source: CheckpointSource;
      readonly options: LoadOptions;
    }
  | { readonly kind: 'generate'; readonly request: GenerateRequest }
  | { readonly kind: 'score'; readonly request: ScoreRequest }
  | { readonly kind: 'see'; readonly image: ImageInput }
  | { readonly kind: 'spell'; readonly messages: readonly ChatMessage[] }
  | { readonly kind: 'forget' }
  | { readonly kind: 'dispose' };

export type EngineEvent =
  | { readonly kind: 'load'; readonly event: LoadEvent }
  | { readonly kind: 'generate'; readonly event: GenerateEvent }
  | { readonly kind: 'score'; readonly event: ScoreEvent }
  | { readonly kind: 'seen'; readonly image: SeenImage }
  | { readonly kind: 'spelled'; readonly prompt: SpelledPrompt };
