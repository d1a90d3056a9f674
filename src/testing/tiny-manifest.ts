/** @file A manifest that says little, for tests of what surrounds the weights. */
import type { Manifest, StoredFile } from '../checkpoint/manifest.ts';

/** A manifest that holds `files` and whose network nobody runs. */
export function tinyManifest(
  files: Readonly<Record<string, StoredFile>> = {},
  change: Partial<Manifest> = {},
): Manifest {
  return {
    format: 'pulsemind-checkpoint',
    version: 1,
    name: 'Tiny',
    config: {
      text: {
        hiddenSize: 64,
        layers: 1,
        heads: 2,
        kvHeads: 1,
        headDim: 32,
        intermediateSize: 64,
        vocabSize: 256,
        tiedEmbeddings: true,
        rmsNormEps: 1e-6,
        ropeTheta: 1e6,
        mropeSection: [4, 6, 6],
        maxPositions: 512,
      },
      vision: {
        depth: 1,
        hiddenSize: 32,
        heads: 2,
        intermediateSize: 32,
        outHiddenSize: 64,
        patchSize: 14,
        temporalPatchSize: 2,
        mergeSize: 2,
        windowSize: 112,
        fullAttentionBlocks: [0],
        channels: 3,
      },
      tokens: { imagePad: 1, videoPad: 2, visionStart: 3, visionEnd: 4 },
    },
    quantization: 'int4',
    queryScaleLog2: 0,
    understandsImages: true,
    source: { description: 'made by a test' },
    licence: 'Apache-2.0',
    converter: 'test',
    chunkBytes: 4 * 1024 * 1024,
    files,
    groups: [],
    tensors: {},
    adapters: [],
    ...change,
  };
}
