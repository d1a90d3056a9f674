/**
 * @file Characters that change the order in which a text is shown: with them a name or
 * a dose can be made to read otherwise than it is.
 *
 * Embeddings, overrides, isolates and marks (U+061C, U+200E–F, U+202A–E, U+2066–9).
 * Scripts written from the right are shown rightly without them.
 *
 * @see Unicode Technical Report 36, §2.6 "Bidirectional Text Spoofing"
 */
const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

export function withoutBidiControls(text: string): string {
  return text.replace(BIDI_CONTROLS, '');
}
