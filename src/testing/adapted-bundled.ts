/** @file The bundled checkpoint with the golden adapter among its files, in Node. */
import { readManifest } from '../checkpoint/read-manifest.ts';
import { readFolder } from '../cli/read-folder.ts';
import type { CheckpointSource } from '../engine/engine.ts';

const BUNDLED = 'public/checkpoints/clinic-mini';
const GOLDEN = 'src/testing/golden/adapter';

/** The files of the golden folder, the reference values too. */
export const goldenAdapter = (): Promise<Map<string, Blob>> => readFolder(GOLDEN);

/** As a download would have it: the manifest lists the adapter. */
export async function adaptedBundled(): Promise<CheckpointSource> {
  const bundled = await readFolder(BUNDLED);
  const manifest = readManifest(
    JSON.parse((await bundled.get('manifest.json')?.text()) ?? '{}'),
  );
  const [file, card] = ['adapter.safetensors', 'adapter.json'];
  return {
    manifest: { ...manifest, adapters: [{ name: 'golden', file, card }] },
    files: new Map([...bundled, ...(await goldenAdapter())]),
  };
}
