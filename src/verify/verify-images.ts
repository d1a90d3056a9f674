/** @file From encoded image to features: every stage against the reference. */
import type { VisionTower } from '../engine/vision-tower.ts';
import type { Network } from '../engine/network.ts';
import { cutPrepared, type PreparedImage } from '../engine/prepared-image.ts';
import { decodeImage } from '../image/decode.ts';
import { cutPatches } from '../image/patches.ts';
import { resizeBicubic } from '../image/resize.ts';
import { smartResize } from '../image/smart-resize.ts';
import { readImageSettings } from '../model/read-settings.ts';
import type { Golden } from './read-golden.ts';
import { checkStage, type Stage } from './stage.ts';
import type { Tolerances } from './tolerances.ts';

const EXACT = { kind: 'exact' } as const;

export interface VerifiedImages {
  readonly stages: readonly Stage[];
  readonly prepared: readonly PreparedImage[];
  /** Per image [tokens, outHidden]. */
  readonly features: readonly Float32Array[];
}

/** Checks resized bytes, pixel values, grids, every block and the merger. */
export async function verifyImages(
  golden: Golden,
  network: Network,
  tolerances: Tolerances,
): Promise<VerifiedImages> {
  const { tensors } = golden;
  const { vision } = network.source.manifest.config;
  const settings = readImageSettings(golden.preprocessor);
  const stages: Stage[] = [];
  const prepared: PreparedImage[] = [];
  const pixelRows: Float32Array[] = [];
  for (const [i, blob] of golden.images.entries()) {
    const decoded = await decodeImage(blob);
    const size = smartResize(
      decoded,
      vision.patchSize * vision.mergeSize,
      settings.limits,
    );
    const resized = resizeBicubic(decoded, size);
    stages.push(
      checkStage(
        `image ${i} resized`,
        resized.data,
        tensors.bytes(`image.${i}.resized`),
        EXACT,
      ),
    );
    pixelRows.push(cutPatches(resized, vision, settings.normalization).pixelValues);
    prepared.push(cutPrepared(resized, vision, settings));
  }
  if (prepared.length === 0) return { stages, prepared, features: [] };
  const pixels = tensors.floats('image.pixel_values');
  stages.push(
    checkStage('pixel values', join(pixelRows), pixels, { kind: 'abs', limit: 1e-6 }),
  );
  const grids = prepared.flatMap(({ gridThw }) => [...gridThw]);
  stages.push(checkStage('grid', grids, tensors.ints('image.grid_thw'), EXACT));
  const encoded = await encodeAll(prepared, network.tower);
  stages.push(...compareTower(golden, encoded, tolerances));
  return { stages, prepared, features: encoded.features };
}

interface EncodedImages {
  readonly features: Float32Array[];
  /** Stage name to values of all images, one after the other. */
  readonly stages: ReadonlyMap<string, Float32Array[]>;
}

async function encodeAll(
  images: readonly PreparedImage[],
  tower: VisionTower,
): Promise<EncodedImages> {
  const stages = new Map<string, Float32Array[]>();
  const features: Float32Array[] = [];
  const { signal } = new AbortController();
  for (const image of images) {
    const keep = (stage: string, values: Float32Array) => {
      // the reference embeds patches before it orders them by window
      const kept =
        stage === 'patch' ? toPatchOrder(values, image.order.patchOrder) : values;
      stages.set(stage, [...(stages.get(stage) ?? []), kept]);
    };
    features.push(await tower.encode(image, signal, keep));
  }
  return { features, stages };
}

function compareTower(
  golden: Golden,
  encoded: EncodedImages,
  tolerances: Tolerances,
): Stage[] {
  const values = (stage: string) => join(encoded.stages.get(stage) ?? []);
  const compare = (name: string, stage: string, reference: string) =>
    checkStage(
      name,
      values(stage),
      golden.tensors.floats(reference),
      tolerances.vision,
    );
  const stages = [
    checkStage(
      'patch embedding',
      values('patch'),
      golden.tensors.floats('vision.patch'),
      tolerances.patch,
    ),
  ];
  for (let block = 0; golden.tensors.has(`vision.block.${block}`); block++) {
    stages.push(
      compare(`vision block ${block}`, `block.${block}`, `vision.block.${block}`),
    );
  }
  stages.push(compare('merger (window order)', 'merged_tokens', 'vision.merger'));
  const features = golden.tensors.floats('vision.features');
  stages.push(
    checkStage(
      'features (raster order)',
      join(encoded.features),
      features,
      tolerances.vision,
    ),
  );
  return stages;
}

function toPatchOrder(rows: Float32Array, patchOrder: Int32Array): Float32Array {
  const width = rows.length / patchOrder.length;
  const out = new Float32Array(rows.length);
  for (const [place, row] of patchOrder.entries()) {
    out.set(rows.subarray(place * width, (place + 1) * width), row * width);
  }
  return out;
}

export function join(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
