/**
 * @file What a consultation holds, as it comes out of its seal, and the
 * validators that let it in.
 *
 * What was written by another version, or by a browser that died while writing,
 * is not trusted: a record that does not read is reported and left alone, and
 * the others are shown.
 */
import * as v from 'valibot';
import type { ErrorRecord } from '../base/errors.ts';
import { AGE_UNITS, isAge, SEXES } from '../clinic/case-facts.ts';
import type { Conversation, Message } from '../clinic/conversation.ts';

/** A consultation without its turns. */
export type ConversationHeader = Omit<Conversation, 'messages'>;

/** A turn as it may lie on disk: until the second generation a turn did not name its parent. */
export type KeptMessage = Omit<Message, 'parentId'> & {
  readonly parentId?: string | null;
};

export const time = v.pipe(v.number(), v.finite());
export const count = v.pipe(v.number(), v.finite(), v.minValue(0));
export const id = v.pipe(v.string(), v.nonEmpty());
export const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

const age = v.pipe(
  v.object({ value: v.number(), unit: v.picklist(AGE_UNITS) }),
  v.check(isAge, 'no age'),
);

export const caseFacts = v.object({
  age: v.exactOptional(age),
  sex: v.exactOptional(v.picklist(SEXES)),
  reason: v.exactOptional(v.string()),
  history: v.exactOptional(v.string()),
  medication: v.exactOptional(v.string()),
  allergies: v.exactOptional(v.string()),
  notes: v.exactOptional(v.string()),
  editedMs: v.exactOptional(time),
});

export const syntheticPatient = v.object({
  seed: count,
  index: count,
  language: v.picklist(['en', 'zh']),
  patientKey: sha256,
});

export const shelf = v.picklist(['pinned', 'archived']);

/** Of a header, what its seal holds. */
export const headerContent = v.object({
  title: v.string(),
  createdMs: time,
  tags: v.optional(v.array(v.string()), []),
  patientId: v.exactOptional(id),
  leafId: v.exactOptional(id),
  facts: v.exactOptional(caseFacts),
  shelf: v.exactOptional(shelf),
  syntheticPatient: v.exactOptional(syntheticPatient),
});

/** Of an image, what is sealed beside its bytes. */
export const attachmentContent = v.object({ mediaType: v.string() });

export const attachment = v.object({
  sha256,
  name: v.string(),
  mediaType: v.string(),
  widthPx: count,
  heightPx: count,
  sizeBytes: count,
  caption: v.exactOptional(v.string()),
  derivedFrom: v.exactOptional(sha256),
});

const answerOrigin = v.object({
  app: v.string(),
  checkpointSha256: v.exactOptional(v.string()),
  adapter: v.exactOptional(v.object({ name: v.string(), sha256 })),
  runtime: v.object({
    name: v.string(),
    version: v.string(),
    device: v.string(),
    floatType: v.string(),
    threads: count,
    subgroups: v.boolean(),
    contextTokens: count,
    selfCheckError: count,
  }),
  sampling: v.object({
    temperature: v.number(),
    topK: v.number(),
    topP: v.number(),
    repetitionPenalty: v.number(),
    seed: v.number(),
  }),
  maxNewTokens: count,
  promptSha256: sha256,
  systemSha256: sha256,
  imageSha256s: v.array(v.string()),
  times: v.object({
    startedMs: time,
    endedMs: time,
    imageMs: count,
    prefillMs: count,
    decodeMs: count,
  }),
});

const provenance = v.object({
  checkpoint: v.string(),
  quantization: v.string(),
  understandsImages: v.exactOptional(v.boolean()),
  isDemonstration: v.exactOptional(v.boolean()),
  device: v.string(),
  promptTokens: count,
  reusedTokens: count,
  newTokens: count,
  decodeTokensPerSecond: count,
  continuations: v.exactOptional(count),
  system: v.exactOptional(v.string()),
  facts: v.exactOptional(caseFacts),
  origin: v.exactOptional(answerOrigin),
});

const errorRecord = v.custom<ErrorRecord>((value) => {
  const error = value as { kind?: unknown; message?: unknown } | null;
  return typeof error?.kind === 'string' && typeof error.message === 'string';
});

export const messageState = v.picklist(['complete', 'growing', 'stopped', 'failed']);

/** A turn. */
export const messageContent = v.object({
  id,
  parentId: v.exactOptional(v.nullable(id)),
  role: v.picklist(['user', 'assistant']),
  text: v.string(),
  attachments: v.array(attachment),
  state: messageState,
  createdMs: time,
  provenance: v.exactOptional(provenance),
  failure: v.exactOptional(v.string()),
  error: v.exactOptional(errorRecord),
  finish: v.exactOptional(
    v.picklist(['stop-token', 'length', 'stopped', 'context-full']),
  ),
  tokenIds: v.exactOptional(v.array(count)),
});

/** A record that could not be read, and stays where it is. */
export interface DamagedRecord {
  readonly store: string;
  readonly key: string;
  readonly reason: string;
}

/** What was readable of a set of records, and what was not. */
export interface ReadRecords<T> {
  readonly records: readonly T[];
  readonly damaged: readonly DamagedRecord[];
}

/** What was wrong, as the path and the complaint: `text: expected string`. */
export function reasonOf(issues: readonly v.BaseIssue<unknown>[]): string {
  return issues
    .map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`)
    .join('; ');
}

export function keyOf(value: unknown): string {
  const record = value as { id?: unknown; sha256?: unknown } | null;
  const key = record?.id ?? record?.sha256;
  return typeof key === 'string' ? key : '?';
}

/**
 * Turns with their parents, in order. One that names none was written when turns
 * stood in a row: the turn before is its parent.
 */
export function withParents(messages: readonly KeptMessage[]): readonly Message[] {
  return messages.map((message, at) => ({
    ...message,
    parentId:
      message.parentId === undefined
        ? (messages[at - 1]?.id ?? null)
        : message.parentId,
  }));
}
