/** @file The files that travel with the weights as they are. */

const SMALL_FILES = [
  'config.json',
  'generation_config.json',
  'preprocessor_config.json',
  'tokenizer.json',
  'tokenizer_config.json',
  'chat_template.json',
  'chat_template.jinja',
  'README.md', // the model card
  'LICENSE',
  'NOTICE',
];

/** Those of them that a folder has. */
export function pickSmallFiles(files: ReadonlyMap<string, Blob>): Map<string, Blob> {
  const picked = new Map<string, Blob>();
  for (const name of SMALL_FILES) {
    const blob = files.get(name);
    if (blob) picked.set(name, blob);
  }
  return picked;
}
