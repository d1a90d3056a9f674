/** @file How high a turn will be, guessed before it is laid out; the guess only moves the scrollbar. */
import type { Message } from '../../clinic/conversation.ts';

const LINE_PX = 26;
/** Half-width letters of a line; a Chinese letter counts twice. */
const LINE_LETTERS = 84;
const IMAGES_PX = 216;
/** Label, buttons and where an answer came from. */
const ANSWER_FRAME_PX = 92;
const PERSON_FRAME_PX = 62;
/** Of a text longer than this the rest is folded away. */
const MOST_LINES = 400;

export function guessTurnHeight({ role, text, attachments }: Message): number {
  const frame = role === 'user' ? PERSON_FRAME_PX : ANSWER_FRAME_PX;
  const images = attachments.length > 0 ? IMAGES_PX : 0;
  return frame + images + LINE_PX * Math.min(MOST_LINES, lines(text));
}

function lines(text: string): number {
  if (text === '') return 0;
  const wide = text.match(/[\u2e80-\uffef]/g)?.length ?? 0;
  const breaks = text.match(/\n/g)?.length ?? 0;
  return Math.ceil((text.length + wide) / LINE_LETTERS) + breaks;
}
