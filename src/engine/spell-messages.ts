/** @file The prompt of a request in words, as the loaded checkpoint would read it. */
import { must } from '../base/assert.ts';
import { spellPrompt } from '../model/prompt.ts';
import { imagesOf, type LoadedCheckpoint, noTower } from './answer.ts';
import type { ChatMessage, SpelledPrompt } from './engine.ts';

/** @throws AssistantError `unsupported` for images without a tower, `bad-input` for an image that cannot be used */
export async function spellMessages(
  { settings, network, images }: LoadedCheckpoint,
  messages: readonly ChatMessage[],
): Promise<SpelledPrompt> {
  const { template, tokenizer } = settings;
  const inputs = imagesOf(messages);
  if (inputs.length > 0 && network.tower.config.depth === 0) throw noTower();
  const grids = new Map(
    await Promise.all(
      inputs.map(async (image) => {
        const { gridThw } = await images.describe(image);
        return [image.sha256, gridThw] as const;
      }),
    ),
  );
  return spellPrompt({
    messages,
    template,
    tokenizer,
    config: network.source.manifest.config,
    gridOf: (sha256) => must(grids.get(sha256), 'every image was described'),
  });
}
