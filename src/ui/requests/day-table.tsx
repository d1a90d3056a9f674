/** @file The requests of one day: sums in a line, each target below it. */
import { TriangleAlert } from 'lucide-react';
import type { RequestDay } from '../../app/actions.ts';
import { kindOf, type RequestKind } from '../../app/requests.ts';
import type { Language } from '../../app/state.ts';
import { formatBytes, formatCount, formatDay } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './requests.module.css';

interface DayTableProps {
  readonly day: RequestDay;
  readonly isOpen: boolean;
}

const ORDER: readonly RequestKind[] = [
  'blocked',
  'elsewhere',
  'page',
  'code',
  'runtime',
  'checkpoint',
  'other',
];

/** "22 Nov 2026"; what is older than all days is `before`. */
export function dayName(day: string, language: Language, before: string): string {
  return day === '' ? before : formatDay(Date.parse(`${day}T12:00`), language);
}

export function DayTable({ day: { day, rows }, isOpen }: DayTableProps) {
  const strings = useStrings().requests;
  const language = useLanguage();
  const name = dayName(day, language, strings.before);
  const made = rows.filter((row) => row.isBlocked !== true);
  const requests = made.reduce((sum, row) => sum + row.count, 0);
  const bytes = made.reduce((sum, row) => sum + row.bytes, 0);
  const sorted = rows.toSorted(
    (a, b) =>
      ORDER.indexOf(kindOf(a)) - ORDER.indexOf(kindOf(b)) ||
      a.target.localeCompare(b.target),
  );
  return (
    <details className={css.day} open={isOpen}>
      <summary>
        <span className={css.dayName}>{name}</span>
        <span className={css.soft}>
          {strings.requests(formatCount(requests, language))} ·{' '}
          {formatBytes(bytes, language)}
        </span>
      </summary>
      <div className={css.scroll} role="group" aria-label={name} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{strings.kind}</th>
              <th scope="col">{strings.target}</th>
              <th scope="col" className={css.number}>
                {strings.count}
              </th>
              <th scope="col" className={css.number}>
                {strings.bytes}
              </th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => (
              <Row key={`${kindOf(row)} ${row.target}`} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function Row({ row }: { readonly row: RequestDay['rows'][number] }) {
  const strings = useStrings().requests;
  const language = useLanguage();
  const kind = kindOf(row);
  const isForeign = kind === 'blocked' || kind === 'elsewhere';
  return (
    <tr className={isForeign ? css.foreignRow : undefined}>
      <td className={css.kind}>
        {isForeign && <TriangleAlert size={14} aria-hidden />}
        {strings.kinds[kind]}
      </td>
      <td className={css.target}>{row.target}</td>
      <td className={css.number}>{formatCount(row.count, language)}</td>
      <td className={css.number}>
        {row.bytes === 0 ? '–' : formatBytes(row.bytes, language)}
      </td>
    </tr>
  );
}
