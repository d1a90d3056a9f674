/**
 * @file What was acknowledged against what is there after a kill.
 *
 * What the killed operation would have written is there as a whole or not at all.
 */
import type { Consultation, Description, Operation, Turn } from './page-api.ts';

/** How far what is on disk may be behind what is on screen. */
const BEHIND_MS = 1000;
/** Drafts are written once a second, which takes a moment too. */
const DRAFT_BEHIND_MS = 1500;

/** A text on screen, and when it was there. */
export interface Growth {
  readonly atMs: number;
  readonly text: string;
}

/** What was going on when the browser was killed. */
export interface Killed {
  readonly atMs: number;
  /** Undefined when it had been acknowledged in full. */
  readonly operation: Operation | undefined;
  /** Everything that the growing answer, or the draft, was. */
  readonly growth: readonly Growth[];
  /** The whole answer to the operation. */
  readonly script: string;
}

export function compareConsultation(
  acknowledged: Consultation,
  actual: Consultation,
  killed: Killed,
): string[] {
  const { id } = acknowledged;
  const complaints = compareDescription(acknowledged, actual, killed);
  const order = acknowledged.turns.map((turn) => turn.id);
  const actualOrder = actual.turns.map((turn) => turn.id);
  if (order.join() !== actualOrder.slice(0, order.length).join()) {
    return [
      ...complaints,
      `Turns of ${id} were ${order.join()} and are ${actualOrder.join()}.`,
    ];
  }
  for (const [at, turn] of acknowledged.turns.entries()) {
    const now = actual.turns[at];
    if (now !== undefined) complaints.push(...compareTurn(turn, now, killed));
  }
  const added = actual.turns.slice(order.length);
  if (added.length > 0) complaints.push(...checkAdded(id, added, killed));
  return [...complaints, ...compareLeaf(acknowledged, actual, killed)];
}

/** A consultation that nobody was told of. */
export function checkNew(
  { id, title, turns }: Consultation,
  killed: Killed,
): readonly string[] {
  const { operation } = killed;
  if (operation?.kind !== 'send' || operation.into !== undefined) {
    return [`${id} (“${title}”) came from nowhere.`];
  }
  const complaints = checkAdded(id, turns, killed);
  return title === '' ? [...complaints, `${id} has no title.`] : complaints;
}

/** What was typed a while before the kill must be a draft. */
export function compareDraft(drafts: readonly string[], killed: Killed): string[] {
  if (killed.operation?.kind !== 'type') return [];
  const safe = textBefore(killed, DRAFT_BEHIND_MS);
  return safe === '' || drafts.some((draft) => draft.startsWith(safe))
    ? []
    : [
        `${safe.length} letters were typed, and the drafts are ${JSON.stringify(drafts)}.`,
      ];
}

function compareDescription(
  acknowledged: Consultation,
  actual: Consultation,
  { operation }: Killed,
): string[] {
  const meant =
    operation?.kind === 'describe' && operation.into === acknowledged.id
      ? operation.description
      : acknowledged;
  const is = describe(actual);
  if (is === describe(acknowledged) || is === describe(meant)) return [];
  return [`${acknowledged.id} was ${describe(acknowledged)} and is ${is}.`];
}

function compareLeaf(
  acknowledged: Consultation,
  actual: Consultation,
  { operation }: Killed,
): string[] {
  const isMoving =
    operation?.kind === 'show-branch' && operation.into === acknowledged.id;
  const isAdded = actual.turns.length > acknowledged.turns.length;
  const meant = isAdded ? actual.turns.at(-1)?.id : acknowledged.leafId;
  if (isMoving || actual.leafId === meant) return [];
  return [`${acknowledged.id} showed ${meant} and shows ${actual.leafId}.`];
}

function compareTurn(turn: Turn, now: Turn, killed: Killed): string[] {
  if (turn.state === 'growing') return checkGrown(turn, now, killed);
  const was = JSON.stringify(bare(turn));
  const is = JSON.stringify(bare(now));
  return was === is ? [] : [`A turn was ${was} and is ${is}.`];
}

function checkGrown(turn: Turn, now: Turn, killed: Killed): string[] {
  const complaints = checkAnswer(now, killed);
  if (now.parentId !== turn.parentId) complaints.push(`${turn.id} was moved.`);
  const safe = textBefore(killed, BEHIND_MS);
  if (!now.text.startsWith(safe)) {
    complaints.push(
      `Answer ${turn.id} had ${safe.length} letters a second before the kill and has ${now.text.length}.`,
    );
  }
  return complaints;
}

function textBefore({ growth, atMs }: Killed, ms: number): string {
  return growth.findLast((then) => then.atMs <= atMs - ms)?.text ?? '';
}

/** An answer to the killed operation, wherever the kill cut it off. */
function checkAnswer({ id, role, text, state }: Turn, { script }: Killed): string[] {
  const complaints: string[] = [];
  if (role !== 'assistant') complaints.push(`${id} should be an answer.`);
  if (!script.startsWith(text)) complaints.push(`Answer ${id} has other words.`);
  if (state === 'complete' && text !== script) {
    complaints.push(`Answer ${id} is complete and is not whole.`);
  }
  if (state !== 'complete' && state !== 'stopped') {
    complaints.push(`Answer ${id} is ${state}.`);
  }
  return complaints;
}

/** Turns that nobody was told of must be all that the killed operation would have written. */
function checkAdded(id: string, added: readonly Turn[], killed: Killed): string[] {
  const { operation } = killed;
  if (!operation || !('answer' in operation) || (operation.into ?? id) !== id) {
    return [`${id} has turns from nowhere: ${JSON.stringify(added)}`];
  }
  const [question, ...answers] =
    operation.kind === 'regenerate' ? [undefined, ...added] : added;
  const [answer, ...more] = answers;
  if (answer === undefined || more.length > 0) {
    return [`A turn is there in part: ${JSON.stringify(added)}`];
  }
  const complaints = checkAnswer(answer, killed);
  if (question !== undefined && operation.kind !== 'regenerate') {
    const images = operation.kind === 'send' ? operation.images.length : undefined;
    const isRight =
      question.role === 'user' &&
      question.text === operation.text &&
      answer.parentId === question.id &&
      (images === undefined || images === question.images.length);
    if (!isRight) complaints.push(`It asked otherwise: ${JSON.stringify(question)}`);
  }
  return complaints;
}

function describe({ title, patientName, tags }: Description): string {
  return JSON.stringify({ title, patientName, tags });
}

function bare({ id, parentId, role, text, state, images }: Turn): Turn {
  return { id, parentId, role, text, state, images };
}
