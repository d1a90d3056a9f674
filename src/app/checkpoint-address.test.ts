import { expect, test } from 'vitest';
import { readCheckpointAddress } from './checkpoint-address.ts';

test.each([
  [' /checkpoints/mini ', '/checkpoints/mini/'],
  ['/checkpoints/mini/manifest.json', '/checkpoints/mini/'],
  ['/checkpoints/mini//', '/checkpoints/mini/'],
  ['https://a.example/x/y', 'https://a.example/x/y/'],
  ['https://a.example', 'https://a.example/'],
  ['http://localhost:4173/x/manifest.json?download=1#top', 'http://localhost:4173/x/'],
  ['https://a.example/with space/', 'https://a.example/with%20space/'],
])('%j is the folder %j', (text, folder) => {
  expect(readCheckpointAddress(text)).toBe(folder);
});

test.each([
  '',
  'mini',
  'a.example/x',
  '//a.example/x',
  'file:///c/x',
  'https://me@a.example',
])('%j is refused with what an address looks like', (text) => {
  expect(() => readCheckpointAddress(text)).toThrow(
    expect.objectContaining({
      kind: 'bad-input',
      message: expect.stringContaining('such as /checkpoints/name/'),
      details: { what: 'address', name: text },
    }),
  );
});
