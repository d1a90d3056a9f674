import { expect, test } from 'vitest';
import { ORIGIN } from '../testing/answer-origin.ts';
import { type AnswerOrigin, originDifferences } from './answer-origin.ts';

const { runtime, sampling } = ORIGIN;

test('what took another time or stood elsewhere is made the same way', () => {
  const times = { ...ORIGIN.times, decodeMs: 99 };
  expect(originDifferences(ORIGIN, { ...ORIGIN, times })).toEqual([]);
});

test.each<[Partial<AnswerOrigin>, string]>([
  [{ app: '0.2.0' }, 'app'],
  [{ checkpointSha256: '5'.repeat(64) }, 'checkpoint'],
  [{ runtime: { ...runtime, name: 'webgpu-jspi' } }, 'runtime'],
  [{ runtime: { ...runtime, version: '1.31.0' } }, 'runtime'],
  [{ runtime: { ...runtime, device: 'apple m2' } }, 'device'],
  [{ runtime: { ...runtime, floatType: 'f16' } }, 'float-type'],
  [{ promptSha256: '5'.repeat(64) }, 'prompt'],
  [{ sampling: { ...sampling, seed: 8 } }, 'sampling'],
])('%j is a difference: %s', (change, difference) => {
  expect(originDifferences(ORIGIN, { ...ORIGIN, ...change })).toEqual([difference]);
});
