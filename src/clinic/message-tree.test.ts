import { describe, expect, test } from 'vitest';
import { answerMessage, userMessage } from '../testing/turns.ts';
import type { Message } from './conversation.ts';
import { branchTo, newestLeafBelow, siblingsOf } from './message-tree.ts';

/** u1 ─ a1 ─┬─ u2 ─ a2
 *           └─ u3 ─┬─ a3
 *                  └─ a4 */
const TREE = [
  turn('u1', null),
  turn('a1', 'u1'),
  turn('u2', 'a1'),
  turn('a2', 'u2'),
  turn('u3', 'a1'),
  turn('a3', 'u3'),
  turn('a4', 'u3'),
];

describe('the tree of turns', () => {
  test('a branch leads from the first turn to its leaf', () => {
    expect(idsTo('a2')).toEqual(['u1', 'a1', 'u2', 'a2']);
    expect(idsTo('a3')).toEqual(['u1', 'a1', 'u3', 'a3']);
  });

  test('without a leaf, or with one that is gone, the newest branch is shown', () => {
    expect(idsTo(undefined)).toEqual(['u1', 'a1', 'u3', 'a4']);
    expect(idsTo('gone')).toEqual(['u1', 'a1', 'u3', 'a4']);
    expect(branchTo([], undefined)).toEqual([]);
  });

  test('siblings stand in the same place', () => {
    expect(siblings('u3')).toEqual(['u2', 'u3']);
    expect(siblings('a3')).toEqual(['a3', 'a4']);
    expect(siblings('u1')).toEqual(['u1']);
  });

  test('below a turn the newest branch goes on', () => {
    expect(newestLeafBelow(TREE, 'u2')).toBe('a2');
    expect(newestLeafBelow(TREE, 'u3')).toBe('a4');
    expect(newestLeafBelow(TREE, 'u1')).toBe('a4');
  });

  test('turns that name each other as parents end nowhere else than in a branch', () => {
    const circle = [turn('x', 'y'), turn('y', 'x')];
    expect(branchTo(circle, 'y').map(({ id }) => id)).toEqual(['x', 'y']);
    expect(newestLeafBelow(circle, 'x')).toBe('y');
  });
});

function turn(id: string, parentId: string | null): Message {
  const message = id.startsWith('u') ? userMessage(id, id) : answerMessage(id, id);
  return { ...message, parentId };
}

function idsTo(leafId: string | undefined): readonly string[] {
  return branchTo(TREE, leafId).map(({ id }) => id);
}

function siblings(id: string): readonly string[] {
  const message = TREE.find((kept) => kept.id === id);
  return message === undefined ? [] : siblingsOf(TREE, message).map((kept) => kept.id);
}
