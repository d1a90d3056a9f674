import { deflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { concatBytes } from '../base/bytes.ts';
import { unzip } from './unzip.ts';

interface ZipEntry {
  readonly name: string;
  readonly text: string;
  readonly isDeflated: boolean;
}

function record(
  signature: number,
  fields: readonly [bytes: 2 | 4, value: number][],
): Uint8Array {
  const bytes = new Uint8Array(4 + fields.reduce((sum, [size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  let at = 4;
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return bytes;
}

/** A zip archive by its specification; checksums and dates are left zero. */
function zip(entries: readonly ZipEntry[], comment = ''): Blob {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const files: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, text, isDeflated } of entries) {
    const stored = isDeflated ? new Uint8Array(deflateRawSync(text)) : encode(text);
    const common: [2 | 4, number][] = [
      [2, 20],
      [2, 0],
      [2, isDeflated ? 8 : 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, stored.length],
      [4, encode(text).length],
      [2, name.length],
    ];
    const local = record(0x04034b50, [...common, [2, 3]]); // three bytes of extra field
    files.push(local, encode(name), new Uint8Array(3), stored);
    const tail: [2 | 4, number][] = [
      [2, 0],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, offset],
    ];
    directory.push(record(0x02014b50, [[2, 20], ...common, ...tail]), encode(name));
    offset += local.length + name.length + 3 + stored.length;
  }
  const listed = concatBytes(directory);
  const end = record(0x06054b50, [
    [2, 0],
    [2, 0],
    [2, entries.length],
    [2, entries.length],
    [4, listed.length],
    [4, offset],
    [2, comment.length],
  ]);
  const parts = [...files, listed, end, encode(comment)];
  return new Blob([concatBytes(parts) as Uint8Array<ArrayBuffer>]);
}

const ENTRIES = [
  { name: 'a/stored.txt', text: 'as it is', isDeflated: false },
  { name: 'a/packed.txt', text: 'packed '.repeat(100), isDeflated: true },
];

it('takes a stored and a packed file out of an archive', async () => {
  const archive = zip(ENTRIES, 'a comment at the end');
  for (const { name, text } of ENTRIES) {
    expect(new TextDecoder().decode(await unzip(archive, name.slice(2)))).toBe(text);
  }
});

it('says what is wrong with an archive', async () => {
  await expect(unzip(zip(ENTRIES), 'missing.txt')).rejects.toThrow(
    'has no file "missing.txt"',
  );
  await expect(unzip(new Blob(['no zip archive at all']), 'a')).rejects.toThrow(
    'is not a zip',
  );
});
