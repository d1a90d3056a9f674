/** @file A turn that a doctor writes often and keeps, with places for what differs: `{{age}}`. */

export interface OwnTemplate {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export const MOST_TEMPLATES = 200;
export const MOST_TITLE_LETTERS = 120;
export const MOST_TEMPLATE_LETTERS = 20_000;

/** A name in any script, between two braces on each side. */
export const PLACE = /\{\{\s*([^{}\n]{1,60}?)\s*\}\}/g;

/** The names of a text's places, each once, in order. */
export function placesOf(text: string): readonly string[] {
  const names = [...text.matchAll(PLACE)].map((match) => match[1] ?? '');
  return [...new Set(names)];
}
