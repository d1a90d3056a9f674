import { expect, test } from 'vitest';
import { splitBlocks } from './markdown-blocks.ts';

test('paragraphs are blocks, and joined they are the text', () => {
  const text = 'One.\n\nTwo,\nstill two.\n\n\nThree.';
  expect(splitBlocks(text)).toEqual(['One.\n\n', 'Two,\nstill two.\n\n\n', 'Three.']);
  expect(splitBlocks(text).join('')).toBe(text);
});

test('a list with blank lines between its items stays one block', () => {
  const text = '1. a\n\n   more of a\n\n2. b\n\nAfter.';
  expect(splitBlocks(text)).toEqual(['1. a\n\n   more of a\n\n2. b\n\n', 'After.']);
});

test('a code fence keeps its blank lines until it closes', () => {
  const text = '```py\na\n\nb\n```\n\nAfter.';
  expect(splitBlocks(text)).toEqual(['```py\na\n\nb\n```\n\n', 'After.']);
});

test('an unclosed fence swallows the rest', () => {
  expect(splitBlocks('~~~\na\n\n```\n\nb')).toHaveLength(1);
});

test('every prefix of a growing text keeps the earlier blocks as they were', () => {
  const text =
    'Intro\n\n- a\n- b\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n```\nq\n\nr\n```\n\nEnd\n';
  const whole = splitBlocks(text);
  expect(whole).toHaveLength(5);
  for (let end = 0; end <= text.length; end++) {
    const blocks = splitBlocks(text.slice(0, end));
    expect(blocks.join('')).toBe(text.slice(0, end));
    for (const [index, block] of blocks.slice(0, -1).entries()) {
      expect(whole[index]?.startsWith(block.trimEnd())).toBe(true);
    }
  }
});
