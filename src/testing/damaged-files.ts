/** @file Ways to damage a file: cut off, bits turned, numbers forged, pieces repeated, two files in one. */
import {
  array,
  constant,
  constantFrom,
  double,
  integer,
  nat,
  oneof,
  record,
  type Arbitrary,
} from 'fast-check';

/** Where something is, as a share of the length. */
const place = double({ min: 0, max: 1, noNaN: true });

export type Damage =
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'bits'; readonly at: readonly number[]; readonly bit: number }
  | { readonly kind: 'number'; readonly at: number; readonly value: number }
  | { readonly kind: 'repeat'; readonly at: number; readonly times: number }
  | { readonly kind: 'tail'; readonly of: string }
  | { readonly kind: 'head'; readonly of: string };

export const FILE_KINDS = ['jpeg', 'png', 'webp', 'heic', 'pdf'] as const;

export const damage: Arbitrary<Damage> = oneof(
  record({ kind: constant('cut' as const), at: place }),
  record({
    kind: constant('bits' as const),
    at: array(place, { minLength: 1, maxLength: 12 }),
    bit: nat(7),
  }),
  // Forged sizes, offsets and counts, most often in the header.
  record({
    kind: constant('number' as const),
    at: oneof(double({ min: 0, max: 0.15, noNaN: true }), place),
    value: constantFrom(0, 1, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff),
  }),
  record({
    kind: constant('repeat' as const),
    at: place,
    times: integer({ min: 2, max: 200 }),
  }),
  // Two files in one, and one under the head of another.
  record({ kind: constant('tail' as const), of: constantFrom(...FILE_KINDS) }),
  record({ kind: constant('head' as const), of: constantFrom(...FILE_KINDS) }),
);

/** @param originals - whole files by kind, to put beside or over it */
export function damaged(
  original: Uint8Array,
  how: Damage,
  originals: ReadonlyMap<string, Uint8Array>,
): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(original);
  const index = (share: number) => Math.floor(share * (bytes.length - 4));
  const other = (name: string) => originals.get(name) ?? bytes;
  switch (how.kind) {
    case 'cut':
      return bytes.slice(0, index(how.at));
    case 'bits':
      for (const at of how.at) {
        bytes[index(at)] = (bytes[index(at)] ?? 0) ^ (1 << how.bit);
      }
      return bytes;
    case 'number':
      new DataView(bytes.buffer).setUint32(Math.max(0, index(how.at)), how.value);
      return bytes;
    case 'repeat': {
      const from = index(how.at);
      const piece = bytes.slice(from, from + 64);
      const pieces = Array.from({ length: how.times }, () => piece);
      return joined(bytes.slice(0, from), ...pieces, bytes.slice(from));
    }
    case 'tail':
      return joined(bytes, other(how.of));
    case 'head':
      return joined(other(how.of).slice(0, 64), bytes.slice(64));
  }
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
