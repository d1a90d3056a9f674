/**
 * @file What a doctor's turn says in free words: whether it settles on a diagnosis,
 * which conditions it names in which order, where it sends the patient, and which
 * facts it holds to be so.
 *
 * A turn is read sentence by sentence. A question names nothing, whatever stands in
 * it; what an image shows is no diagnosis though it may sound like one ("complete
 * heart block"); and a condition that is denied is not named.
 */
import type { ConditionId } from '../clinic-table.ts';
import type { Tier } from '../condition.ts';
import type { FactId } from '../fact-table.ts';
import { LANGUAGES, SPLITS, type Templates } from '../language.ts';
import { namedConditions, namedTier } from '../read-conclusion.ts';
import { recognize } from '../recognize.ts';
import {
  ASKS_BACKGROUND,
  ASKS_SYMPTOM,
  CLOSES,
  CONCLUDES,
  CORRECTS,
  SEES,
  WARNS,
} from '../words/doctor-words.ts';

export interface ReadAnswer {
  /** The diagnosis first, then what else is named, in order. */
  readonly named: readonly ConditionId[];
  readonly tier: Tier | undefined;
  /** Facts spoken of as they are for this patient, not as what may come. */
  readonly states: readonly FactId[];
}

/** Names of no condition mean that no diagnosis is made. */
export function readAnswer(text: string): ReadAnswer {
  const statements = sentencesOf(text).filter((it) => !isQuestion(it));
  const diagnoses = statements.filter(
    (it) => !SHOWN.test(it) && !DENIED.some((pattern) => pattern.test(it)),
  );
  const concluding = diagnoses.filter((it) => CONCLUDED.test(it));
  const others = diagnoses.filter((it) => !CONCLUDED.test(it));
  const named = [...concluding, ...others].flatMap((it) => namedConditions(it));
  const present = statements.filter((it) => !WARNED.test(it));
  return {
    named: [...new Set(named)],
    tier: namedTier(text),
    states: recognize(present.join(' ')).facts,
  };
}

function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[!?。！？])|(?<=\.)(?=\s|$)|\n+/u)
    .map((it) => it.trim())
    .filter((it) => it !== '');
}

function isQuestion(sentence: string): boolean {
  return /[?？]$/u.test(sentence) || ASKED.test(sentence);
}

/** Sentences made from any of these, in either language and any split. */
function madeFrom(...sets: readonly Templates[]): RegExp {
  const patterns = sets.flatMap((templates) =>
    LANGUAGES.flatMap((language) =>
      SPLITS.flatMap((split) => templates[language][split]),
    ),
  );
  const sources = patterns.map((template) =>
    template
      .replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`)
      .replaceAll(/\{\w+\}/g, '.+'),
  );
  return new RegExp(`^(?:${sources.join('|')})$`, 'iu');
}

const ASKED = madeFrom(ASKS_SYMPTOM, ASKS_BACKGROUND);
const SHOWN = madeFrom(SEES);
const CONCLUDED = madeFrom(CONCLUDES);
const WARNED = madeFrom(WARNS, CLOSES);
const DENIED: readonly RegExp[] = [
  madeFrom(CORRECTS),
  /\b(is|are|was|were|do|does) ?n[o']t\b|\brul(es?|ed|ing) out\b|不是|不像|不符|不支持|排除/iu,
];
