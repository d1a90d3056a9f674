/** @file A consultation as the engine takes it: system prompt, turns, images. */
import { AssistantError } from '../base/errors.ts';
import type { Attachment, Message } from '../clinic/conversation.ts';
import type { ChatMessage, ContentPart } from '../engine/engine.ts';

/** Finds the encoded bytes of an image. */
export type ReadImageBytes = (sha256: string) => Promise<Blob | undefined>;

/**
 * The prompt for an answer to the last of `messages`. Images come before the
 * text of their turn, each with its caption behind it; an answer without a word is left out.
 *
 * @param system - what the model is told before all turns
 * @throws AssistantError 'bad-data' naming an image whose bytes are gone
 */
export async function chatMessages(
  messages: readonly Pick<Message, 'role' | 'text' | 'attachments'>[],
  system: string,
  readImage: ReadImageBytes,
): Promise<readonly ChatMessage[]> {
  const chat: ChatMessage[] = [
    { role: 'system', content: [{ kind: 'text', text: system }] },
  ];
  for (const { role, text, attachments } of messages) {
    if (role === 'assistant' && text === '') continue;
    const content: ContentPart[] = [];
    for (const attachment of attachments) {
      const { caption } = attachment;
      content.push({ kind: 'image', image: await imageInput(attachment, readImage) });
      if (caption !== undefined) content.push({ kind: 'text', text: `(${caption})\n` });
    }
    if (text !== '') content.push({ kind: 'text', text });
    chat.push({ role, content });
  }
  return chat;
}

async function imageInput({ sha256, name }: Attachment, readImage: ReadImageBytes) {
  const blob = await readImage(sha256);
  if (blob !== undefined) return { sha256, blob };
  throw new AssistantError(
    'bad-data',
    `The image ${name} of an earlier turn is gone. Attach it again, or edit that turn.`,
    { path: name },
  );
}
