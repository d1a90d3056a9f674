/**
 * @file The growing answer: on screen once a frame, on disk twice a second.
 *
 * Writes follow one another, so an older text never lands on a newer one. When
 * the page may be about to go, what is there is written at once.
 */
import type { NextFrame } from '../base/next-frame.ts';
import type { Conversation, Message } from '../clinic/conversation.ts';
import type { BegunAnswer } from '../engine/engine.ts';
import type { AppCore } from './core.ts';

const WRITE_MS = 500;

export class AnswerWriter {
  readonly #core: AppCore;
  readonly #frames: NextFrame;
  readonly #conversationId: string;
  readonly #stopListening: () => void;
  #message: Message;
  #tokenIds: number[] = [];
  #isWritten = true;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(
    core: AppCore,
    frames: NextFrame,
    conversationId: string,
    message: Message,
  ) {
    this.#core = core;
    this.#frames = frames;
    this.#conversationId = conversationId;
    this.#message = message;
    this.#stopListening = core.parts.browser.onLeaving(() => void this.#write());
  }

  get message(): Message {
    return this.#message;
  }

  /** @param tokenId - negative for none */
  grow(text: string, tokenId: number): void {
    if (tokenId >= 0) this.#tokenIds.push(tokenId);
    this.#message = { ...this.#message, text: this.#message.text + text };
    this.#isWritten = false;
    this.#frames.ask(this, () => this.#show());
    this.#timer ??= setTimeout(() => void this.#write(), WRITE_MS);
  }

  /** Begins with what there is already, or anew after the device was lost in the middle. */
  begin({ text, tokenIds = [] }: BegunAnswer = { text: '' }): void {
    this.#tokenIds = [...tokenIds];
    if (text !== this.#message.text) this.#change({ text });
  }

  /** What the text is made of. */
  get tokenIds(): readonly number[] {
    return this.#tokenIds;
  }

  /** Writes the answer as it stays; when the disk is full, it is read from memory until it is written. */
  async finish(change: Partial<Message>): Promise<void> {
    this.#change(change);
    this.#stopListening();
    await this.#write();
  }

  /** Seen at once. */
  #change(change: Partial<Message>): void {
    this.#message = { ...this.#message, ...change };
    this.#isWritten = false;
    this.#frames.drop(this);
    this.#show();
  }

  #show(): void {
    const message = this.#message;
    this.#core.set(({ current }) => {
      if (current.kind !== 'open') return {};
      if (current.conversation.id !== this.#conversationId) return {};
      return {
        current: {
          kind: 'open',
          conversation: withMessage(current.conversation, message),
        },
      };
    });
  }

  #write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing = this.#writing.then(async () => {
      if (this.#isWritten) return;
      this.#isWritten = true;
      const { kept, unwritten } = this.#core;
      const isKept = await unwritten.insist(
        'answers',
        () => kept.conversations.updateMessage(this.#message),
        () => kept.conversations.writeRefused(),
      );
      if (isKept) {
        this.#core.changed({ kind: 'conversation', id: this.#conversationId });
      } else this.#isWritten = false;
    });
    return this.#writing;
  }
}

/** The conversation with `message` in place of its earlier self. */
export function withMessage(
  conversation: Conversation,
  message: Message,
): Conversation {
  return {
    ...conversation,
    messages: conversation.messages.map((kept) =>
      kept.id === message.id ? message : kept,
    ),
  };
}
