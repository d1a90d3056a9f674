import { expect, it } from 'vitest';
import { Random } from './random.ts';

function draw(seed: number): number[] {
  const random = new Random(seed);
  return Array.from({ length: 5 }, () => random.uint32());
}

it('gives the same numbers for the same seed, and others for another', () => {
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
  // Saved: checkpoints are rebuilt byte for byte from these.
  expect(draw(1)).toEqual([393288148, 2174103013, 3814759091, 2092745082, 1865176206]);
});

it('draws normal numbers of mean 0 and deviation 1', () => {
  const random = new Random(3);
  let sum = 0;
  let squares = 0;
  const n = 100_000;
  for (let i = 0; i < n; i++) {
    const x = random.normal();
    sum += x;
    squares += x * x;
  }
  expect(Math.abs(sum / n)).toBeLessThan(0.01);
  expect(Math.abs(squares / n - 1)).toBeLessThan(0.02);
});

it('draws every whole number below the limit about as often', () => {
  const random = new Random(5);
  const counts = [0, 0, 0];
  for (let i = 0; i < 30_000; i++) {
    const x = random.below(3);
    counts[x] = (counts[x] ?? NaN) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});
