import { expect, test } from 'vitest';
import { DerivedFile, type DerivedPart } from './derived-file.ts';

/** Parts of 4 bytes at 0, 16 and 32, filled with their number; says which were computed. */
function file(): { whole: DerivedFile; computed: number[] } {
  const computed: number[] = [];
  const parts = [1, 2, 3].map((number, i): DerivedPart => ({
    offset: i * 16,
    bytes: 4,
    fill: (target) => {
      computed.push(number);
      return Promise.resolve(void target.fill(number));
    },
  }));
  return { whole: new DerivedFile(parts, 48), computed };
}

const bytesOf = async (blob: Blob) => [...new Uint8Array(await blob.arrayBuffer())];

test('a slice computes its own part and no other', async () => {
  const { whole, computed } = file();
  const slice = whole.slice(16, 20);
  expect(computed).toEqual([]);
  expect(slice.size).toBe(4);
  expect(await bytesOf(slice)).toEqual([2, 2, 2, 2]);
  expect(computed).toEqual([2]);
});

test('the whole file has every part in its place and zeros between', async () => {
  const expected = Array.from({ length: 48 }, (_, i) =>
    i % 16 < 4 ? Math.floor(i / 16) + 1 : 0,
  );
  expect(await bytesOf(file().whole)).toEqual(expected);
});

test('read as a stream it gives the same bytes, when it is pulled', async () => {
  const { whole, computed } = file();
  const stream = whole.slice(32, 36).stream();
  await Promise.resolve();
  expect(computed).toEqual([]);
  expect([...new Uint8Array(await new Response(stream).arrayBuffer())]).toEqual([
    3, 3, 3, 3,
  ]);
});

test('an empty slice ends at once', async () => {
  const stream = file().whole.slice(0, 0).stream();
  expect(await new Response(stream).text()).toBe('');
});

test('a slice through a part is a broken promise', () => {
  expect(() => file().whole.slice(2, 20)).toThrow('a slice cuts no part');
});

test('it is a Blob, as onnxruntime asks', () => {
  expect(file().whole).toBeInstanceOf(Blob);
  expect(file().whole.size).toBe(48);
});
