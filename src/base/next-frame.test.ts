import { expect, test, vi } from 'vitest';
import { NextFrame } from './next-frame.ts';

test('of many changes the last is made, those of others with it', async () => {
  const frames = new NextFrame();
  const made: string[] = [];
  for (const text of ['a', 'ab', 'abc']) frames.ask('text', () => made.push(text));
  frames.ask('speed', () => made.push('3'));
  expect(made).toEqual([]);
  await vi.waitFor(() => expect(made).toEqual(['abc', '3']));
  frames.ask('text', () => made.push('abcd'));
  await vi.waitFor(() => expect(made).toEqual(['abc', '3', 'abcd']));
});

test('what is settled is made at once and not again; what is dropped never', async () => {
  const frames = new NextFrame();
  const made: string[] = [];
  frames.ask('settled', () => made.push('settled'));
  frames.ask('dropped', () => made.push('dropped'));
  frames.settle('settled');
  frames.settle('nobody');
  frames.drop('dropped');
  expect(made).toEqual(['settled']);
  frames.ask('next', () => made.push('next'));
  await vi.waitFor(() => expect(made).toEqual(['settled', 'next']));
});
