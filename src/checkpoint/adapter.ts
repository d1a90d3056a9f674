/**
 * @file An adapter: what was trained over a checkpoint whose own weights stay.
 *
 *   y = x·Wᵀ + (alpha / rank) · (x·Aᵀ)·Bᵀ      A [rank, in], B [out, rank]
 *
 * for linears of the decoder, and tensors of the vision tower that stand in place
 * of the checkpoint's. `adapter.safetensors` holds all of them as f16 under the
 * hub's names, `adapter.json` the card.
 *
 * @see LoRA, arXiv:2106.09685; train/cluster/adapter.py writes the files
 */
import { must } from '../base/assert.ts';
import { AssistantError } from '../base/errors.ts';
import { sha256OfBlob } from '../base/sha256.ts';
import { badAdapter, readAdapterCard, type AdapterCard } from './adapter-card.ts';
import { baseHash } from './base-hash.ts';
import type { Manifest, StoredTensor } from './manifest.ts';
import { readJson } from './read-json.ts';
import { openSafetensorsFile, type SafetensorsEntry } from './safetensors.ts';
import { rowLength } from './tensor-source.ts';

/** Both f16: A [rank, in] and B [out, rank]. */
export interface LowRankPair {
  readonly a: StoredTensor;
  readonly b: StoredTensor;
}

export interface Adapter {
  readonly card: AdapterCard;
  /** By the name of the linear, `model.layers.0.self_attn.q_proj`. */
  readonly pairs: Readonly<Record<string, LowRankPair>>;
  /** In place of the checkpoint's, under the manifest's names. */
  readonly replaced: Readonly<Record<string, StoredTensor>>;
}

/** A checkpoint's manifest and files, among them the adapter's. */
export interface AdaptedFiles {
  readonly manifest: Manifest;
  readonly files: ReadonlyMap<string, Blob>;
}

/**
 * Opens an adapter that the manifest lists, and compares it with the weights it
 * is to lie over.
 *
 * @param name - of the adapter
 * @throws AssistantError 'bad-data' naming file and tensor; 'bad-input' when there
 *   is no adapter of that name
 */
export async function openAdapter(
  { manifest, files }: AdaptedFiles,
  name: string,
): Promise<Adapter> {
  const listed = manifest.adapters.find((it) => it.name === name);
  if (listed === undefined) {
    throw new AssistantError(
      'bad-input',
      `${manifest.name} has no adapter "${name}". It has: ${manifest.adapters.map((it) => it.name).join(', ') || 'none'}.`,
      { what: 'option', name },
    );
  }
  const card = readAdapterCard(
    listed.card,
    await readJson(listed.card, fileOf(files, listed.card)),
  );
  if (card.base.sha256 !== (await baseHash(manifest))) {
    throw badAdapter(
      listed.card,
      `belongs to other weights (${card.base.name}) than those of ${manifest.name}`,
      'Fetch the adapter that was made for this checkpoint.',
    );
  }
  const weights = fileOf(files, listed.file);
  await checkWeights(listed.file, weights, card);
  const { entries } = await openSafetensorsFile(listed.file, weights);
  return sortTensors(new Tensors(manifest, listed.file, entries), card);
}

async function checkWeights(
  path: string,
  weights: Blob,
  card: AdapterCard,
): Promise<void> {
  if (weights.size !== card.weights.bytes) {
    throw badAdapter(path, `has ${weights.size} bytes, not ${card.weights.bytes}`);
  }
  if ((await sha256OfBlob(weights)) !== card.weights.sha256) {
    throw badAdapter(path, 'is not what its card says: its SHA-256 is another one');
  }
}

/** The tensors of the file as the manifest would describe them. */
class Tensors {
  readonly manifest: Manifest;
  readonly path: string;
  readonly entries: ReadonlyMap<string, SafetensorsEntry>;

  constructor(
    manifest: Manifest,
    path: string,
    entries: ReadonlyMap<string, SafetensorsEntry>,
  ) {
    this.manifest = manifest;
    this.path = path;
    this.entries = entries;
  }

  /** @throws AssistantError 'bad-data' unless it is f16 of that shape */
  get(name: string, shape: readonly number[]): StoredTensor {
    const entry = this.entries.get(name);
    if (entry === undefined) throw badAdapter(this.path, `lacks "${name}"`);
    const { dtype, offset, bytes } = entry;
    const isThat =
      entry.shape[0] === shape[0] && rowLength(entry.shape) === rowLength(shape);
    if (dtype !== 'F16' || !isThat) {
      throw badAdapter(
        this.path,
        `holds "${name}" as ${dtype} [${entry.shape.join(', ')}]; this checkpoint takes F16 [${shape.join(', ')}]`,
      );
    }
    return { type: 'f16', shape, file: this.path, data: { offset, bytes } };
  }
}

const LOW_RANK =
  /^(model\.layers\.\d+\.(?:self_attn|mlp)\.(\w+))\.lora_([AB])\.weight$/;

function sortTensors(tensors: Tensors, card: AdapterCard): Adapter {
  const pairs: Record<string, LowRankPair> = {};
  const replaced: Record<string, StoredTensor> = {};
  const { manifest, path } = tensors;
  for (const name of tensors.entries.keys()) {
    const [, linear, kind] = LOW_RANK.exec(name) ?? [];
    if (linear !== undefined && card.targets.some((it) => it === kind)) {
      if (linear in pairs) continue;
      const [outputs, inputs] = linearShape(manifest, linear, path);
      pairs[linear] = {
        a: tensors.get(`${linear}.lora_A.weight`, [card.rank, inputs]),
        b: tensors.get(`${linear}.lora_B.weight`, [outputs, card.rank]),
      };
      continue;
    }
    const own = name.startsWith('visual.') ? manifest.tensors[name] : undefined;
    if (own === undefined) {
      throw badAdapter(path, `holds "${name}", which nothing reads`);
    }
    replaced[name] = tensors.get(name, own.shape);
  }
  return { card, pairs, replaced };
}

/** [out, in] of a linear under the hub's name; q, k and v are stored as one. */
function linearShape(
  manifest: Manifest,
  linear: string,
  path: string,
): readonly [number, number] {
  const letter = /\.([qkv])_proj$/.exec(linear)?.[1];
  const name =
    letter === undefined ? linear : linear.replace(/[qkv]_proj$/, 'qkv_proj');
  const stored = manifest.tensors[`${name}.weight`];
  if (stored === undefined) {
    throw badAdapter(path, `adapts "${linear}", which ${manifest.name} does not have`);
  }
  const { heads, kvHeads, headDim } = manifest.config.text;
  const rows = letter === 'q' ? heads * headDim : kvHeads * headDim;
  return [
    letter === undefined ? must(stored.shape[0], 'a matrix has rows') : rows,
    rowLength(stored.shape),
  ];
}

function fileOf(files: ReadonlyMap<string, Blob>, path: string): Blob {
  const file = files.get(path);
  if (file === undefined) throw badAdapter(path, 'is not there');
  return file;
}
