/** @file Tables in Markdown, aligned so that they read well as plain text too. */

export interface Column {
  readonly title: string;
  /** Numbers go to the right. */
  readonly align: 'left' | 'right';
}

export const text = (title: string): Column => ({ title, align: 'left' });
export const number = (title: string): Column => ({ title, align: 'right' });

/** One table; every row has a cell per column. */
export function markdownTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): string {
  const cells = rows.map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = columns.map(({ title }, i) =>
    Math.max(3, title.length, ...cells.map((row) => row[i]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    `| ${columns.map(({ align }, i) => pad(row[i] ?? '', widths[i] ?? 0, align)).join(' | ')} |`;
  const rule = columns.map(({ align }, i) => {
    const dashes = '-'.repeat((widths[i] ?? 0) - 1);
    return align === 'right' ? `${dashes}:` : `-${dashes}`;
  });
  return [
    line(columns.map(({ title }) => title)),
    line(rule),
    ...cells.map((row) => line(row)),
  ].join('\n');
}

function pad(cell: string, width: number, align: Column['align']): string {
  return align === 'right' ? cell.padStart(width) : cell.padEnd(width);
}
