/**
 * @file A consultation and its turns, as records that are kept.
 *
 * Turns form a tree and are never overwritten: a question asked in other words,
 * or an answer made again, is a sibling. `message-tree.ts` walks it.
 */
import type { ErrorRecord } from '../base/errors.ts';
import type { AnswerOrigin } from './answer-origin.ts';
import type { CaseFacts } from './case-facts.ts';
import type { SyntheticPatient } from './synthetic-patient.ts';

/** An image attached to a turn. The bytes live beside it under their SHA-256. */
export interface Attachment {
  /** SHA-256 (hex) of the encoded bytes. */
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly sizeBytes: number;
  /** What a person wrote about the image. */
  readonly caption?: string;
  /** SHA-256 of the attached image that this one was cut from. */
  readonly derivedFrom?: string;
}

/** Why an answer ended: the model was done, it hit its length, a person stopped it, the context was full. */
export type Finish = 'stop-token' | 'length' | 'stopped' | 'context-full';

export type MessageState = 'complete' | 'growing' | 'stopped' | 'failed';

export interface Message {
  readonly id: string;
  /** The turn before; null for a first turn. */
  readonly parentId: string | null;
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
  /** For an answer: the tokens that its text was made of, where they are known. */
  readonly tokenIds?: readonly number[];
}

/** Where an answer came from. */
export interface Provenance {
  readonly checkpoint: string;
  readonly quantization: string;
  /** False for a checkpoint whose vision tower was untrained: what it says of images means nothing. */
  readonly understandsImages?: boolean;
  /** True for a checkpoint that knows nothing to act on. */
  readonly isDemonstration?: boolean;
  readonly device: string;
  readonly promptTokens: number;
  readonly reusedTokens: number;
  readonly newTokens: number;
  readonly decodeTokensPerSecond: number;
  /** How often it went on after it had ended. */
  readonly continuations?: number;
  /** What was told before all turns, word for word; the facts below are in it. */
  readonly system?: string;
  /** The facts of the case as they were then. */
  readonly facts?: CaseFacts;
  /** How exactly it was made; absent for an answer of an earlier version. */
  readonly origin?: AnswerOrigin;
}

/** Where a consultation stands in the list, when that is not by its time. */
export type Shelf = 'pinned' | 'archived';

export interface Conversation {
  readonly id: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly patientId?: string;
  readonly createdMs: number;
  readonly updatedMs: number;
  /** The last turn of the branch on screen; the newest branch when absent. */
  readonly leafId?: string;
  readonly facts?: CaseFacts;
  readonly shelf?: Shelf;
  /** Of a demonstration: no real person. */
  readonly syntheticPatient?: SyntheticPatient;
  /** All turns of all branches, in the order in which they were written. */
  readonly messages: readonly Message[];
}
