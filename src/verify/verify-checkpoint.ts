/**
 * @file Verification: a checkpoint folder with reference values is converted in
 * memory, run on a device, and compared stage by stage.
 */
import { convertCheckpoint } from '../checkpoint/convert.ts';
import type { Bits } from '../checkpoint/recipe.ts';
import { MemorySink } from '../checkpoint/sink.ts';
import { chunkTokensFor } from '../engine/configurations.ts';
import type { LinearStrategy } from '../engine/device-weights.ts';
import { loadNetwork } from '../engine/network.ts';
import type { Runtime } from '../engine/runtime.ts';
import { readGolden } from './read-golden.ts';
import type { Stage } from './stage.ts';
import { tolerancesFor } from './tolerances.ts';
import { verifyConversation } from './verify-conversation.ts';
import { verifyImages } from './verify-images.ts';
import { verifyText } from './verify-text.ts';

export interface VerifyRequest {
  /** The folder's files by name. */
  readonly files: ReadonlyMap<string, Blob>;
  readonly bits: Bits;
  readonly runtime: Runtime;
  readonly strategy: LinearStrategy;
}

/** Yields every stage as it is checked. */
export async function* verifyCheckpoint(request: VerifyRequest): AsyncGenerator<Stage> {
  const { files, bits, runtime, strategy } = request;
  const golden = await readGolden(files);
  const sink = new MemorySink();
  const manifest = await convertCheckpoint(files, sink, { bits });
  const source = { manifest, files: sink.files };
  const tolerances = tolerancesFor(bits, runtime.floatType);
  const promptTokens = golden.tensors.ints('text.ids').length;
  const chunkTokens = Math.max(promptTokens, chunkTokensFor(runtime));
  const network = await loadNetwork({
    runtime,
    source,
    strategy,
    chunkTokens,
    hasTaps: true,
  });
  try {
    const images = await verifyImages(golden, network, tolerances);
    yield* images.stages;
    yield* await verifyText(golden, network, images, tolerances);
    yield* await verifyConversation(golden, network, images, tolerances);
  } finally {
    await network.dispose();
  }
}
