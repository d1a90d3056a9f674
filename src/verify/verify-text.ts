/** @file From prompt ids to logits in one prefill: every stage against the reference. */
import { KvCache } from '../engine/kv-cache.ts';
import { readAllLogits } from '../engine/head.ts';
import type { Network } from '../engine/network.ts';
import { fromFloatType } from '../engine/floats.ts';
import { PositionWalk } from '../model/positions.ts';
import { type RotaryTable, textRotary } from '../model/rotary.ts';
import { compareDistributions } from './compare.ts';
import type { Golden } from './read-golden.ts';
import { checkStage, type Stage } from './stage.ts';
import type { Tolerances } from './tolerances.ts';
import { join, type VerifiedImages } from './verify-images.ts';

const EXACT = { kind: 'exact' } as const;
const ROTARY = { kind: 'abs', limit: 1e-6 } as const;

/** Checks embeddings, positions, rotary tables, every layer, norm and logits of the last turn's prompt. */
export async function verifyText(
  golden: Golden,
  network: Network,
  images: VerifiedImages,
  tolerances: Tolerances,
): Promise<Stage[]> {
  const { tensors } = golden;
  const { text } = network.source.manifest.config;
  const embeds = await mergedEmbeddings(golden, network, images);
  const { positionIds, positionOffset } = walkPositions(golden, network, images);
  const rotary = textRotary(positionIds, text);
  const rotaryStage = (name: string, half: Float32Array, path: string) =>
    checkStage(name, bothHalves(half, text.headDim), tensors.floats(path), ROTARY);
  return [
    checkStage(
      'merged embeddings',
      embeds,
      tensors.floats('text.embeds'),
      tolerances.embeds,
    ),
    checkStage('positions', positionIds, tensors.ints('text.position_ids'), EXACT),
    checkStage(
      'position offset',
      [positionOffset],
      tensors.ints('text.rope_delta'),
      EXACT,
    ),
    rotaryStage('rotary cos', rotary.cos, 'text.cos'),
    rotaryStage('rotary sin', rotary.sin, 'text.sin'),
    ...(await verifyLayers(golden, network, { embeds, rotary }, tolerances)),
  ];
}

/** What goes into the decoder: embeddings [T, hidden], and the angles of their positions. */
interface DecoderInput {
  readonly embeds: Float32Array;
  readonly rotary: RotaryTable;
}

/** Checks every layer, norm and logits of one prefill in one pass. */
async function verifyLayers(
  { tensors }: Golden,
  network: Network,
  { embeds, rotary }: DecoderInput,
  tolerances: Tolerances,
): Promise<Stage[]> {
  const { runtime } = network;
  const { text } = network.source.manifest.config;
  const tokens = embeds.length / text.hiddenSize;
  const stages: Stage[] = [];
  const check = (name: string, values: Float32Array, path: string) =>
    stages.push(checkStage(name, values, tensors.floats(path), tolerances.text));
  const cache = new KvCache(runtime, text, tokens);
  try {
    cache.reserve(tokens, 0);
    cache.writeRotary(0, rotary);
    const y = await network.decoder.forward(embeds, {
      cache,
      pastTokens: 0,
      async tap(layer, hidden) {
        const values = fromFloatType(await runtime.read(hidden), runtime.floatType);
        check(`decoder layer ${layer}`, values, `text.layer.${layer}`);
      },
    });
    const { norm, logits } = await readAllLogits(network, y);
    check('final norm', norm, 'text.norm');
    const reference = tensors.floats('text.logits');
    stages.push({
      ...checkStage('logits', logits, reference, tolerances.logits),
      note: describeAgreement(logits, reference, text.vocabSize),
    });
  } finally {
    cache.dispose();
  }
  return stages;
}

function describeAgreement(
  logits: Float32Array,
  reference: Float32Array,
  vocabSize: number,
): string {
  const { kl, top1 } = compareDistributions(logits, reference, vocabSize);
  return `KL ${kl.toExponential(1)}, top-1 agreement ${(100 * top1).toFixed(1)} %`;
}

async function mergedEmbeddings(
  golden: Golden,
  network: Network,
  { features }: VerifiedImages,
): Promise<Float32Array> {
  const ids = golden.tensors.ints('text.ids');
  const embeds = await network.embedding.rows(ids);
  const { hiddenSize } = network.decoder.config;
  const all = join(features);
  let taken = 0;
  for (const [i, id] of ids.entries()) {
    if (id !== golden.special.imagePad) continue;
    embeds.set(
      all.subarray(taken * hiddenSize, (taken + 1) * hiddenSize),
      i * hiddenSize,
    );
    taken++;
  }
  return embeds;
}

function walkPositions(golden: Golden, network: Network, { prepared }: VerifiedImages) {
  const { vision, tokens } = network.source.manifest.config;
  const walk = new PositionWalk({
    imagePad: tokens.imagePad,
    mergeSize: vision.mergeSize,
  });
  const positionIds = walk.append(
    golden.tensors.ints('text.ids'),
    prepared.map(({ gridThw }) => gridThw),
  );
  return { positionIds, positionOffset: walk.positionOffset };
}

/** [T, d/2] to [T, d], as the reference writes its tables. */
function bothHalves(half: Float32Array, headDim: number): Float32Array {
  const pairs = headDim / 2;
  const out = new Float32Array(half.length * 2);
  for (let t = 0; t < half.length / pairs; t++) {
    const row = half.subarray(t * pairs, (t + 1) * pairs);
    out.set(row, t * headDim);
    out.set(row, t * headDim + pairs);
  }
  return out;
}
