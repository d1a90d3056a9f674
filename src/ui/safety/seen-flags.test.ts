import { expect, test } from 'vitest';
import { seenFlags } from './seen-flags.ts';

test('a flag of the draft and of the turn before stands there once, in the words of the draft', () => {
  const flags = seenFlags(['Sats 84%', 'SpO2 88%. TIA this morning.']);

  expect(flags.map(({ rule }) => rule.id)).toEqual([
    'vital/low-oxygen',
    'neurologic/transient-attack',
  ]);
  expect(flags[0]?.words).toEqual(['Sats 84%']);
});

test('what can wait until evening stands below what cannot', () => {
  const flags = seenFlags(['TIA this morning', '血氧84%']);
  expect(flags.map(({ rule }) => rule.tier)).toEqual(['ed-now', 'same-day']);
});
