/** @file What lies beside the weights of an installed checkpoint: card, notices, origin, the last verification. */
import { sha256Hex } from '../base/sha256.ts';
import type { Manifest } from '../checkpoint/manifest.ts';
import { readManifest } from '../checkpoint/read-manifest.ts';
import {
  MANIFEST_FILE,
  type Origin,
  readFile,
  readOrigin,
  readVerified,
  type Verified,
} from './weights-folder.ts';
import { findFolder } from './weights.ts';

export interface CheckpointPapers {
  /** Of the file as it lies there. It names the hash of every chunk, so it is the checkpoint's. */
  readonly manifestSha256: string;
  readonly manifest: Manifest;
  readonly origin?: Origin | undefined;
  readonly verified?: Verified | undefined;
  /** README.md, without what machines read at its head. */
  readonly card?: string | undefined;
  readonly notice?: string | undefined;
}

/** Beyond this a card is no card. */
const MOST_BYTES = 256 * 1024;

/** Undefined when the checkpoint is gone, or was never complete. */
export async function readPapers(id: string): Promise<CheckpointPapers | undefined> {
  const folder = await findFolder(id);
  const file = folder && (await readFile(folder, MANIFEST_FILE));
  if (folder === undefined || file === undefined) return undefined;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = new TextDecoder().decode(bytes);
  const card = await readText(folder, 'README.md');
  return {
    manifestSha256: await sha256Hex(bytes),
    manifest: readManifest(JSON.parse(text)),
    origin: await readOrigin(folder),
    verified: await readVerified(folder),
    card: card === undefined ? undefined : withoutFrontMatter(card),
    notice: await readText(folder, 'NOTICE'),
  };
}

async function readText(
  folder: FileSystemDirectoryHandle,
  name: string,
): Promise<string | undefined> {
  const file = await readFile(folder, name);
  return file?.slice(0, MOST_BYTES).text();
}

/** A card of Hugging Face begins with YAML between two lines of dashes. */
export function withoutFrontMatter(text: string): string {
  return text.replace(/^\uFEFF?---\r?\n[\s\S]*?\r?\n---\r?\n/, '').trim();
}
