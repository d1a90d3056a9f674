/** @file The shape of Qwen2.5-VL-3B, for checkpoints whose weights are random. */
import { planStorage } from '../checkpoint/storage-plan.ts';
import type { ModelConfig } from '../model/config.ts';

export interface RandomSize {
  /** 36 in the real one. */
  readonly layers: number;
  /** 32 in the real one. */
  readonly visionBlocks: number;
  /** 151,936 in the real one. */
  readonly vocabSize?: number;
}

/** Its network, with as many layers as asked for. */
export function shapeOf3B({
  layers,
  visionBlocks,
  vocabSize = 151_936,
}: RandomSize): ModelConfig {
  return {
    text: {
      hiddenSize: 2048,
      layers,
      heads: 16,
      kvHeads: 2,
      headDim: 128,
      intermediateSize: 11_008,
      vocabSize,
      tiedEmbeddings: true,
      rmsNormEps: 1e-6,
      ropeTheta: 1e6,
      mropeSection: [16, 24, 24],
      maxPositions: 128_000,
    },
    vision: {
      depth: visionBlocks,
      hiddenSize: 1280,
      heads: 16,
      intermediateSize: 3420,
      outHiddenSize: 2048,
      patchSize: 14,
      temporalPatchSize: 2,
      mergeSize: 2,
      windowSize: 112,
      fullAttentionBlocks: [7, 15, 23, 31].filter((block) => block < visionBlocks),
      channels: 3,
    },
    tokens: {
      visionStart: vocabSize - 284,
      visionEnd: vocabSize - 283,
      imagePad: vocabSize - 281,
      videoPad: vocabSize - 280,
    },
  };
}

/** Every tensor that a checkpoint of this shape has before it is converted. */
export function sourceShapes(config: ModelConfig): Map<string, readonly number[]> {
  const parts = planStorage(config, { bits: '4' }).flatMap(({ tensors }) =>
    tensors.flatMap((tensor) => tensor.parts),
  );
  return new Map(parts.map(({ source, shape }) => [source, shape]));
}

/** A vector that multiplies: ones, where other vectors are zeros. */
export function isNorm(name: string, shape: readonly number[]): boolean {
  return shape.length === 1 && name.endsWith('weight');
}
