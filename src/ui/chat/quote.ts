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

interface Passage {
  readonly text: string;
  readonly turnId: string;
  readonly range: Range;
}

/** What is chosen of one turn; undefined for nothing, or for more than a turn. */
export function chosenPassage(): Passage | undefined {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) {
    return undefined;
  }
  const text = selection.toString();
  const range = selection.getRangeAt(0);
  const turn = turnOf(range.startContainer);
  const turnId = turn?.dataset['turn'];
  const isTurn = turn !== undefined && turnId !== undefined;
  if (!isTurn || text.trim() === '') return undefined;
  return reachesBeyond(range, turn) ? undefined : { text, turnId, range };
}

/** Three clicks choose a paragraph up to the next one, of which no letter is chosen. */
function reachesBeyond(range: Range, turn: HTMLElement): boolean {
  if (turn.contains(range.endContainer)) return false;
  const rest = range.cloneRange();
  rest.setStartAfter(turn);
  return rest.toString().trim() !== '';
}

/** Puts a quotation and an empty line into the message, where its cursor is. */
export function quote(text: string): void {
  insertAtCursor(`${asQuote(text)}\n\n`);
  document.getSelection()?.removeAllRanges();
}

/** Id of the turn that `node` is in. */
export function turnIdAt(node: Node | null): string | undefined {
  return node === null ? undefined : turnOf(node)?.dataset['turn'];
}

function turnOf(node: Node): HTMLElement | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>('[data-turn]') ?? undefined;
}
