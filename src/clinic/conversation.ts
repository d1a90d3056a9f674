/** @file A consultation and its turns, as records that are kept. */
import type { ErrorRecord } from '../base/errors.ts';

export const CONVERSATION_VERSION = 1;

/** An image attached to a turn. The bytes live beside it under their SHA-256. */
export interface Attachment {
  /** SHA-256 (hex) of the encoded bytes. */
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly sizeBytes: number;
}

/** Why an answer ended: the model was done, it hit its length, a person stopped it, the context was full. */
export type Finish = 'stop-token' | 'length' | 'stopped' | 'context-full';

export type MessageState = 'complete' | 'growing' | 'stopped' | 'failed';

export interface Message {
  readonly id: string;
  readonly role: 'user' | 'assistant';
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly state: MessageState;
  readonly createdMs: number;
  /** For an answer: model, device, tokens, times. */
  readonly provenance?: Provenance;
  /** For a failed answer: what to tell the person. */
  readonly failure?: string;
  /** The same failure as data, so that it can be said in another language. */
  readonly error?: ErrorRecord;
  /** For an answer that is not growing any more. */
  readonly finish?: Finish;
}

/** Where an answer came from. */
export interface Provenance {
  readonly checkpoint: string;
  readonly quantization: string;
  /** False for a checkpoint whose vision tower was untrained: what it says of images means nothing. */
  readonly understandsImages?: boolean;
  readonly device: string;
  readonly promptTokens: number;
  readonly reusedTokens: number;
  readonly newTokens: number;
  readonly decodeTokensPerSecond: number;
}

export interface Conversation {
  readonly version: typeof CONVERSATION_VERSION;
  readonly id: string;
  readonly title: string;
  readonly createdMs: number;
  readonly updatedMs: number;
  readonly messages: readonly Message[];
}
