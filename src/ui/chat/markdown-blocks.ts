/**
 * @file A growing answer cut into blocks, so that only its last block is parsed again.
 *
 * A cut is made at a blank line where Markdown could not go on with the block
 * before it: never inside a code fence, before an indented line, or between
 * two items of one list. Joining the blocks gives the text back.
 */

const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const LIST_ITEM = /^ {0,3}([-*+]|\d{1,9}[.)])(\s|$)/;

/** A text, and the blocks it was cut into. */
export interface Grown {
  readonly text: string;
  readonly blocks: readonly string[];
}

/**
 * The same as `splitBlocks(text)`, without reading again what cannot change. A line
 * that is not whole yet may still go on with the block before it, so the last two
 * blocks are cut anew.
 */
export function splitGrown(text: string, before: Grown): readonly string[] {
  if (text === before.text) return before.blocks;
  if (!text.startsWith(before.text)) return splitBlocks(text);
  const fixed = before.blocks.slice(0, -2);
  const fixedLetters = fixed.reduce((letters, { length }) => letters + length, 0);
  return [...fixed, ...splitBlocks(text.slice(fixedLetters))];
}

/** Blocks of `text`, in order; every line keeps its end. */
export function splitBlocks(text: string): string[] {
  const blocks: string[] = [];
  let block = '';
  let fence: string | undefined;
  let isAfterBlank = false;
  let isList = false;
  for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const isBlank = line.trim() === '';
    const startsNew: boolean =
      isAfterBlank && !isBlank && fence === undefined && !goesOn(line, isList);
    if (startsNew) {
      blocks.push(block);
      block = '';
    }
    isList = (isList && !startsNew) || LIST_ITEM.test(line);
    fence = fenceAfter(line, fence);
    isAfterBlank = isBlank && block.trim() !== '';
    block += line;
  }
  if (block !== '') blocks.push(block);
  return blocks;
}

/** Whether `line`, after a blank one, may still belong to the block before. */
function goesOn(line: string, isList: boolean): boolean {
  return /^(\s{2,}|\t)/.test(line) || (isList && LIST_ITEM.test(line));
}

/** The fence that is open after `line`. */
function fenceAfter(line: string, open: string | undefined): string | undefined {
  const found = FENCE.exec(line)?.[1];
  if (open === undefined) return found;
  const closes =
    found !== undefined &&
    found.startsWith(open) &&
    line.trim().replaceAll(found.charAt(0), '') === '';
  return closes ? undefined : open;
}
