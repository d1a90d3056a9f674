/**
 * @file `case.json`: one consultation in an open format, for people and programs
 * that do not have this application.
 *
 * Every answer carries its label and what made it; a text that leaves the
 * application without them is not offered. A change of what a field means is a new
 * `version`.
 */
import type { Comparison } from '../clinic/comparison.ts';
import type { Conversation, Message } from '../clinic/conversation.ts';
import type { Patient } from '../clinic/patient.ts';
import type { Review } from '../clinic/review.ts';

const CASE_FORMAT = 'pulsemind-case';
const CASE_VERSION = 1;

/** What is written of one consultation. */
export interface ExportedCase {
  readonly conversation: Conversation;
  readonly patient: Patient | undefined;
  readonly reviews: readonly Review[];
  readonly comparisons: readonly Comparison[];
  /** Paths of the images beside `case.json`, by SHA-256. */
  readonly imagePaths: ReadonlyMap<string, string>;
}

interface Made {
  /** The version of the application. */
  readonly app: string;
  readonly madeMs: number;
}

/** `case.json`, as text. */
export function printCase(exported: ExportedCase, { app, madeMs }: Made): string {
  const { conversation, patient, reviews, comparisons } = exported;
  const { id, title, tags, createdMs, updatedMs, leafId, messages } = conversation;
  const { facts, shelf, syntheticPatient } = conversation;
  const printed = {
    format: CASE_FORMAT,
    version: CASE_VERSION,
    app: `pulsemind-browser ${app}`,
    exported: iso(madeMs),
    notice: 'Research software, not a medical device. Answers are drafts of a model.',
    id,
    title,
    tags,
    shelf: shelf ?? null,
    facts: facts ?? null,
    syntheticPatient: syntheticPatient ?? null,
    patient: patient === undefined ? null : { id: patient.id, name: patient.name },
    created: iso(createdMs),
    updated: iso(updatedMs),
    shownTurn: leafId ?? null,
    turns: messages.map((message) => printTurn(message, exported)),
    reviews: reviews.map(({ messageId, createdMs: saidMs, ...review }) => ({
      ...review,
      turn: messageId,
      created: iso(saidMs),
    })),
    comparisons: comparisons.map(
      ({ firstId, secondId, createdMs: saidMs, ...rest }) => ({
        ...rest,
        first: firstId,
        second: secondId,
        created: iso(saidMs),
      }),
    ),
  };
  return `${JSON.stringify(printed, undefined, 2)}\n`;
}

function printTurn(message: Message, { reviews, imagePaths }: ExportedCase) {
  const { id, parentId, role, text, createdMs, state, finish, failure } = message;
  const isAnswer = role === 'assistant';
  return {
    id,
    parent: parentId,
    role: isAnswer ? 'answer' : 'clinician',
    ...(isAnswer && { aiGenerated: true, label: labelOf(message, reviews) }),
    text,
    created: iso(createdMs),
    state,
    ...(finish !== undefined && { finish }),
    ...(failure !== undefined && { failure }),
    ...(isAnswer && { madeBy: message.provenance ?? null }),
    images: message.attachments.map(({ sha256, ...image }) => ({
      ...image,
      sha256,
      path: imagePaths.get(sha256) ?? null,
    })),
  };
}

const DEMONSTRATION = ' (demonstration, no medical advice)';

/** What has to stand beside an answer wherever it is shown. */
function labelOf({ id, provenance }: Message, reviews: readonly Review[]): string {
  const mark = provenance?.isDemonstration === true ? DEMONSTRATION : '';
  const by = provenance === undefined ? '' : ` by ${provenance.checkpoint}${mark}`;
  const review = reviews
    .filter(({ messageId }) => messageId === id)
    .toSorted((a, b) => a.createdMs - b.createdMs)
    .at(-1);
  switch (review?.verdict) {
    case 'accepted':
      return `AI draft${by}, accepted by a clinician`;
    case 'edited':
      return `AI draft${by}, edited by a clinician`;
    case 'rejected':
      return `AI draft${by}, rejected by a clinician`;
    case undefined:
      return `AI draft${by}, not reviewed by a clinician`;
  }
}

function iso(timeMs: number): string {
  return new Date(timeMs).toISOString();
}

/** Lies beside the cases, and says what they are. */
export const CASE_README = `This archive holds consultations in an open format.

It is NOT encrypted: whoever has the file can read it. Turns whose role is
"answer" were written by a language model. Each carries a "label"; keep it with
the text wherever you use it. Research software, not a medical device.

  cases/<date>-<id>/case.json          one consultation
  cases/<date>-<id>/images/<sha256>.*  its images, as they were attached

case.json, version ${CASE_VERSION}, UTF-8:

  format, version   "${CASE_FORMAT}", ${CASE_VERSION}; a change of meaning raises the version
  app, exported     what wrote the file, and when (ISO 8601, UTC)
  notice            to be shown with the case
  id, title, tags   of the consultation
  shelf             pinned, archived, or null
  facts             what the clinician noted of the case: {age: {value, unit}, sex,
                    reason, history, medication, allergies, notes, editedMs}, each
                    when it was given; or null
  syntheticPatient  of a demonstration, which is about no real person: {seed, index,
                    language, patientKey}; or null
  patient           {id, name}, or null
  created, updated  ISO 8601, UTC
  shownTurn         id of the last turn of the branch that was on screen, or null
  turns[]           in the order of writing; they form a tree
    id, parent      "parent" is the turn before, null for a first one; turns with
                    the same parent are other wordings of the same turn
    role            "clinician" or "answer"
    aiGenerated     true for an answer
    label           for an answer: what it is, who made it, whether it was reviewed
    text            Markdown
    state           complete, stopped, failed, growing (was being written)
    finish          stop-token, length, stopped, context-full
    failure         why an answer failed
    madeBy          for an answer: checkpoint, quantization, device, counts of
                    tokens, "system": what was told before all turns, "facts": those
                    of that time, "origin": how exactly it was made (SHA-256 of
                    checkpoint, prompt and images, runtime, device, self-check,
                    sampling, times); null when it is not known
    images[]        {sha256, path, name, mediaType, widthPx, heightPx, sizeBytes,
                    caption?, derivedFrom?}; path is relative to case.json, null
                    when the image could not be read
  reviews[]         {id, turn, verdict: accepted | edited | rejected, text?, note?,
                    created}; "text" is the answer as the clinician would have it
  comparisons[]     {id, first, second, better: {proactiveness, accuracy,
                    usefulness, languageQuality: first | tie | second}, created}
`;
