/** @file Which weights an adapter was trained over. */
import { sha256Hex } from '../base/sha256.ts';
import { must } from '../base/assert.ts';
import type { Manifest } from './manifest.ts';

/**
 * SHA-256 (hex) over the weight files' names and chunk hashes, in the order of the
 * groups. What else a manifest says, its adapters too, may change without a new base.
 *
 * @see train/cluster/checkpoint.py, `base_hash`
 */
export async function baseHash({ groups, files }: Manifest): Promise<string> {
  const lines = groups.flatMap(({ file }) => {
    const stored = must(files[file], 'a group names one of the files');
    return [file, ...stored.chunks];
  });
  const text = lines.map((line) => `${line}\n`).join('');
  return sha256Hex(new TextEncoder().encode(text));
}
