/** @file One file out of a zip archive (a Python wheel is one). */
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { AssistantError } from '../base/errors.ts';
import { readBytes } from '../base/bytes.ts';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const DEFLATED = 8;

const inflate = promisify(inflateRaw);

/**
 * The bytes of the entry whose path ends with `ending`.
 *
 * @throws AssistantError 'bad-data' when the archive has none, or is no zip
 */
export async function unzip(archive: Blob, ending: string): Promise<Uint8Array> {
  const { offset, bytes, entries } = await readEnd(archive);
  const directory = await readBytes(archive, offset, offset + bytes);
  const view = new DataView(directory.buffer);
  for (
    let at = 0, i = 0;
    i < entries && view.getUint32(at, true) === DIRECTORY_ENTRY;
    i++
  ) {
    const nameBytes = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(
      directory.subarray(at + 46, at + 46 + nameBytes),
    );
    if (name.endsWith(ending)) {
      const isDeflated = view.getUint16(at + 10, true) === DEFLATED;
      const stored = await readEntry(archive, {
        offset: view.getUint32(at + 42, true),
        bytes: view.getUint32(at + 20, true),
      });
      return isDeflated ? new Uint8Array(await inflate(stored)) : stored;
    }
    at +=
      46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  throw broken(`has no file "${ending}"`);
}

/** The last record says where the directory lies; a comment may follow it. */
async function readEnd(
  archive: Blob,
): Promise<{ offset: number; bytes: number; entries: number }> {
  const tail = await readBytes(
    archive,
    Math.max(0, archive.size - 65557),
    archive.size,
  );
  const view = new DataView(tail.buffer);
  for (let at = tail.length - 22; at >= 0; at--) {
    if (view.getUint32(at, true) !== END_OF_DIRECTORY) continue;
    return {
      entries: view.getUint16(at + 10, true),
      bytes: view.getUint32(at + 12, true),
      offset: view.getUint32(at + 16, true),
    };
  }
  throw broken('is not a zip archive');
}

async function readEntry(
  archive: Blob,
  entry: { offset: number; bytes: number },
): Promise<Uint8Array> {
  const header = await readBytes(archive, entry.offset, entry.offset + 30);
  const view = new DataView(header.buffer);
  const start = entry.offset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
  return readBytes(archive, start, start + entry.bytes);
}

function broken(what: string): AssistantError<'bad-data'> {
  return new AssistantError('bad-data', `The archive ${what}. Fetch it again.`, {
    path: 'archive',
  });
}
