import { expect, test, vi } from 'vitest';
import type { Audit } from './audit.ts';
import { noteRedFlags } from './red-flag-note.ts';

test('a turn with red flags is noted by the ids of its rules, without its words', () => {
  const audit = { note: vi.fn<Audit['note']>() };
  noteRedFlags({ audit } as never, 'c1', 'Jane Roe, SpO2 82%, BP 80/40');
  expect(audit.note.mock.calls).toEqual([
    [
      {
        what: 'red-flag',
        conversationId: 'c1',
        subject: 'vital/low-oxygen, vital/low-pressure',
      },
    ],
  ]);
});

test('a turn without any leaves no note', () => {
  const audit = { note: vi.fn<Audit['note']>() };
  noteRedFlags({ audit } as never, 'c1', 'No chest pain. SpO2 98%.');
  expect(audit.note).not.toHaveBeenCalled();
});
