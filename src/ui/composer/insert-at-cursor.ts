/** @file Puts text into the message, where its cursor is. */
import { COMPOSER_ID } from './focus-composer.ts';

/** The text with `insert` in place of what is chosen, on lines of its own. */
export function inserted(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  insert: string,
): { readonly text: string; readonly cursor: number } {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const head = before + gapBetween(before) + insert;
  const isApart = after === '' || after.startsWith('\n') || insert.endsWith('\n');
  return { text: head + (isApart ? after : `\n\n${after}`), cursor: head.length };
}

/** What is missing to an empty line behind `before`. */
function gapBetween(before: string): string {
  if (before === '' || before.endsWith('\n\n')) return '';
  return before.endsWith('\n') ? '\n' : '\n\n';
}

/** Changes the message as if it was typed. */
export function insertAtCursor(insert: string): void {
  const area = document.getElementById(COMPOSER_ID);
  if (!(area instanceof HTMLTextAreaElement) || area.readOnly) return;
  const { selectionStart: start, selectionEnd: end, value } = area;
  const { text, cursor } = inserted(value, { start, end }, insert);
  area.setRangeText(text, 0, value.length);
  area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  area.focus();
  area.setSelectionRange(cursor, cursor);
}
