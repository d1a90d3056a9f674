/** @file The bundled checkpoint in the bench's page, kept where the app keeps it. */
import { must } from '../base/assert.ts';
import type { CheckpointSource } from '../engine/engine.ts';
import { readManifest } from '../checkpoint/read-manifest.ts';
import { OpfsLibrary } from '../store/checkpoint-library.ts';

const URL_PATH = '/checkpoints/clinic-mini/';

/** Fetches, hashes and writes it; at once when it is there already. */
export async function installBundled(): Promise<{ id: string; ms: number }> {
  const library = new OpfsLibrary();
  const url = new URL(URL_PATH, location.href).href;
  const request = { kind: 'download', url, isBundled: true, isRepair: false } as const;
  const startMs = performance.now();
  let id: string | undefined;
  try {
    for await (const event of library.work(request, new AbortController().signal)) {
      if (event.kind === 'installed') ({ id } = event);
    }
  } finally {
    library.dispose();
  }
  return { id: must(id, 'an installation ends'), ms: performance.now() - startMs };
}

/** Its manifest and its files on disk. */
export async function openBundled(): Promise<CheckpointSource> {
  const { id } = await installBundled();
  const library = new OpfsLibrary();
  try {
    return await library.open(id);
  } finally {
    library.dispose();
  }
}

/** The files a person would have chosen, which stay on disk. */
export async function readChosenFiles(
  input: HTMLInputElement,
): Promise<CheckpointSource> {
  const files = new Map<string, Blob>(
    Array.from(input.files ?? [], (file) => [file.name, file]),
  );
  const manifest = must(files.get('manifest.json'), 'a manifest was chosen');
  return { manifest: readManifest(JSON.parse(await manifest.text())), files };
}
