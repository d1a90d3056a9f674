import { expect, test } from 'vitest';
import { kindOf, requestsCsv } from './requests.ts';

const row = (target: string) => ({ target, count: 1, bytes: 0 });

test.each([
  ['/', 'page'],
  ['/index.html', 'page'],
  ['/assets/index-1.js', 'code'],
  ['/ort/ort-wasm.wasm', 'runtime'],
  ['/checkpoints/clinic-mini/manifest.json', 'checkpoint'],
  ['/icons/icon.svg', 'other'],
  ['https://elsewhere.example/a.js', 'elsewhere'],
])('%s is of kind %s', (target, kind) => {
  expect(kindOf(row(target))).toBe(kind);
});

test('an attempt that was refused is of its own kind', () => {
  const target = 'https://elsewhere.example/';
  expect(kindOf({ target, count: 1, bytes: 0, isBlocked: true })).toBe('blocked');
});

test('a comma or a quotation mark in a path stays in its cell', () => {
  const days = [{ day: '', rows: [row('/a,"b"')] }];
  expect(requestsCsv(days).split('\r\n')[1]).toBe('before,other,"/a,""b""",1,0');
});
