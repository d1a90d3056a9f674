/**
 * @file How an answer was made, so exactly that it can be made again.
 *
 * Hashes are SHA-256 in hexadecimal. Optional fields are unknown where an engine
 * or an earlier version did not say them.
 */

export interface AnswerOrigin {
  /** Version of the application. */
  readonly app: string;
  /** Of the checkpoint's manifest, which names the hash of every weight, the tokenizer and the template. */
  readonly checkpointSha256?: string;
  /** What lay over the checkpoint's own weights: its name, and the hash of what it weighs. */
  readonly adapter?: { readonly name: string; readonly sha256: string };
  readonly runtime: OriginRuntime;
  readonly sampling: OriginSampling;
  readonly maxNewTokens: number;
  /** Of all that was told and asked, in order, as JSON: roles, words, image hashes. */
  readonly promptSha256: string;
  /** Of what was told before all turns. */
  readonly systemSha256: string;
  /** Of the images in the prompt, in order. */
  readonly imageSha256s: readonly string[];
  readonly times: OriginTimes;
}

export interface OriginRuntime {
  /** "webgpu-jspi", "webgpu-asyncify", "wasm". */
  readonly name: string;
  /** Of onnxruntime-web. */
  readonly version: string;
  /** What the adapter or the processor calls itself. */
  readonly device: string;
  readonly floatType: string;
  readonly threads: number;
  readonly subgroups: boolean;
  readonly contextTokens: number;
  /** Largest relative difference of the self-check to the host's own computation. */
  readonly selfCheckError: number;
}

export interface OriginSampling {
  readonly temperature: number;
  readonly topK: number;
  readonly topP: number;
  readonly repetitionPenalty: number;
  readonly seed: number;
}

export interface OriginTimes {
  readonly startedMs: number;
  readonly endedMs: number;
  readonly imageMs: number;
  readonly prefillMs: number;
  readonly decodeMs: number;
}

/** What differs between how two answers were made, of what decides their words. */
export type OriginDifference =
  | 'app'
  | 'checkpoint'
  | 'runtime'
  | 'device'
  | 'float-type'
  | 'prompt'
  | 'sampling';

/** Empty when nothing that decides the words is known to differ. */
export function originDifferences(
  one: AnswerOrigin,
  other: AnswerOrigin,
): readonly OriginDifference[] {
  const isOther: Readonly<Record<OriginDifference, boolean>> = {
    app: one.app !== other.app,
    checkpoint: one.checkpointSha256 !== other.checkpointSha256,
    runtime:
      one.runtime.name !== other.runtime.name ||
      one.runtime.version !== other.runtime.version,
    device:
      one.runtime.device !== other.runtime.device ||
      one.runtime.subgroups !== other.runtime.subgroups,
    'float-type': one.runtime.floatType !== other.runtime.floatType,
    prompt: one.promptSha256 !== other.promptSha256,
    sampling: !isSameSampling(one.sampling, other.sampling),
  };
  return DIFFERENCES.filter((difference) => isOther[difference]);
}

const DIFFERENCES: readonly OriginDifference[] = [
  'app',
  'checkpoint',
  'runtime',
  'device',
  'float-type',
  'prompt',
  'sampling',
];

function isSameSampling(one: OriginSampling, other: OriginSampling): boolean {
  return (
    one.temperature === other.temperature &&
    one.topK === other.topK &&
    one.topP === other.topP &&
    one.repetitionPenalty === other.repetitionPenalty &&
    one.seed === other.seed
  );
}
