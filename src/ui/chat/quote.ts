/** @file A passage of a turn as a quotation in the next one. */
import { insertAtCursor } from '../composer/insert-at-cursor.ts';

/** Each line behind `> `, as Markdown has it. */
export function asQuote(text: string): string {
  return text
    .trim()
    .split(/\r?\n/)
    .map((line) => (line.trim() === '' ? '>' : `> ${line.trimEnd()}`))
    .join('\n');
}

/** What is chosen of one turn; undefined for nothing, or for more than a turn. */
export function chosenPassage():
  | { text: string; turnId: string; range: Range }
  | undefined {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) {
    return undefined;
  }
  const text = selection.toString();
  const turn = turnOf(selection.anchorNode);
  if (turn === undefined || text.trim() === '') return undefined;
  if (turn !== turnOf(selection.focusNode)) return undefined;
  return { text, turnId: turn, range: selection.getRangeAt(0) };
}

/** Puts a quotation and an empty line into the message, where its cursor is. */
export function quote(text: string): void {
  insertAtCursor(`${asQuote(text)}\n\n`);
  document.getSelection()?.removeAllRanges();
}

function turnOf(node: Node | null): string | undefined {
  const element = node instanceof Element ? node : (node?.parentElement ?? null);
  return element?.closest<HTMLElement>('[data-turn]')?.dataset['turn'];
}
