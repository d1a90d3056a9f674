/** @file What a checkpoint is called that nobody gave a name. */
import { readJson } from './read-json.ts';

/** For a folder that says nothing of itself and whose own name is not known, as in a browser. */
const NAMELESS = 'Qwen2.5-VL checkpoint';

/** Where transformers wrote down which checkpoint it loaded: a repository or a path. */
const FIELD = '_name_or_path';

/**
 * The name config.json knows, else that of the folder.
 *
 * @param folder - name of the folder the files lie in, or its path
 */
export async function sourceName(
  configFile: Blob,
  folder: string | undefined,
): Promise<string> {
  const config = (await readJson('config.json', configFile)) as Record<string, unknown>;
  const known = config[FIELD];
  return (
    (typeof known === 'string' ? nameInPath(known) : undefined) ??
    (folder === undefined ? undefined : nameInPath(folder)) ??
    NAMELESS
  );
}

/**
 * `Qwen2.5-VL-3B-Instruct` of `Qwen/Qwen2.5-VL-3B-Instruct`, of a folder of this
 * name, or of the hub's cache: `models--Qwen--Qwen2.5-VL-3B-Instruct/snapshots/66285546…`.
 */
export function nameInPath(path: string): string | undefined {
  const parts = path.split(/[/\\]/).filter((part) => !['', '.', '..'].includes(part));
  const isSnapshot = parts.at(-2) === 'snapshots';
  const name = isSnapshot ? parts.at(-3)?.split('--').at(-1) : parts.at(-1);
  return name === '' ? undefined : name;
}
