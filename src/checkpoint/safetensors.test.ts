import { describe, expect, it } from 'vitest';
import { concatBytes } from '../base/bytes.ts';
import { openSafetensors } from './safetensors.ts';
import { readTensor } from './tensor-source.ts';

interface Described {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}

function safetensors(
  header: Readonly<Record<string, Described | Record<string, string>>>,
  data: Uint8Array,
): Blob {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const length = new Uint8Array(BigUint64Array.of(BigInt(json.length)).buffer);
  return new Blob([concatBytes([length, json, data]) as Uint8Array<ArrayBuffer>]);
}

/** 1, −2, 0.5 in each of the types; f16 and bf16 begin at odd multiples of 2. */
const DATA = concatBytes([
  new Uint8Array(Float32Array.of(1, -2, 0.5).buffer),
  new Uint8Array(Uint16Array.of(0x3c00, 0xc000, 0x3800).buffer),
  new Uint8Array(Uint16Array.of(0x3f80, 0xc000, 0x3f00).buffer),
]);
const HEADER = {
  __metadata__: { format: 'pt' },
  'model.language_model.norm.weight': {
    dtype: 'F32',
    shape: [3],
    data_offsets: [0, 12],
  },
  'model.visual.a': { dtype: 'F16', shape: [3, 1], data_offsets: [12, 18] },
  'visual.b': { dtype: 'BF16', shape: [3], data_offsets: [18, 24] },
} as const;

const one = (blob: Blob): Map<string, Blob> => new Map([['model.safetensors', blob]]);

/** The header with one tensor described otherwise. */
const withTensor = (changes: Partial<Described>): Map<string, Blob> =>
  one(
    safetensors({ ...HEADER, 'visual.b': { ...HEADER['visual.b'], ...changes } }, DATA),
  );

describe('safetensors', () => {
  it('gives f32 from every type, under the older names', async () => {
    const source = await openSafetensors(one(safetensors(HEADER, DATA)));
    expect(source.names()).toEqual(['model.norm.weight', 'visual.a', 'visual.b']);
    expect(source.metadata).toEqual({ format: 'pt' });
    for (const name of source.names()) {
      expect([...(await readTensor(source, name))]).toEqual([1, -2, 0.5]);
    }
    expect([...(await source.readRows('visual.a', 1, 3))]).toEqual([-2, 0.5]);
    expect(source.describe('visual.a')).toMatchObject({
      dtype: 'F16',
      shape: [3, 1],
      bytes: 6,
    });
    expect(source.describe('visual.c')).toBeUndefined();
  });

  it('follows an index over several files', async () => {
    const weight_map = {
      'visual.b': 'second.safetensors',
      'model.visual.a': 'first.safetensors',
    };
    const index = new Blob([JSON.stringify({ metadata: {}, weight_map })]);
    const blob = safetensors(HEADER, DATA);
    const files = new Map([
      ['model.safetensors.index.json', index],
      ['first.safetensors', blob],
      ['second.safetensors', blob],
      ['golden.safetensors', new Blob(['not a checkpoint'])],
    ]);
    const source = await openSafetensors(files);
    expect([...(await readTensor(source, 'visual.b'))]).toEqual([1, -2, 0.5]);
    files.delete('second.safetensors');
    await expect(openSafetensors(files)).rejects.toThrow(
      'names second.safetensors, which is not in the folder',
    );
    files.set('second.safetensors', safetensors({}, DATA));
    await expect(openSafetensors(files)).rejects.toThrow(
      'second.safetensors lacks the tensor "visual.b"',
    );
  });

  it('refuses damaged files, naming file and tensor', async () => {
    const whole = safetensors(HEADER, DATA);
    const refusals: [Map<string, Blob>, string | RegExp][] = [
      [
        one(whole.slice(0, whole.size - 1)),
        /ends at byte \d+, but "visual.b" reaches to/,
      ],
      [one(whole.slice(0, 40)), /says its header is \d+ bytes, in a file of 40/],
      [one(whole.slice(0, 5)), 'is 5 bytes long, too short'],
      [withTensor({ data_offsets: [18, 23] }), 'gives "visual.b" BF16 [3] 5 bytes'],
      [withTensor({ data_offsets: [20, 18] }), 'gives "visual.b"'],
      [
        withTensor({ data_offsets: [16, 22] }),
        '"model.visual.a" and "visual.b" overlap',
      ],
      [withTensor({ shape: [-3] }), 'describes "visual.b" in a way we cannot read'],
      [
        withTensor({ shape: [1e300, 1e300] }),
        'describes "visual.b" in a way we cannot read',
      ],
    ];
    for (const [files, message] of refusals) {
      await expect(openSafetensors(files)).rejects.toThrow(message);
    }
  });

  it('says which type it cannot read when that tensor is asked for', async () => {
    const source = await openSafetensors(withTensor({ dtype: 'F8_E4M3' }));
    await expect(readTensor(source, 'visual.b')).rejects.toThrow(
      '"visual.b" is F8_E4M3',
    );
  });
});
