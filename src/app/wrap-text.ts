/** @file A text in lines of a width, in scripts with and without spaces. */

/** A letter of a script without spaces, or a word with the spaces behind it. */
const PIECES =
  /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]|[^\s\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]+\s*|\s+/gu;

/**
 * Nothing is left out: a word wider than a line is broken between letters.
 *
 * @param widthOf - of a text on one line, in the unit of `width`
 */
export function wrapText(
  text: string,
  width: number,
  widthOf: (text: string) => number,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const add = (piece: string) => {
    if (line === '' || widthOf((line + piece).trimEnd()) <= width) line += piece;
    else {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    }
  };
  for (const [piece] of text.matchAll(PIECES)) {
    if (widthOf(piece.trimEnd()) <= width) add(piece);
    else for (const letter of piece) add(letter);
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}
