/**
 * @file What a Qwen2.5-VL checkpoint's network looks like, in our own words.
 *
 * `readModelConfig` turns the checkpoint's `config.json` (flat or nested) into
 * this; everything later reads only this.
 */

export interface TextConfig {
  readonly hiddenSize: number;
  readonly layers: number;
  readonly heads: number;
  readonly kvHeads: number;
  readonly headDim: number;
  readonly intermediateSize: number;
  readonly vocabSize: number;
  readonly tiedEmbeddings: boolean;
  readonly rmsNormEps: number;
  readonly ropeTheta: number;
  /** How many of the headDim/2 frequencies follow time, height, width. */
  readonly mropeSection: readonly [number, number, number];
  readonly maxPositions: number;
}

export interface VisionConfig {
  readonly depth: number;
  readonly hiddenSize: number;
  readonly heads: number;
  readonly intermediateSize: number;
  readonly outHiddenSize: number;
  readonly patchSize: number;
  readonly temporalPatchSize: number;
  readonly mergeSize: number;
  /** Edge of an attention window in pixels. */
  readonly windowSize: number;
  readonly fullAttentionBlocks: readonly number[];
  readonly channels: number;
}

/** Ids of the tokens the engine itself must know. */
export interface SpecialTokenIds {
  readonly imagePad: number;
  readonly videoPad: number;
  readonly visionStart: number;
  readonly visionEnd: number;
}

export interface ModelConfig {
  readonly text: TextConfig;
  readonly vision: VisionConfig;
  readonly tokens: SpecialTokenIds;
}
