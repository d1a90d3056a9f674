/** @file JSON out of a blob, with an error that names the file. */
import { AssistantError } from '../base/errors.ts';

/**
 * The parsed JSON of a file.
 *
 * @throws AssistantError 'bad-data' when it is not JSON
 */
export async function readJson(name: string, blob: Blob): Promise<unknown> {
  try {
    return JSON.parse(await blob.text());
  } catch (cause) {
    const message = `${name} is not valid JSON. Fetch the file again.`;
    throw new AssistantError('bad-data', message, { path: name }, { cause });
  }
}

/** A blob of indented JSON, as we write it. */
export function jsonBlob(value: unknown): Blob {
  return new Blob([`${JSON.stringify(value, null, 1)}\n`]);
}
