import { expect, test } from 'vitest';
import { finishedLength, spoken } from './finished-sentences.ts';

test('only whole sentences are finished', () => {
  expect(finishedLength('Rest the leg. Then')).toBe('Rest the leg.'.length);
  expect(finishedLength('Rest the leg')).toBe(0);
  expect(finishedLength('Give 0.5 mg and')).toBe(0);
});

test('a Chinese sentence ends at its full stop', () => {
  expect(finishedLength('先做心电图。然后')).toBe('先做心电图。'.length);
});

test('the number of a list item does not end a sentence, its line does', () => {
  expect(finishedLength('1. Rest')).toBe(0);
  expect(finishedLength('1. Rest\n2. Ice')).toBe('1. Rest\n'.length);
});

test('Markdown marks are not spoken', () => {
  expect(spoken('## Plan\n\n- **Rest** the [leg](http://x)\n| a | b |')).toBe(
    'Plan Rest the leg a b',
  );
});
