import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import type { AuditEntry } from '../store/audit.ts';
import { auditFile } from './audit-file.ts';

const ENTRIES = (['unlock', 'ask', 'answer'] as const).map((what, at): AuditEntry => ({
  seq: at + 1,
  timeMs: at,
  what,
  hash: `h${at + 1}`,
  previous: at === 0 ? '' : `h${at}`,
  ...(what !== 'unlock' && { conversationId: 'c1' }),
}));

/** What the first line of the file tells people to do. */
function isWhole(lines: readonly string[]): boolean {
  const chained = lines.slice(1).every((line, at) => {
    const before = must(lines[at], 'there is a line before');
    const hash = createHash('sha256').update(before).digest('hex');
    return (JSON.parse(line) as { previousLine: string }).previousLine === hash;
  });
  const last = JSON.parse(must(lines.at(-1), 'it has lines')) as object;
  return chained && 'end' in last;
}

test('a line an entry, and who follows the hashes finds whatever was changed', async () => {
  const file = await auditFile({ entries: ENTRIES, faults: [] });
  const lines = file.trimEnd().split('\n');
  expect(lines).toHaveLength(5);
  expect(JSON.parse(must(lines[2], 'the second entry'))).toMatchObject({
    seq: 2,
    time: '1970-01-01T00:00:00.001Z',
    what: 'ask',
    conversationId: 'c1',
    hash: 'h2',
    previous: 'h1',
  });
  expect(isWhole(lines)).toBe(true);
  for (const at of lines.keys()) {
    const changed = lines.map((line, place) =>
      place === at ? line.replace('"', ' "') : line,
    );
    const isLast = at === lines.length - 1;
    expect(isWhole(changed), `line ${at} changed`).toBe(isLast);
    expect(isWhole(lines.toSpliced(at, 1)), `line ${at} removed`).toBe(at === 0);
  }
});

test('says where the chain of the profile was broken', async () => {
  const file = await auditFile({
    entries: ENTRIES,
    faults: [{ kind: 'missing', seq: 4 }],
  });
  expect(JSON.parse(must(file.split('\n')[0], 'a first line'))).toMatchObject({
    faults: [{ kind: 'missing', seq: 4 }],
    howToCheck: expect.stringContaining('SHA-256') as string,
  });
});
