/** @file An adapter of random numbers for any checkpoint, for measuring what one costs. */
import { must } from '../base/assert.ts';
import { Random } from '../base/random.ts';
import { sha256OfBlob } from '../base/sha256.ts';
import {
  ADAPTED_LINEARS,
  ADAPTER_FORMAT,
  ADAPTER_VERSION,
  type AdapterCard,
} from '../checkpoint/adapter-card.ts';
import { baseHash } from '../checkpoint/base-hash.ts';
import type { Manifest } from '../checkpoint/manifest.ts';
import type { CheckpointSource } from '../engine/engine.ts';
import { f32ToF16 } from '../tensor/f16.ts';

const NAME = 'random';
const [WEIGHTS, CARD] = ['random-adapter.safetensors', 'random-adapter.json'];

/**
 * The checkpoint with an adapter of this rank on every linear of the decoder among its files.
 *
 * @param deviation - of each number of A and B
 */
export async function withRandomAdapter(
  { manifest, files }: CheckpointSource,
  rank: number,
  deviation = 0.01,
): Promise<CheckpointSource> {
  const weights = randomWeights(manifest, rank, deviation);
  const card: AdapterCard = {
    format: ADAPTER_FORMAT,
    version: ADAPTER_VERSION,
    name: NAME,
    base: { name: manifest.name, sha256: await baseHash(manifest) },
    weights: {
      file: WEIGHTS,
      bytes: weights.size,
      sha256: await sha256OfBlob(weights),
    },
    rank,
    alpha: 2 * rank,
    targets: [...ADAPTED_LINEARS],
    training: {},
    card: { about: 'Random numbers.', understandsImages: false },
  };
  const adapters = [{ name: NAME, file: WEIGHTS, card: CARD }];
  const added = [
    [WEIGHTS, weights],
    [CARD, new Blob([JSON.stringify(card)])],
  ] as const;
  return { manifest: { ...manifest, adapters }, files: new Map([...files, ...added]) };
}

/** @see https://huggingface.co/docs/safetensors — length, JSON header, bytes */
function randomWeights({ config }: Manifest, rank: number, deviation: number): Blob {
  const header: Record<string, unknown> = {};
  const parts: Uint16Array<ArrayBuffer>[] = [];
  const random = new Random(rank);
  let end = 0;
  const place = (name: string, shape: readonly [number, number]) => {
    const values = Float32Array.from(
      { length: shape[0] * shape[1] },
      () => deviation * random.normal(),
    );
    const data = new Uint16Array(values.length);
    f32ToF16(values, data);
    header[name] = {
      dtype: 'F16',
      shape,
      data_offsets: [end, (end += data.byteLength)],
    };
    parts.push(data);
  };
  for (let layer = 0; layer < config.text.layers; layer++) {
    for (const [linear, [outputs, inputs]] of linearShapes(config.text)) {
      const at = `model.layers.${layer}.${linear}`;
      place(`${at}.lora_A.weight`, [rank, inputs]);
      place(`${at}.lora_B.weight`, [outputs, rank]);
    }
  }
  const head = new TextEncoder().encode(JSON.stringify(header));
  const length = BigUint64Array.of(BigInt(head.length));
  return new Blob([length, head, ...parts]);
}

function linearShapes({
  hiddenSize,
  heads,
  kvHeads,
  headDim,
  intermediateSize,
}: Manifest['config']['text']): ReadonlyMap<string, readonly [number, number]> {
  const shapes = {
    q_proj: [heads * headDim, hiddenSize],
    k_proj: [kvHeads * headDim, hiddenSize],
    v_proj: [kvHeads * headDim, hiddenSize],
    o_proj: [hiddenSize, heads * headDim],
    gate_proj: [intermediateSize, hiddenSize],
    up_proj: [intermediateSize, hiddenSize],
    down_proj: [hiddenSize, intermediateSize],
  } as const;
  return new Map(
    ADAPTED_LINEARS.map((name) => {
      const part = /^[qkvo]_/.test(name) ? 'self_attn' : 'mlp';
      return [`${part}.${name}`, must(shapes[name], 'every linear has a shape')];
    }),
  );
}
