/** @file An answer that says the same thing again and again, and would until its length ends it. */

/** About eight words, or twice as many Chinese ones. */
const LETTERS = 40;
const TIMES = 4;

/** Whether the text ends with letters that stand in it four times already. */
export function goesInCircles(text: string): boolean {
  const end = text.slice(-LETTERS);
  if (end.length < LETTERS) return false;
  return text.split(end).length > TIMES;
}
