/** @file Whether an answer has a word in it. */

/** True for text of which nothing is seen: blanks, control and invisible characters, the empty tags of HTML. */
export function saysNothing(text: string): boolean {
  return /^[\s\p{C}]*$/u.test(text.replaceAll(/<\/?[a-z][^<>]*>/gi, ''));
}
