/**
 * @file Proof that training, validation and test share nothing: no seed, no patient,
 * no way an image was taken, no sentence template and no wording of a fact.
 */
import { CONDITIONS } from './clinic-table.ts';
import type { Nuisance } from './drawing/nuisance.ts';
import { FACTS, FACT_IDS } from './fact-table.ts';
import { KNOWLEDGE_QUESTIONS } from './knowledge.ts';
import {
  LANGUAGES,
  SPLITS,
  wordingsFor,
  type Language,
  type Split,
  type Templates,
  type Wordings,
} from './language.ts';
import { ASKS_FINDING } from './make-finding.ts';
import * as doctorWords from './words/doctor-words.ts';
import * as patientWords from './words/patient-words.ts';

/** Something found in more than one split. */
export interface Overlap {
  readonly what:
    | 'seed'
    | 'image-seed'
    | 'patient'
    | 'nuisance'
    | 'template'
    | 'wording';
  readonly value: string;
  readonly splits: readonly Split[];
}

/** What is needed of a record or a case. */
export interface Checked {
  readonly split: Split;
  readonly seed: number;
  /** Equal for the same patient alone. */
  readonly patientKey: string;
  readonly images: readonly { readonly seed: number; readonly nuisance: Nuisance }[];
}

/** What sets of cases share; empty when all is well. */
export function overlapsOf(cases: Iterable<Checked>): readonly Overlap[] {
  const tallies = {
    seed: new Tally(),
    'image-seed': new Tally(),
    patient: new Tally(),
    nuisance: new Tally(),
  };
  for (const { split, seed, patientKey, images } of cases) {
    tallies.seed.add(String(seed), split);
    tallies.patient.add(patientKey, split);
    for (const image of images) {
      tallies['image-seed'].add(String(image.seed), split);
      for (const [name, value] of Object.entries(image.nuisance)) {
        tallies.nuisance.add(`${name} ${value.toFixed(6)}`, split);
      }
    }
  }
  return (['seed', 'image-seed', 'patient', 'nuisance'] as const).flatMap((what) =>
    tallies[what].shared().map((overlap) => ({ what, ...overlap })),
  );
}

/** Templates and wordings that two splits share; empty when all is well. */
export function sharedSentences(): readonly Overlap[] {
  return LANGUAGES.flatMap((language) => [
    ...sharedIn('template', templatesOf(language)),
    ...sharedIn('wording', wordingsOf(language)),
  ]);
}

type Sentences = Iterable<readonly [split: Split, text: string]>;

function sharedIn(
  what: 'template' | 'wording',
  sentences: Sentences,
): readonly Overlap[] {
  const tally = new Tally();
  for (const [split, text] of sentences) tally.add(normal(text), split);
  return tally.shared().map((overlap) => ({ what, ...overlap }));
}

/** Letters and digits alone: a changed comma makes no new sentence. */
function normal(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}{}]+/gu, ' ')
    .trim();
}

function* templatesOf(language: Language): Generator<readonly [Split, string]> {
  for (const templates of allTemplates()) {
    for (const split of SPLITS) {
      for (const text of templates[language][split]) yield [split, text];
    }
  }
}

/** Every set of templates the clinic speaks with. */
export function allTemplates(): readonly Templates[] {
  const found: Templates[] = [...KNOWLEDGE_QUESTIONS, ASKS_FINDING];
  const { TIER_WORDS: _tiers, ...doctor } = doctorWords;
  const { SHORT, ...patient } = patientWords;
  found.push(
    ...Object.values(doctor),
    ...Object.values(patient),
    ...Object.values(SHORT),
  );
  return found;
}

function* wordingsOf(language: Language): Generator<readonly [Split, string]> {
  const all: Wordings[] = FACT_IDS.map((fact) => FACTS[fact].wordings[language]);
  all.push(...CONDITIONS.map(({ complaint }) => complaint[language]));
  for (const wordings of all) {
    for (const split of SPLITS) {
      for (const text of wordingsFor(wordings, split)) yield [split, text];
    }
  }
}

/** In which splits each value was seen. */
class Tally {
  private readonly seen = new Map<string, Set<Split>>();

  add(value: string, split: Split): void {
    const splits = this.seen.get(value) ?? new Set();
    splits.add(split);
    this.seen.set(value, splits);
  }

  shared(): readonly { readonly value: string; readonly splits: readonly Split[] }[] {
    return [...this.seen]
      .filter(([, splits]) => splits.size > 1)
      .map(([value, splits]) => ({ value, splits: [...splits] }));
  }
}
