/** @file The address of a converted checkpoint, as a person writes it. */
import { AssistantError } from '../base/errors.ts';

/**
 * The folder that holds the manifest, ending in a slash: a whole address, or a
 * path of this site. The manifest's own address is taken for its folder's.
 *
 *   https://models.example.org/lingshu-7b/manifest.json?download=true
 *   →  https://models.example.org/lingshu-7b/
 *
 * @throws AssistantError 'bad-input' that says what an address looks like
 */
export function readCheckpointAddress(text: string): string {
  const address = text.trim();
  const isPath = /^\/(?!\/)/.test(address);
  const whole = isPath ? `https://this.site${address}` : address;
  if (!/^https?:/i.test(whole) || !URL.canParse(whole)) throw noAddress(address);
  const url = new URL(whole);
  if (url.username !== '') throw noAddress(address);
  const folder = url.pathname.replace(/(\/manifest\.json)?\/*$/, '/');
  return isPath ? folder : url.origin + folder;
}

/** What is shown of an address until its checkpoint says its own name. */
export function lastPart(address: string): string {
  return address.split('/').findLast((part) => part !== '') ?? address;
}

function noAddress(text: string): AssistantError<'bad-input'> {
  return new AssistantError(
    'bad-input',
    `“${text}” is no address of a checkpoint. Write the folder that holds manifest.json: a path of this site, such as /checkpoints/name/, or a whole address that begins with https://.`,
    { what: 'address', name: text },
  );
}
