/**
 * @file What is beyond Markdown: texts that no answer needs, and that would take
 * seconds to parse, or more elements than a page can hold.
 */

const MOST_LETTERS = 20_000;
/** Parsing takes time with the square of these. */
const MOST_MARKS = 600;
/** Quotations and items in one another at the start of a line. */
const DEEP = /^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){12}/m;
/** Every row of a table is made as wide as its head. */
const MOST_CELLS = 10_000;

export function isBeyondMarkdown(block: string): boolean {
  return (
    block.length > MOST_LETTERS ||
    count(block, /[*_~[\]`<&\\!]/g) > MOST_MARKS ||
    DEEP.test(block) ||
    widestRow(block) * count(block, /\n/g) > MOST_CELLS
  );
}

function widestRow(block: string): number {
  if (!block.includes('|')) return 0;
  return block
    .split('\n')
    .reduce((widest, line) => Math.max(widest, count(line, /\|/g)), 0);
}

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}
