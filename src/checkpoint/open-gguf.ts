/** @file A GGUF file, alone or as the language half of a Hugging Face folder. */
import { AssistantError } from '../base/errors.ts';
import type { TextConfig } from '../model/config.ts';
import { readModelConfig } from '../model/read-config.ts';
import { openGguf, type GgufFile } from './gguf.ts';
import { configJson, ggufModelConfig, ggufTextConfig } from './gguf-config.ts';
import { ggufTokenizer } from './gguf-tokenizer.ts';
import { joinHalves } from './join-sources.ts';
import type { OpenedCheckpoint } from './opened-checkpoint.ts';
import { jsonBlob, readJson } from './read-json.ts';
import { hasSafetensors, openSafetensors } from './safetensors.ts';
import { pickSmallFiles } from './small-files.ts';

/** Names of the GGUF files in a folder. */
export function ggufFiles(files: ReadonlyMap<string, Blob>): string[] {
  return [...files.keys()].filter((name) => name.toLowerCase().endsWith('.gguf'));
}

/**
 * Opens the one GGUF file of a folder. With config.json and safetensors beside
 * it, it is the language half and they are the vision half; alone, the
 * checkpoint has no vision tower. Small files beside it are kept; missing ones
 * are rebuilt from its metadata.
 *
 * @throws AssistantError 'bad-input' when there are several, or the halves do not fit
 */
export async function openGgufCheckpoint(
  files: ReadonlyMap<string, Blob>,
): Promise<OpenedCheckpoint> {
  const [name, second] = ggufFiles(files);
  const blob = name === undefined ? undefined : files.get(name);
  if (name === undefined || blob === undefined || second !== undefined) {
    throw new AssistantError(
      'bad-input',
      `The folder must hold one GGUF file; ${name} and ${second} are two. Join the parts, or move one away.`,
      { what: 'folder' },
    );
  }
  const gguf = await openGguf(name, blob);
  const halves = hasSafetensors(files) ? await withVision(gguf, files) : alone(gguf);
  return {
    ...halves,
    smallFiles: smallFiles(gguf, files, halves),
    name: text(gguf, 'general.name') ?? name.replace(/\.gguf$/i, ''),
    licence: text(gguf, 'general.license') ?? 'unknown',
    description: `GGUF ${name}`,
  };
}

type Halves = Pick<OpenedCheckpoint, 'config' | 'tensors'>;

function alone(gguf: GgufFile): Halves {
  return { config: ggufModelConfig(gguf), tensors: gguf.tensors };
}

async function withVision(
  gguf: GgufFile,
  files: ReadonlyMap<string, Blob>,
): Promise<Halves> {
  const file = files.get('config.json');
  if (!file) {
    throw new AssistantError(
      'bad-input',
      'Beside a GGUF file and safetensors the folder needs config.json. Add it.',
      { what: 'folder' },
    );
  }
  const config = readModelConfig(await readJson('config.json', file));
  const language = ggufTextConfig(gguf);
  const same: readonly (keyof TextConfig)[] = [
    'hiddenSize',
    'layers',
    'heads',
    'kvHeads',
    'headDim',
    'intermediateSize',
    'vocabSize',
    'tiedEmbeddings',
    'ropeTheta',
  ];
  const other = same.find((field) => config.text[field] !== language[field]);
  if (other !== undefined) {
    throw new AssistantError(
      'bad-input',
      `config.json says ${other} ${String(config.text[other])}, ${gguf.file} says ${String(language[other])}. Choose two halves of one checkpoint.`,
      { what: 'folder' },
    );
  }
  const vision = await openSafetensors(files);
  return { config, tensors: joinHalves(gguf.tensors, vision) };
}

function smallFiles(
  gguf: GgufFile,
  files: ReadonlyMap<string, Blob>,
  { config }: Halves,
): Map<string, Blob> {
  const small = pickSmallFiles(files);
  if (!small.has('config.json')) small.set('config.json', jsonBlob(configJson(config)));
  if (small.has('tokenizer.json')) return small;
  const rebuilt = ggufTokenizer(gguf);
  small.set('tokenizer.json', jsonBlob(rebuilt.tokenizer));
  small.set('tokenizer_config.json', jsonBlob(rebuilt.tokenizerConfig));
  if (!small.has('generation_config.json')) {
    small.set('generation_config.json', jsonBlob(rebuilt.generationConfig));
  }
  return small;
}

function text(gguf: GgufFile, key: string): string | undefined {
  const value = gguf.metadata[key];
  return typeof value === 'string' ? value : undefined;
}
