/** @file The small files beside the weights: tokenizer, chat template, settings. */
import { AssistantError } from '../base/errors.ts';
import { readChatTemplate, type ChatTemplate } from '../model/chat-template.ts';
import {
  readGenerationSettings,
  readImageSettings,
  type GenerationSettings,
  type ImageSettings,
} from '../model/read-settings.ts';
import { readTokenizer, type Tokenizer } from '../model/tokenizer.ts';
import type { CheckpointSource } from './engine.ts';

export interface CheckpointSettings {
  readonly tokenizer: Tokenizer;
  readonly template: ChatTemplate;
  readonly generation: GenerationSettings;
  readonly image: ImageSettings;
}

/**
 * @param source - with its adapter laid over it
 * @throws AssistantError `bad-data` when a file is missing or cannot be read
 */
export async function readCheckpointSettings(
  source: CheckpointSource,
): Promise<CheckpointSettings> {
  const tokenizerJson = await readJson(source, 'tokenizer.json');
  if (tokenizerJson === undefined) {
    throw new AssistantError(
      'bad-data',
      'The checkpoint has no tokenizer.json, so text cannot become tokens. Convert it again from a folder that has one.',
      { path: 'tokenizer.json' },
    );
  }
  const tokenizerConfig = await readJson(source, 'tokenizer_config.json');
  return {
    tokenizer: readTokenizer(tokenizerJson, tokenizerConfig ?? {}),
    template: readChatTemplate({
      jinja: await source.files.get('chat_template.jinja')?.text(),
      json: await readJson(source, 'chat_template.json'),
      tokenizerConfig,
    }),
    generation: readGenerationSettings(
      await readJson(source, 'generation_config.json'),
    ),
    image: await imageSettings(source),
  };
}

/** Those of the checkpoint, and pictures no larger than its adapter has learnt to see. */
async function imageSettings(source: CheckpointSource): Promise<ImageSettings> {
  const own = readImageSettings(await readJson(source, 'preprocessor_config.json'));
  const most = source.adapter?.adapter.card.mostPixels;
  if (most === undefined) return own;
  const { minPixels, maxPixels } = own.limits;
  return { ...own, limits: { minPixels, maxPixels: Math.min(maxPixels, most) } };
}

async function readJson({ files }: CheckpointSource, path: string): Promise<unknown> {
  const text = await files.get(path)?.text();
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AssistantError(
      'bad-data',
      `${path} of the checkpoint is not JSON. Install the checkpoint again.`,
      { path },
      { cause },
    );
  }
}
