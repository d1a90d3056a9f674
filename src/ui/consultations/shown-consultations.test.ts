import { expect, test } from 'vitest';
import type { ConversationSummary } from '../../app/state.ts';
import { ALL, shownGroups, tagsOf } from './shown-consultations.ts';

const one = (
  id: string,
  updatedMs: number,
  more: Partial<ConversationSummary> = {},
): ConversationSummary => ({
  id,
  title: id,
  tags: [],
  createdMs: 0,
  updatedMs,
  ...more,
});

const NOW = Date.UTC(2026, 0, 10, 12);
const KEPT = [
  one('new', NOW - 1),
  one('old pin', 5, { shelf: 'pinned', tags: ['ecg'] }),
  one('newer pin', 9, { shelf: 'pinned' }),
  one('away', NOW - 2, { shelf: 'archived', tags: ['ecg', 'b'] }),
];
const idsOf = (filter: Parameters<typeof shownGroups>[1]) =>
  shownGroups(KEPT, filter, NOW).map(([group, all]) => [
    group,
    all.map(({ id }) => id),
  ]);

test('pinned ones stand first, the newest of them at the top, and archived ones nowhere', () => {
  expect(idsOf(ALL)).toEqual([
    ['pinned', ['newer pin', 'old pin']],
    ['today', ['new']],
  ]);
});

test('the archive shows only what is in it', () => {
  expect(idsOf({ isArchive: true, tag: undefined })).toEqual([['today', ['away']]]);
});

test('a tag leaves out what does not have it', () => {
  expect(idsOf({ isArchive: false, tag: 'ecg' })).toEqual([['pinned', ['old pin']]]);
  expect(idsOf({ isArchive: true, tag: 'none' })).toEqual([]);
});

test('every tag is listed once', () => expect(tagsOf(KEPT)).toEqual(['b', 'ecg']));
