/** @file Turns of a consultation for tests, with ids that say what they are. */
import type { Attachment, Message } from '../clinic/conversation.ts';
import type { Turn } from '../store/keep-turn.ts';
import type { KeptImage } from '../store/sealed-records.ts';

export function userMessage(
  id: string,
  text: string,
  images: readonly KeptImage[] = [],
) {
  return message({ id, role: 'user', text, attachments: images.map(attachmentOf) });
}

export function answerMessage(id: string, text: string, change: Partial<Message> = {}) {
  return message({ id, role: 'assistant', text, ...change });
}

/** An "image" whose bytes are `letter`, and whose hash is 64 times that letter's code. */
export function keptImage(letter: 'a' | 'b' | 'c' | 'd'): KeptImage {
  const bytes = new TextEncoder().encode(letter).buffer;
  return { sha256: letter.repeat(64), mediaType: 'image/png', bytes };
}

export function attachmentOf(image: KeptImage): Attachment {
  const { sha256, mediaType, bytes } = image;
  const size = { widthPx: 4, heightPx: 3, sizeBytes: bytes.byteLength };
  return { sha256, mediaType, name: `${sha256[0]}.png`, ...size };
}

function message(
  given: Pick<Message, 'id' | 'role' | 'text'> & Partial<Message>,
): Message {
  return { parentId: null, attachments: [], state: 'complete', createdMs: 1, ...given };
}

/** A turn to keep in the consultation `c1`. */
export function turn(given: Partial<Turn>): Turn {
  return {
    conversationId: 'c1',
    title: 'A title',
    messages: [],
    images: [],
    nowMs: 1,
    ...given,
  };
}
