/** @file A checkpoint folder as it was downloaded: its weights, config and small files. */
import { AssistantError } from '../base/errors.ts';
import { readModelConfig } from '../model/read-config.ts';
import { ggufFiles, openGgufCheckpoint } from './open-gguf.ts';
import type { OpenedCheckpoint } from './opened-checkpoint.ts';
import { readJson } from './read-json.ts';
import { hasSafetensors, openSafetensors } from './safetensors.ts';
import { pickSmallFiles } from './small-files.ts';
import { sourceName } from './source-name.ts';

/**
 * Opens a Hugging Face folder, or a folder with a GGUF file.
 *
 * @param files - by name in the folder
 * @param folder - its path or name, for a checkpoint that does not say its own
 * @throws AssistantError 'bad-input' when it is no checkpoint folder
 */
export async function openCheckpoint(
  files: ReadonlyMap<string, Blob>,
  folder?: string,
): Promise<OpenedCheckpoint> {
  if (ggufFiles(files).length > 0) return openGgufCheckpoint(files);
  const configFile = files.get('config.json');
  if (!configFile || !hasSafetensors(files)) {
    throw new AssistantError(
      'bad-input',
      'This folder holds no checkpoint: it needs config.json and model.safetensors (or an index and its files), or a GGUF file.',
      { what: 'folder' },
    );
  }
  return {
    config: readModelConfig(await readJson('config.json', configFile)),
    tensors: await openSafetensors(files),
    smallFiles: pickSmallFiles(files),
    name: await sourceName(configFile, folder),
    licence: await licenceOf(files.get('README.md')),
    description: 'safetensors',
  };
}

/** The licence a model card names in its front matter. */
async function licenceOf(card: Blob | undefined): Promise<string> {
  const text = card ? await card.text() : '';
  const front = /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '';
  const field = (name: string): string | undefined =>
    new RegExp(`^${name}:\\s*(\\S+)`, 'm').exec(front)?.[1];
  return field('license_name') ?? field('license') ?? 'unknown';
}
