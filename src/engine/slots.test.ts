import { describe, expect, test } from 'vitest';
import { Slots, type ImageRun } from './slots.ts';

const PAD = 99;
const image = (start: number, tokens: number, sha256: string): ImageRun => ({
  start,
  tokens,
  sha256,
});

/** Slots that hold this prompt. */
function filled(ids: readonly number[], images: readonly ImageRun[] = []): Slots {
  const slots = new Slots();
  slots.fill(Int32Array.from(ids), images, 0, ids.length);
  return slots;
}

const common = (slots: Slots, ids: readonly number[], images: ImageRun[] = []) =>
  slots.commonPrefix(Int32Array.from(ids), images);

describe('what a prompt has in common with the slots', () => {
  test('is everything for the same prompt and its continuation', () => {
    const slots = filled([1, 2, 3]);
    expect(common(slots, [1, 2, 3])).toBe(3);
    expect(common(slots, [1, 2, 3, 4])).toBe(3);
    expect(common(slots, [1, 2])).toBe(2);
  });

  test('ends at the first token that differs, whatever comes after it', () => {
    expect(common(filled([1, 2, 3, 4]), [1, 2, 9, 4])).toBe(2);
    expect(common(filled([1]), [2])).toBe(0);
    expect(common(new Slots(), [1])).toBe(0);
  });

  test('ends at an image that is another one, though its tokens are the same', () => {
    const ids = [1, PAD, PAD, 2];
    const slots = filled(ids, [image(1, 2, 'a')]);
    expect(common(slots, ids, [image(1, 2, 'a')])).toBe(4);
    expect(common(slots, ids, [image(1, 2, 'b')])).toBe(1);
  });

  test('ends where one image of two is swapped', () => {
    const ids = [PAD, PAD, 5, PAD, 6];
    const slots = filled(ids, [image(0, 2, 'a'), image(3, 1, 'b')]);
    expect(common(slots, ids, [image(0, 2, 'a'), image(3, 1, 'c')])).toBe(3);
    expect(common(slots, ids, [image(0, 2, 'b'), image(3, 1, 'a')])).toBe(0);
  });

  test('counts generated tokens', () => {
    const slots = filled([1, 2]);
    slots.push(7);
    expect(common(slots, [1, 2, 7, 8])).toBe(3);
    expect(common(slots, [1, 2, 8])).toBe(2);
  });
});

test('a prompt filled in parts is the whole prompt', () => {
  const ids = Int32Array.of(1, PAD, PAD, PAD, 2);
  const images = [image(1, 3, 'a')];
  const slots = new Slots();
  slots.fill(ids, images, 0, 2);
  slots.fill(ids, images, 2, 5);
  expect(slots.length).toBe(5);
  expect(slots.commonPrefix(ids, images)).toBe(5);
});

test('truncated slots forget what came after, and longer is no cut', () => {
  const slots = filled([1, 2, 3]);
  slots.truncateTo(5);
  expect(slots.length).toBe(3);
  slots.truncateTo(1);
  slots.push(8);
  expect(common(slots, [1, 8, 3])).toBe(2);
});

test('truncated slots forget the images too', () => {
  const slots = filled([1, PAD, PAD, 2], [image(1, 2, 'a')]);
  slots.truncateTo(1);
  const ids = [1, 3, PAD, PAD];
  slots.fill(Int32Array.from(ids), [image(2, 2, 'b')], 1, 4);
  expect(common(slots, ids, [image(2, 2, 'b')])).toBe(4);
  expect(common(slots, ids, [image(2, 2, 'a')])).toBe(2);
});
