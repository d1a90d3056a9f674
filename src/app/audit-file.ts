/**
 * @file The record of use as a file: JSON Lines, each naming the SHA-256 of the
 * line before, so that nobody needs a key to see whether the file is whole.
 *
 *   {"format":"pulsemind-audit", …, "howToCheck": …}
 *   {"seq":1, …, "hash": …, "previousLine": sha256(line above)}
 *   {"end":true, "entries":1, "previousLine": sha256(line above)}
 *
 * `hash` and `previous` are those of the profile, whose own chain is over sealed
 * entries: the file can be compared with the profile later.
 */
import { sha256Hex } from '../base/sha256.ts';
import type { AuditReport } from '../store/audit.ts';
import { APP_VERSION } from './version.ts';

const HOW_TO_CHECK =
  'Each line but this one holds in "previousLine" the SHA-256 (hexadecimal) of the UTF-8 bytes of the line before it, without its line feed. Compute them from the top; the last line has "end": true and the number of entries. "hash" and "previous" are the chain of the profile itself, over its encrypted entries; "faults" are the places where that chain was broken when this file was made.';

export async function auditFile({ entries, faults }: AuditReport): Promise<string> {
  const lines = [
    JSON.stringify({
      format: 'pulsemind-audit',
      version: 1,
      app: `PulseMind ${APP_VERSION}`,
      time: new Date().toISOString(),
      howToCheck: HOW_TO_CHECK,
      faults,
    }),
  ];
  const add = async (value: object) => {
    const before = new TextEncoder().encode(lines.at(-1) ?? '');
    lines.push(JSON.stringify({ ...value, previousLine: await sha256Hex(before) }));
  };
  for (const { seq, timeMs, ...event } of entries) {
    await add({ seq, time: new Date(timeMs).toISOString(), ...event });
  }
  await add({ end: true, entries: entries.length });
  return `${lines.join('\n')}\n`;
}
