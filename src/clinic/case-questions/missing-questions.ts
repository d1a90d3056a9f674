/**
 * @file What a careful doctor would ask next: for each complaint that is spoken of,
 * the topics of its list that neither the facts nor the doctor's own words answer.
 *
 * No model takes part. What a model wrote is not read, and a question answers
 * nothing, unless an answer follows it at once ("Fever? No."). The lists are
 * written after what textbooks of history taking ask (onset, provocation, quality,
 * radiation, severity, time; signs of danger first); no clinician has reviewed them.
 */
import { ageInYears, type CaseFacts } from '../case-facts.ts';
import type { Doubt } from '../red-flags/cues.ts';
import { age } from '../red-flags/measures.ts';
import type { PhraseAutomaton } from '../red-flags/phrase-automaton.ts';
import { type Findings, readText } from '../red-flags/read-text.ts';
import { type Use, vocabularyOf } from '../red-flags/vocabulary.ts';
import type { Complaint } from './complaint.ts';
import { COMPLAINTS } from './complaints.ts';
import type { Topic } from './topic.ts';
import { type TopicId, TOPICS } from './topics.ts';

export interface MissingQuestion {
  readonly id: TopicId;
  readonly topic: Topic;
  /** Whose lists have it. */
  readonly complaints: readonly Complaint[];
}

export interface MissingQuestions {
  /** Spoken of, in the order of the lists. */
  readonly complaints: readonly Complaint[];
  /** Signs of danger first, then in the order of the lists. */
  readonly missing: readonly MissingQuestion[];
  /** How many questions of the lists are answered. */
  readonly answered: number;
}

export interface Known {
  readonly facts?: CaseFacts | undefined;
  /** What the doctor wrote, turn by turn. */
  readonly texts: readonly string[];
}

export function missingQuestions({ facts = {}, texts }: Known): MissingQuestions {
  const said = read([facts.reason ?? '', facts.notes ?? '', ...texts]);
  const complaints = COMPLAINTS.filter(({ knownBy }) =>
    said.signs.get(knownBy)?.some(({ doubts }) => doubts.size === 0),
  );
  const past = read([facts.history ?? '', facts.medication ?? '']);
  const asked = topicsOf(complaints).filter(({ topic }) =>
    concerns(topic, facts, said),
  );
  const missing = asked.filter(
    ({ id, topic }) => !isNoted(id, facts) && !isAnswered(topic, said, past),
  );
  return {
    complaints,
    missing: [
      ...missing.filter(({ topic }) => topic.isDanger),
      ...missing.filter(({ topic }) => !topic.isDanger),
    ],
    answered: asked.length - missing.length,
  };
}

function topicsOf(complaints: readonly Complaint[]): readonly MissingQuestion[] {
  const ids = new Set(complaints.flatMap(({ topics }) => topics));
  return [...ids].map((id) => ({
    id,
    topic: TOPICS[id],
    complaints: complaints.filter(({ topics }) => topics.includes(id)),
  }));
}

/** Facts have fields of their own for some topics. */
function isNoted(id: TopicId, facts: CaseFacts): boolean {
  if (id === 'age') return facts.age !== undefined;
  const field = (['history', 'medication', 'allergies'] as const).find(
    (known) => known === id,
  );
  return field !== undefined && facts[field] !== undefined;
}

const UNANSWERED: readonly Doubt[] = ['possible', 'general'];

function isAnswered(topic: Topic, said: Findings, past: Findings): boolean {
  const { answeredBy, measures, isBackground } = topic;
  const notHere: readonly Doubt[] = isBackground ? [] : ['past', 'family'];
  const counts = ({ doubts }: { readonly doubts: ReadonlySet<Doubt> }) =>
    [...UNANSWERED, ...notHere].every((doubt) => !doubts.has(doubt));
  const sources = isBackground ? [said, past] : [said];
  return sources.some(
    ({ signs, readings }) =>
      signs.get(answeredBy)?.some(counts) === true ||
      measures.some((measure) => readings.get(measure)?.some(counts) === true),
  );
}

function concerns({ only }: Topic, facts: CaseFacts, said: Findings): boolean {
  if (only === undefined) return true;
  const { sex, fromYears = 0, belowYears = Infinity } = only;
  if (sex !== undefined && facts.sex !== undefined && facts.sex !== 'other') {
    if (sex !== facts.sex) return false;
  }
  const own = said.readings.get(age)?.find(({ doubts }) => !doubts.has('family'));
  const years = facts.age === undefined ? own?.low : ageInYears(facts.age);
  return years === undefined || (years >= fromYears && years < belowYears);
}

let vocabulary: PhraseAutomaton<Use> | undefined;

function read(texts: readonly string[]): Findings {
  vocabulary ??= vocabularyOf(
    new Set([
      ...Object.values(TOPICS).map(({ answeredBy }) => answeredBy),
      ...COMPLAINTS.map(({ knownBy }) => knownBy),
    ]),
  );
  return readText(withoutQuestions(texts.join('\n\n')), vocabulary);
}

const QUESTION = /[^.!?;。！？；\n]*[?？]\s*(?=(\S*))/g;
const ANSWER =
  /^(?:yes|no|none|nope|not|never|denies|denied|nil|present|absent|有|无|没|是|否|不|偶|常)/i;

/** A question that is not answered right behind it says nothing of the patient. */
export function withoutQuestions(text: string): string {
  return text.replaceAll(QUESTION, (question: string, next: string) =>
    ANSWER.test(next) ? question : '. ',
  );
}
