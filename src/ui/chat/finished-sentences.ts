/**
 * @file The part of a growing answer that may be read aloud: whole sentences only.
 *
 * A screen reader that is handed every token stammers; one that is handed each
 * finished sentence once reads.
 */

const SENTENCE_END = /[.!?](?=\s)|[。！？；](?!$)|\n/g;

/** Length of the longest prefix of `text` that ends with a sentence or a line. */
export function finishedLength(text: string): number {
  let end = 0;
  for (const match of text.matchAll(SENTENCE_END)) {
    const isNumbering =
      match[0] === '.' && /(^|\n)\s*\d+$/.test(text.slice(0, match.index));
    if (!isNumbering) end = match.index + match[0].length;
  }
  return end;
}

/** `markdown` without its marks, as one would say it. */
export function spoken(markdown: string): string {
  return markdown
    .replaceAll(/^\s*(```|~~~).*$/gm, '')
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/^\s{0,3}(#{1,6}|>|[-*+])\s+/gm, '')
    .replaceAll(/[*_`|]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
