/**
 * @file An adapter against the training framework's own output: transformers with
 * peft on the same base computed the reference values.
 *
 * @see train/cluster/adapter_golden.py
 */
import * as v from 'valibot';
import { readJson } from '../checkpoint/read-json.ts';
import { KvCache } from '../engine/kv-cache.ts';
import { readAllLogits } from '../engine/head.ts';
import type { Network } from '../engine/network.ts';
import { fromFloatType } from '../engine/floats.ts';
import { prepareImage } from '../engine/prepared-image.ts';
import { must } from '../base/assert.ts';
import { PositionWalk } from '../model/positions.ts';
import { readImageSettings } from '../model/read-settings.ts';
import { textRotary } from '../model/rotary.ts';
import { compareDistributions } from './compare.ts';
import { checkStage, type Stage, type Tolerance } from './stage.ts';
import { readTensorFile, type TensorFile } from './tensor-file.ts';

const EXACT: Tolerance = { kind: 'exact' };

const Meta = v.object({ layers: v.array(v.number()) });

export interface AdapterVerification {
  readonly network: Network;
  /** The golden folder's files by name. */
  readonly golden: ReadonlyMap<string, Blob>;
  readonly tolerance: Tolerance;
}

/** Checks features, embeddings, positions, some layers, the norm and the last logits. */
export async function verifyAdapter(request: AdapterVerification): Promise<Stage[]> {
  const { network, golden, tolerance } = request;
  const file = (name: string) =>
    must(golden.get(name), `the golden folder has ${name}`);
  const tensors = await readTensorFile('golden', file('golden.safetensors'));
  const { layers } = v.parse(Meta, await readJson('golden.json', file('golden.json')));
  const preprocessor = must(
    network.source.files.get('preprocessor_config.json'),
    'a checkpoint says how it sees',
  );
  const settings = readImageSettings(JSON.parse(await preprocessor.text()));
  const { vision, tokens } = network.source.manifest.config;
  const image = await prepareImage(file('image-0.png'), vision, settings);
  const features = await network.tower.encode(image, new AbortController().signal);
  const ids = tensors.ints('text.ids');
  const embeds = await network.embedding.rows(ids);
  embeds.set(
    features,
    ids.indexOf(tokens.imagePad) * network.decoder.config.hiddenSize,
  );
  const walk = new PositionWalk({
    imagePad: tokens.imagePad,
    mergeSize: vision.mergeSize,
  });
  const positionIds = walk.append(ids, [image.gridThw]);
  return [
    checkStage('features', features, tensors.floats('vision.features'), tolerance),
    checkStage('embeddings', embeds, tensors.floats('text.embeds'), tolerance),
    checkStage('positions', positionIds, tensors.ints('text.position_ids'), EXACT),
    ...(await verifyLayers(request, tensors, { embeds, positionIds, layers })),
  ];
}

interface Prefill {
  readonly embeds: Float32Array;
  readonly positionIds: Int32Array;
  /** Those whose output is among the reference values. */
  readonly layers: readonly number[];
}

async function verifyLayers(
  { network, tolerance }: AdapterVerification,
  tensors: TensorFile,
  { embeds, positionIds, layers }: Prefill,
): Promise<Stage[]> {
  const { runtime } = network;
  const { text } = network.source.manifest.config;
  const count = embeds.length / text.hiddenSize;
  const stages: Stage[] = [];
  const cache = new KvCache(runtime, text, count);
  try {
    cache.reserve(count, 0);
    cache.writeRotary(0, textRotary(positionIds, text));
    const y = await network.decoder.forward(embeds, {
      cache,
      pastTokens: 0,
      async tap(layer, hidden) {
        if (!layers.includes(layer)) return;
        const values = fromFloatType(await runtime.read(hidden), runtime.floatType);
        const reference = tensors.floats(`text.layer.${layer}`);
        stages.push(checkStage(`layer ${layer}`, values, reference, tolerance));
      },
    });
    const { norm, logits } = await readAllLogits(network, y);
    const reference = tensors.floats('text.logits');
    const last = logits.subarray(logits.length - reference.length);
    const { kl, top1 } = compareDistributions(last, reference, text.vocabSize);
    stages.push(checkStage('norm', norm, tensors.floats('text.norm'), tolerance), {
      ...checkStage('logits', last, reference, tolerance),
      note: `KL ${kl.toExponential(1)}, top-1 agreement ${(100 * top1).toFixed(1)} %`,
    });
  } finally {
    cache.dispose();
  }
  return stages;
}
