import { expect, test } from 'vitest';
import { goesInCircles } from './goes-in-circles.ts';

const SENTENCE = 'The treatment is a procedure that removes the surrounding tissue. ';

test('an answer that repeats one sentence goes in circles from the fourth time on', () => {
  expect(goesInCircles(SENTENCE.repeat(3))).toBe(false);
  expect(goesInCircles(SENTENCE.repeat(4))).toBe(true);
  expect(goesInCircles(`${SENTENCE.repeat(4)}But then it says another thing.`)).toBe(
    false,
  );
});

test('a long answer that says many things does not', () => {
  const text = Array.from({ length: 60 }, (_, i) => `Point ${i} is another one.`).join(
    ' ',
  );
  expect(goesInCircles(text)).toBe(false);
});
