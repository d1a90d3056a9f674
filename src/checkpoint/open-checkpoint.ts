/** @file A checkpoint folder as it was downloaded: its weights, config and small files. */
import { AssistantError } from '../base/errors.ts';
import type { ModelConfig } from '../model/config.ts';
import { readModelConfig } from '../model/read-config.ts';
import { readJson } from './read-json.ts';
import { hasSafetensors, openSafetensors } from './safetensors.ts';
import type { TensorSource } from './tensor-source.ts';

/** Files that travel with the weights as they are. */
const SMALL_FILES = [
  'config.json',
  'generation_config.json',
  'preprocessor_config.json',
  'tokenizer.json',
  'tokenizer_config.json',
  'chat_template.json',
  'chat_template.jinja',
  'LICENSE',
  'NOTICE',
];

/** What the converter needs to know of a source, whatever its container. */
export interface OpenedCheckpoint {
  readonly config: ModelConfig;
  readonly tensors: TensorSource;
  readonly smallFiles: ReadonlyMap<string, Blob>;
  readonly name: string;
  readonly licence: string;
  /** "safetensors, 3 files". */
  readonly description: string;
}

/**
 * Opens a Hugging Face folder.
 *
 * @param files - by name in the folder
 * @throws AssistantError 'bad-input' when it is no checkpoint folder
 */
export async function openCheckpoint(
  files: ReadonlyMap<string, Blob>,
): Promise<OpenedCheckpoint> {
  const configFile = files.get('config.json');
  if (!configFile || !hasSafetensors(files)) {
    throw new AssistantError(
      'bad-input',
      'This folder holds no checkpoint: it needs config.json and model.safetensors (or an index and its files).',
      { what: 'folder' },
    );
  }
  const config = readModelConfig(await readJson('config.json', configFile));
  const smallFiles = new Map<string, Blob>();
  for (const name of SMALL_FILES) {
    const blob = files.get(name);
    if (blob) smallFiles.set(name, blob);
  }
  return {
    config,
    tensors: await openSafetensors(files),
    smallFiles,
    name: 'Qwen2.5-VL checkpoint',
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
