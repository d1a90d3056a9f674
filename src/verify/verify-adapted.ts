/**
 * @file Verification of an adapter: the checkpoint it lies over is loaded with it in
 * each way of applying it, and compared stage by stage with peft's own output.
 */
import { readManifest } from '../checkpoint/read-manifest.ts';
import { readJson } from '../checkpoint/read-json.ts';
import { readAdapterCard } from '../checkpoint/adapter-card.ts';
import { chunkTokensFor } from '../engine/configurations.ts';
import { layAdapter } from '../engine/lay-adapter.ts';
import { loadNetwork } from '../engine/network.ts';
import type { Runtime } from '../engine/runtime.ts';
import { must } from '../base/assert.ts';
import type { Stage, Tolerance } from './stage.ts';
import { verifyAdapter } from './verify-adapter.ts';

/** More than the prompts of the reference values have. */
const PROMPT_TOKENS = 128;

export interface AdaptedVerification {
  /** The checkpoint's files and, over them, those of the folder of reference values. */
  readonly files: ReadonlyMap<string, Blob>;
  readonly runtime: Runtime;
}

/** Yields every stage, first merged, then applied at run time. */
export async function* verifyAdapted(
  request: AdaptedVerification,
): AsyncGenerator<Stage> {
  const { files, runtime } = request;
  const path = 'adapter.json';
  const json = async (name: string) =>
    readJson(name, must(files.get(name), `${name} is there`));
  const { name } = readAdapterCard(path, await json(path));
  const manifest = {
    ...readManifest(await json('manifest.json')),
    adapters: [{ name, file: 'adapter.safetensors', card: path }],
  };
  for (const application of ['merged', 'run-time'] as const) {
    const source = await layAdapter(
      { manifest, files },
      { adapter: { name, application } },
    );
    const network = await loadNetwork({
      runtime,
      source,
      // four-bit blocks with f16 zero points are rounded where a GPU reads them as blocks
      strategy: 'dense',
      chunkTokens: Math.max(PROMPT_TOKENS, chunkTokensFor(runtime)),
      hasTaps: true,
    });
    try {
      const tolerance = toleranceFor(runtime);
      for (const stage of await verifyAdapter({ network, golden: files, tolerance })) {
        yield { ...stage, name: `${application}: ${stage.name}` };
      }
    } finally {
      await network.dispose();
    }
  }
}

const toleranceFor = ({ floatType }: Runtime): Tolerance =>
  floatType === 'f16' ? { kind: 'report' } : { kind: 'rel', limit: 2e-5 };
