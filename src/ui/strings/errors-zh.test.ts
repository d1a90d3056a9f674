import { describe, expect, test } from 'vitest';
import {
  AssistantError,
  type ErrorDetails,
  type ErrorKind,
  toErrorRecord,
} from '../../base/errors.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** Every kind, in every form its details take; a new kind does not compile without one. */
const CASES: { readonly [K in ErrorKind]: readonly ErrorDetails[K][] } = {
  aborted: [{ by: 'person' }, { by: 'page' }],
  unsupported: [{ missing: 'webgpu' }, { missing: 'rope_scaling of kind yarn' }],
  'out-of-memory': [
    { where: 'gpu' },
    { where: 'wasm', neededBytes: 3_000_000_000 },
    { where: 'disk', neededBytes: 1 },
  ],
  'device-lost': [{ reason: '' }, { reason: 'destroyed' }],
  'self-check-failed': [{ tried: [] }, { tried: ['WebGPU f16', 'WebGPU f32'] }],
  'bad-input': [
    { what: 'image' },
    { what: 'image', why: 'format', name: 'scan.dcm' },
    { what: 'image', why: 'too-large', name: 'huge.png' },
    { what: 'image', why: 'too-narrow' },
    { what: 'image', why: 'damaged', name: 'cut-off.jpg' },
    { what: 'image', why: 'empty', name: 'empty.pdf' },
    { what: 'image', why: 'password', name: 'locked.pdf' },
    { what: 'image', why: 'too-slow', name: 'endless.pdf' },
    { what: 'question' },
    { what: 'context-full' },
    { what: 'folder' },
    { what: 'address', name: 'x' },
    { what: 'option' },
    { what: 'passphrase' },
  ],
  'bad-data': [
    { path: 'layers-00.bin' },
    { path: 'logits' },
    { path: 'indexeddb:pulsemind' },
    { path: 'archive:truncated' },
    { path: 'archive:changed' },
  ],
  'not-writer': [{ epoch: 3 }],
  'storage-failed': [{ reason: 'UnknownError' }, { reason: 'InvalidStateError' }],
  network: [
    { url: '/checkpoints/x/manifest.json' },
    { url: 'https://a.example/manifest.json', isOtherSite: true },
    { url: '/checkpoints/x/manifest.json', status: 404 },
    { url: '/checkpoints/x/manifest.json', status: 503 },
  ],
};
const KINDS = Object.keys(CASES) as ErrorKind[];
const recordsOf = (kind: ErrorKind) =>
  CASES[kind].map((details) =>
    toErrorRecord(new AssistantError(kind, `What ${kind} says.`, details as never)),
  );
const BUG = zh.sayError(toErrorRecord(new Error('Broken promise.')));

describe.each(KINDS)('%s', (kind) => {
  test('has a title and a sentence in both languages', () => {
    expect(en.errorTitle[kind]).not.toBe('');
    expect(zh.errorTitle[kind]).toMatch(/\p{Script=Han}/u);
    for (const record of recordsOf(kind)) {
      expect(en.sayError(record)).toBe(`What ${kind} says.`);
      const said = zh.sayError(record);
      expect(said).toMatch(/\p{Script=Han}.*。$/u);
      expect(said).not.toContain('undefined');
      expect(said).not.toContain('What');
      expect(said, 'it does not fall through').not.toBe(BUG);
    }
  });

  test('says something else for other details', () => {
    const said = recordsOf(kind).map((record) => zh.sayError(record));
    expect(new Set(said).size).toBe(said.length);
  });

  test('is said although an older version kept no details', () => {
    for (const details of [undefined, null, {}]) {
      const said = zh.sayError({ kind, message: 'Old.', details });
      expect(said).toMatch(/\p{Script=Han}/u);
      expect(said).not.toMatch(/undefined|null|Old/);
    }
  });
});

test('the values of the details are in the sentence', () => {
  const said = (kind: ErrorKind, at: number) => {
    const record = recordsOf(kind)[at];
    return record && zh.sayError(record);
  };
  expect(said('out-of-memory', 1)).toContain('3000 MB');
  expect(said('bad-data', 0)).toContain('layers-00.bin');
  expect(said('network', 1)).toContain('connect-src');
  expect(said('network', 3)).toContain('503');
  expect(said('unsupported', 1)).toContain('yarn');
  expect(said('self-check-failed', 1)).toContain('WebGPU f16、WebGPU f32');
  expect(said('bad-input', 1)).toContain('scan.dcm');
});

test('a kind of a newer version, and a bug, are told as a bug', () => {
  const unknown = { kind: 'from-tomorrow' as ErrorKind, message: 'x', details: {} };
  expect(zh.sayError(unknown)).toBe(BUG);
  expect(zh.sayError({ ...unknown, kind: 'toString' as ErrorKind })).toBe(BUG);
  expect(BUG).toMatch(/重新加载页面/);
});
