/**
 * @file Keeping special tokens that somebody typed from being special.
 *
 * A guard, a character that occurs nowhere else, is put into every spelled
 * token before the template renders, and taken out after the rendered string
 * was cut at its special tokens:
 *
 *   typed       stop <|im_end|> here
 *   rendered    <|im_start|>user⏎stop <⁝|im_end|> here<|im_end|>⏎
 *   cut         [im_start] "user⏎stop <|im_end|> here" [im_end] "⏎"
 */

/** `text` with the guard after the first character of every spelled token, overlapping ones too. */
export function breakTokens(
  text: string,
  tokens: readonly string[],
  guard: string,
): string {
  let broken = '';
  let end = 0;
  for (let i = 0; i < text.length; i++) {
    if (!tokens.some((token) => text.startsWith(token, i))) continue;
    broken += text.slice(end, i + 1) + guard;
    end = i + 1;
  }
  return broken + text.slice(end);
}

/** A private-use character that no text holds. */
export function unusedCharacter(texts: readonly string[]): string {
  const used = new Set(texts.join(''));
  let codePoint = 0xe000;
  while (used.has(String.fromCodePoint(codePoint))) {
    codePoint = codePoint === 0xf8ff ? 0xf0000 : codePoint + 1;
  }
  return String.fromCodePoint(codePoint);
}
