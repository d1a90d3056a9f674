/** @file Golden checkpoints on the CPU build, ready to answer. */
import type { Bits } from '../checkpoint/recipe.ts';
import { nodeOrtFiles } from '../cli/node-ort-files.ts';
import type { LinearStrategy } from '../engine/device-weights.ts';
import { loadNetwork, type Network } from '../engine/network.ts';
import { cutPrepared, imageTokens } from '../engine/prepared-image.ts';
import type { Runtime } from '../engine/runtime.ts';
import { createWasmRuntime } from '../engine/runtime-wasm.ts';
import type { PromptImage, TokenPrompt } from '../engine/token-generator.ts';
import { decodeImage } from '../image/decode.ts';
import { resizeBicubic } from '../image/resize.ts';
import { smartResize } from '../image/smart-resize.ts';
import { readImageSettings } from '../model/read-settings.ts';
import { convertedGolden } from './converted-golden.ts';
import { openGolden, type GoldenName } from './golden-folder.ts';

export const startCpu = (): Promise<Runtime> => createWasmRuntime(nodeOrtFiles, 1);

interface LoadedGoldenOptions {
  readonly bits?: Bits;
  readonly strategy?: LinearStrategy;
  /** Most tokens of one forward pass. */
  readonly chunkTokens?: number;
}

export async function loadGolden(
  runtime: Runtime,
  name: GoldenName,
  { bits = '32', strategy = 'dense', chunkTokens = 128 }: LoadedGoldenOptions = {},
): Promise<Network> {
  const source = await convertedGolden(name, bits);
  return loadNetwork({ runtime, source, strategy, chunkTokens });
}

/** The prompt of each turn, with its images encoded by `network`. */
export async function goldenPrompts(
  network: Network,
  name: GoldenName,
): Promise<TokenPrompt[]> {
  const golden = await openGolden(name);
  const { vision } = network.source.manifest.config;
  const settings = readImageSettings(golden.preprocessor);
  const images: Omit<PromptImage, 'start'>[] = [];
  for (const [i, blob] of golden.images.entries()) {
    const decoded = await decodeImage(blob);
    const size = smartResize(decoded, 28, settings.limits);
    const prepared = cutPrepared(resizeBicubic(decoded, size), vision, settings);
    const features = await network.tower.encode(prepared, new AbortController().signal);
    const { gridThw } = prepared;
    images.push({
      sha256: `image ${i}`,
      gridThw,
      tokens: imageTokens(gridThw, vision),
      features: () => Promise.resolve(features),
    });
  }
  return golden.turns.map((_, turn) =>
    placeImages(
      golden.tensors.ints(`turn.${turn}.prompt_ids`),
      images,
      golden.special.imagePad,
    ),
  );
}

function placeImages(
  ids: Int32Array,
  images: readonly Omit<PromptImage, 'start'>[],
  imagePad: number,
): TokenPrompt {
  const placed: PromptImage[] = [];
  for (let i = 0; i < ids.length; i++) {
    const image = images[placed.length];
    if (ids[i] !== imagePad || !image) continue;
    placed.push({ ...image, start: i });
    i += image.tokens - 1;
  }
  return { ids, images: placed };
}
