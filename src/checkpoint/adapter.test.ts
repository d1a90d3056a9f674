import { beforeAll, describe, expect, test } from 'vitest';
import { adaptedBundled } from '../testing/adapted-bundled.ts';
import { openAdapter, type AdaptedFiles } from './adapter.ts';
import { MOST_ADAPTER_BYTES, type AdapterCard } from './adapter-card.ts';

const CARD = 'adapter.json';
const WEIGHTS = 'adapter.safetensors';

let whole: AdaptedFiles;
let card: AdapterCard;
beforeAll(async () => {
  whole = await adaptedBundled();
  card = (await openAdapter(whole, 'golden')).card;
});

/** With another file in place of one of the adapter's. */
const withFile = (name: string, content: BlobPart): AdaptedFiles => ({
  ...whole,
  files: new Map([...whole.files, [name, new Blob([content])]]),
});
const withCard = (change: object): AdaptedFiles =>
  withFile(CARD, JSON.stringify({ ...card, ...change }));

const weights = async (): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array((await whole.files.get(WEIGHTS)?.arrayBuffer()) ?? new ArrayBuffer());

/** The weights with a word of their header written otherwise, and a card that says so. */
async function withHeader(from: string, to: string): Promise<AdaptedFiles> {
  const bytes = await weights();
  const at = new TextDecoder('latin1').decode(bytes).indexOf(from);
  expect(at).toBeGreaterThan(0);
  bytes.set(new TextEncoder().encode(to), at);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const sha256 = [...digest].map((it) => it.toString(16).padStart(2, '0')).join('');
  const files = new Map([...whole.files, [WEIGHTS, new Blob([bytes])]]);
  const described = { ...card, weights: { ...card.weights, sha256 } };
  files.set(CARD, new Blob([JSON.stringify(described)]));
  return { ...whole, files };
}

test('an adapter has a pair for every linear it names, and parts of the tower', async () => {
  const { pairs, replaced } = await openAdapter(whole, 'golden');
  expect(Object.keys(pairs)).toHaveLength(30 * 7);
  expect(pairs['model.layers.7.self_attn.k_proj']).toMatchObject({
    a: { type: 'f16', shape: [2, 576], file: WEIGHTS },
    b: { type: 'f16', shape: [192, 2], file: WEIGHTS },
  });
  expect(Object.keys(replaced)).toEqual([
    'visual.blocks.3.attn.proj.bias',
    'visual.blocks.3.attn.proj.weight',
    'visual.blocks.7.norm2.weight',
    'visual.merger.mlp.2.bias',
    'visual.merger.mlp.2.weight',
  ]);
  expect(card.weights.bytes).toBeLessThan(MOST_ADAPTER_BYTES);
});

describe('refused, with the name of the file:', () => {
  test('an adapter of other weights', async () => {
    const base = { name: 'Other-Mini', sha256: 'a'.repeat(64) };
    await expect(openAdapter(withCard({ base }), 'golden')).rejects.toMatchObject({
      kind: 'bad-data',
      details: { path: CARD },
      message: expect.stringContaining('belongs to other weights (Other-Mini)'),
    });
  });

  test.each([
    ['a newer version', { version: 2 }, 'Update the app.'],
    ['another format', { format: 'something' }, 'does not describe an adapter'],
    ['a rank that is no number', { rank: '8' }, 'damaged at rank'],
    ['a linear that we do not adapt', { targets: ['lm_head'] }, 'damaged at targets.0'],
    ['another rank than the pairs have', { rank: 4 }, 'this checkpoint takes F16 [4, '],
    ['pairs that its card leaves out', { targets: ['q_proj'] }, 'which nothing reads'],
  ])('%s', async (_, change, message) => {
    await expect(openAdapter(withCard(change), 'golden')).rejects.toMatchObject({
      kind: 'bad-data',
      message: expect.stringContaining(message),
    });
  });

  test('weights that were cut, or changed in one byte', async () => {
    const bytes = await weights();
    const cut = withFile(WEIGHTS, bytes.slice(0, -1));
    await expect(openAdapter(cut, 'golden')).rejects.toMatchObject({
      details: { path: WEIGHTS },
    });
    bytes[bytes.length - 1] ^= 1;
    const changed = withFile(WEIGHTS, bytes);
    await expect(openAdapter(changed, 'golden')).rejects.toThrow('SHA-256');
  });

  test.each([
    ['half of a pair', 'layers.9.mlp.up_proj.lora_A', 'layers.9.mlp.up_proj.lora_C'],
    ['a layer too many', 'model.layers.29.mlp.up', 'model.layers.39.mlp.up'],
    ['part of another tower', 'visual.blocks.7', 'visual.blocks.8'],
  ])('%s', async (_, from, to) => {
    const changed = await withHeader(from, to);
    await expect(openAdapter(changed, 'golden')).rejects.toMatchObject({
      kind: 'bad-data',
      details: { path: WEIGHTS },
    });
  });
});

test('an adapter that the checkpoint does not have is named', async () => {
  await expect(openAdapter(whole, 'ward')).rejects.toMatchObject({
    kind: 'bad-input',
    message: expect.stringContaining('no adapter "ward". It has: golden.'),
  });
});
