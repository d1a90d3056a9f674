import { expect, test } from 'vitest';
import type { Training } from './adapter-training.ts';
import { judgeSeeing } from './understands-images.ts';

const session = (stage: string, evaluation: Record<string, number>) => ({
  ended: '2026-11-23T00:00:00Z',
  commit: 'abc',
  stage,
  steps: 1,
  isWhole: true,
  seconds: 60,
  evaluation,
});
const trained = (images: number, top1: number, ...more: string[]): Training => ({
  data: undefined,
  sessions: [
    session('tower', { images, top1, top3: 1 }),
    ...more.map((stage) => session(stage, { conversations: 9, perplexity: 3 })),
  ],
});

test.each<[string, boolean, Training]>([
  ['many pictures named, learnt in words', true, trained(222, 0.56, 'captions')],
  ['named, but never in words', false, trained(222, 0.56)],
  ['too few named', false, trained(222, 0.4, 'captions')],
  ['too few pictures to tell', false, trained(20, 0.9, 'captions')],
  ['nothing recorded', false, { data: undefined, sessions: [] }],
])('%s: %s', (_name, expected, training) => {
  expect(judgeSeeing(training, undefined).understandsImages).toBe(expected);
});
