/**
 * @file A check that cannot fail proves nothing: each mistake that other ports of
 * this network have made must fail the stage it is made in, and what comes
 * before it must not.
 */
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { nodeOrtFiles } from '../cli/node-ort-files.ts';
import type { CheckpointSource } from '../engine/engine.ts';
import { loadNetwork, type Network } from '../engine/network.ts';
import type { PreparedImage } from '../engine/prepared-image.ts';
import type { Runtime } from '../engine/runtime.ts';
import { createWasmRuntime } from '../engine/runtime-wasm.ts';
import { PositionWalk } from '../model/positions.ts';
import { windowOrder } from '../model/windows.ts';
import {
  withConfig,
  withEpsilon,
  withGraphs,
  withZeros,
} from '../testing/broken-network.ts';
import { convertedGolden } from '../testing/converted-golden.ts';
import { openGolden } from '../testing/golden-folder.ts';
import type { Golden } from './read-golden.ts';
import type { Stage } from './stage.ts';
import { tolerancesFor } from './tolerances.ts';
import { verifyConversation } from './verify-conversation.ts';
import { verifyImages } from './verify-images.ts';
import { verifyText } from './verify-text.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let runtime: Runtime;
let golden: Golden;
let source: CheckpointSource;
beforeAll(async () => {
  runtime = await createWasmRuntime(nodeOrtFiles, 1);
  golden = await openGolden('plain');
  source = await convertedGolden('plain', '32');
});
afterEach(() => vi.restoreAllMocks());

interface Broken {
  readonly runtime?: Runtime;
  readonly source?: CheckpointSource;
  /** Breaks the network once it is loaded. */
  readonly network?: (network: Network) => void;
  readonly hasConversation?: boolean;
}

/** Verifies the network with its mistake. */
async function verify(broken: Broken = {}): Promise<Stage[]> {
  const network = await loadNetwork({
    runtime,
    source,
    ...broken,
    strategy: 'dense',
    chunkTokens: 128,
    hasTaps: true,
  });
  try {
    broken.network?.(network);
    const tolerances = tolerancesFor('32', 'f32');
    const images = await verifyImages(golden, network, tolerances);
    const text = await verifyText(golden, network, images, tolerances);
    const conversation = broken.hasConversation
      ? await verifyConversation(golden, network, images, tolerances)
      : [];
    return [...images.stages, ...text, ...conversation];
  } finally {
    await network.dispose();
  }
}

const failing = (stages: readonly Stage[]) =>
  stages.filter(({ isOk }) => !isOk).map(({ name }) => name);

/** Hands the tower another image than the one that was prepared. */
function changeImages(change: (image: PreparedImage) => PreparedImage) {
  return ({ tower }: Network) => {
    const encode = tower.encode.bind(tower);
    vi.spyOn(tower, 'encode').mockImplementation((image, ...rest) =>
      encode(change(image), ...rest),
    );
  };
}

const BLOCKS = ['vision block 0', 'vision block 1', 'vision block 2'];
const AFTER_TOWER = ['merger (window order)', 'features (raster order)'];
const LAYERS = ['decoder layer 0', 'decoder layer 1', 'decoder layer 2'];
const AFTER_LAYERS = ['final norm', 'logits'];
const FROM_FEATURES = ['merged embeddings', ...LAYERS, ...AFTER_LAYERS];

test('nothing fails when nothing is broken', async () => {
  expect(failing(await verify({ hasConversation: true }))).toEqual([]);
});

describe('a vision tower', () => {
  test('fed with height and width swapped fails from block 0 on', async () => {
    const network = changeImages((image) => {
      const [time, height, width] = image.gridThw;
      const gridThw = [time, width, height] as const;
      const { vision } = source.manifest.config;
      return { ...image, gridThw, order: windowOrder(gridThw, vision) };
    });
    const stages = failing(await verify({ network }));
    expect(stages).toEqual(expect.arrayContaining([...BLOCKS, ...FROM_FEATURES]));
    expect(stages).not.toContain('grid');
  });

  test('fed with patches in raster order, not four by four, fails at once', async () => {
    const network = changeImages((image) => ({
      ...image,
      pixelValues: inRasterOrder(image),
    }));
    expect(failing(await verify({ network }))).toEqual([
      'patch embedding',
      ...BLOCKS,
      ...AFTER_TOWER,
      ...FROM_FEATURES,
    ]);
  });

  test('that leaves its features in window order fails right after the merger', async () => {
    const network = changeImages((image) => {
      const { mergedPlaces } = image.order;
      const order = { ...image.order, mergedPlaces: mergedPlaces.map((_, i) => i) };
      return { ...image, order };
    });
    expect(failing(await verify({ network }))).toEqual([
      'features (raster order)',
      ...FROM_FEATURES,
    ]);
  });

  test('that attends to the whole image where it should to windows fails in those blocks', async () => {
    const broken = withConfig(source, (config) => {
      const fullAttentionBlocks = [0, 1, 2];
      return { ...config, vision: { ...config.vision, fullAttentionBlocks } };
    });
    const stages = failing(await verify({ source: broken }));
    expect(stages).toEqual([...BLOCKS, ...AFTER_TOWER, ...FROM_FEATURES]);
  });

  test('that attends to windows where it should to the whole image fails in that block', async () => {
    const broken = withConfig(source, (config) => ({
      ...config,
      vision: { ...config.vision, fullAttentionBlocks: [] },
    }));
    const stages = failing(await verify({ source: broken }));
    expect(stages).toEqual([...BLOCKS.slice(1), ...AFTER_TOWER, ...FROM_FEATURES]);
  });

  test('that lets patches attend to the empty slots of a short window fails', async () => {
    const broken = withGraphs(runtime, (graph) => {
      const nodes = graph.nodes.map((node) =>
        node.inputs.includes('window_bias')
          ? { ...node, inputs: node.inputs.slice(0, 3) }
          : node,
      );
      return { ...graph, nodes };
    });
    const stages = failing(await verify({ runtime: broken }));
    expect(stages).toEqual([...BLOCKS, ...AFTER_TOWER, ...FROM_FEATURES]);
  });

  test('with epsilon 1e-5 in its norms fails', async () => {
    const broken = withGraphs(runtime, (graph) =>
      graph.name.startsWith('vision') ? withEpsilon(graph, 1e-5) : graph,
    );
    const stages = failing(await verify({ runtime: broken }));
    expect(stages).toEqual(expect.arrayContaining(BLOCKS));
  });
});

describe('a decoder', () => {
  test('that gives image tokens one position after the other fails', async () => {
    vi.spyOn(PositionWalk.prototype, 'append').mockImplementation((tokenIds) => {
      const count = tokenIds.length;
      return Int32Array.from({ length: 3 * count }, (_, i) => i % count);
    });
    expect(failing(await verify())).toEqual([
      'positions',
      'position offset',
      'rotary cos',
      'rotary sin',
      ...LAYERS,
      ...AFTER_LAYERS,
    ]);
  });

  test('whose frequencies follow time, height and width in other shares fails', async () => {
    const broken = withConfig(source, (config) => {
      const mropeSection = [3, 3, 2] as const;
      return { ...config, text: { ...config.text, mropeSection } };
    });
    expect(failing(await verify({ source: broken }))).toEqual([
      'rotary cos',
      'rotary sin',
      ...LAYERS,
      ...AFTER_LAYERS,
    ]);
  });

  test('with epsilon 1e-5 in its norms fails', async () => {
    const broken = withGraphs(runtime, (graph) =>
      graph.name.startsWith('layers') ? withEpsilon(graph, 1e-5) : graph,
    );
    const stages = failing(await verify({ runtime: broken }));
    expect(stages).toEqual([...LAYERS, ...AFTER_LAYERS]);
  });

  test('without the bias of its keys fails from that layer on', async () => {
    const { heads, kvHeads, headDim } = source.manifest.config.text;
    const keys = { from: heads * headDim, to: (heads + kvHeads) * headDim };
    const name = 'model.layers.1.self_attn.qkv_proj.bias';
    const stages = failing(
      await verify({ source: await withZeros(source, name, keys) }),
    );
    expect(stages).toEqual([...LAYERS.slice(1), ...AFTER_LAYERS]);
  });

  test('that does not take back the scale of the stored queries fails', async () => {
    const broken = { ...source, manifest: { ...source.manifest, queryScaleLog2: 0 } };
    expect(failing(await verify({ source: broken }))).toEqual([
      ...LAYERS,
      ...AFTER_LAYERS,
    ]);
  });
});

describe('a conversation', () => {
  const conversation = async (network: Broken['network']) =>
    failing(await verify({ hasConversation: true, ...(network && { network }) }));

  test('whose repetition penalty is forgotten fails in the penalized replies alone', async () => {
    const stages = await conversation(({ head }) => {
      const reset = head.reset.bind(head);
      vi.spyOn(head, 'reset').mockImplementation((seen, _, banned) =>
        reset(seen, 1, banned),
      );
      vi.spyOn(head, 'see').mockImplementation(() => {});
    });
    expect(stages.length).toBeGreaterThan(0);
    expect(stages.every((name) => name.includes('penalty'))).toBe(true);
  });

  test('whose decode steps have the wrong position fails', async () => {
    const appendText = PositionWalk.prototype.appendText;
    vi.spyOn(PositionWalk.prototype, 'appendText').mockImplementation(function (
      this: PositionWalk,
    ) {
      // as if images had taken a position for each of their tokens
      return appendText.call(this).map((position) => position - this.positionOffset);
    });
    const stages = await conversation(undefined);
    expect(stages.some((name) => name.startsWith('reply'))).toBe(true);
  });
});

/** Rows sorted as the picture has them, left to right and top to bottom. */
function inRasterOrder({ order, gridThw, pixelValues }: PreparedImage): Float32Array {
  const [, , width] = gridThw;
  const columns = pixelValues.length / order.patchOrder.length;
  // patch order: merged tokens in raster order, four patches each
  const places = Array.from(order.patchOrder, (patch, place) => {
    const token = Math.floor(patch / 4);
    const row = 2 * Math.floor(token / (width / 2)) + Math.floor((patch % 4) / 2);
    const column = 2 * (token % (width / 2)) + (patch % 2);
    return { place, raster: row * width + column };
  }).toSorted((a, b) => a.raster - b.raster);
  const out = new Float32Array(pixelValues.length);
  for (const [to, { place }] of places.entries()) {
    const row = pixelValues.subarray(place * columns, (place + 1) * columns);
    out.set(row, to * columns);
  }
  return out;
}
