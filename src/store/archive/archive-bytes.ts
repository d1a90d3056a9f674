/** @file The bytes of archives: read from a file, hashed, compared, read as text. */
import { readBytes } from '../../base/bytes.ts';
import { archiveError } from './archive-faults.ts';

/** The bytes [from, to) that the file has. @throws AssistantError 'bad-data' when the disk fails */
export async function readSlice(
  file: Blob,
  from: number,
  to: number,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return own(await readBytes(file, from, to));
  } catch (cause) {
    throw archiveError('unreadable', cause);
  }
}

export async function sha256(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', own(bytes)));
}

/** @throws TypeError for bytes that are no UTF-8 */
export function decodeUtf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** The same bytes, for callees who want to be told that their memory is not shared. */
function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes as Uint8Array<ArrayBuffer>;
}
