/**
 * @file A patient who holds the hidden facts of a case and answers what is asked.
 *
 * Nothing is volunteered: a fact is told when a question is about it, and never
 * wrongly. A vague patient answers one thing of several and leaves the rest to be
 * asked again; a misleading one is sure of another condition.
 */
import { Random } from '../base/random.ts';
import { ALLERGIES, MEDICINES, type ClinicCase } from './case.ts';
import { chance, choose } from './choose.ts';
import { conditionOf } from './clinic-table.ts';
import { FACTS, type FactId } from './fact-table.ts';
import { IMAGE_NAMES, type ImageKind } from './findings.ts';
import { alternatives, fill, listed, wordingsFor, type Templates } from './language.ts';
import { recognize, type Asked, type Topic } from './recognize.ts';
import { durationWords } from './words/duration-words.ts';
import { firstMention, personWords, pronounsOf } from './words/person-words.ts';
import {
  ASKS_WHAT_NEXT,
  BELIEFS,
  DURATIONS,
  HAS_NO_IMAGE,
  HEDGES,
  INTRODUCES,
  NO,
  ONLY,
  OPENINGS,
  PUZZLED,
  SENDS_IMAGE,
  SEVERITIES,
  SHORT,
  SHRUGS,
  STATES,
  TOLD_LITTLE,
  UNSURE,
  WORRIES,
  YES,
} from './words/patient-words.ts';

export interface PatientTurn {
  readonly text: string;
  /** What the turn told: true, false, or undefined where the patient cannot tell. */
  readonly told: ReadonlyMap<FactId, boolean | undefined>;
  /** Images that came with the turn, by their place in the case. */
  readonly images: readonly number[];
}

type Answer = 'yes' | 'no' | 'unsure';

export class SimulatedPatient {
  private readonly clinicCase: ClinicCase;
  private readonly random: Random;
  private readonly pronouns: Readonly<Record<string, string>>;

  constructor(clinicCase: ClinicCase) {
    this.clinicCase = clinicCase;
    this.random = new Random(clinicCase.seed ^ 0x5eed);
    this.pronouns = pronounsOf(clinicCase);
  }

  /** The first sentence, sometimes with the images at hand. */
  open(): PatientTurn {
    const { clinicCase } = this;
    const { hidden, patient, images } = clinicCase;
    const opening = {
      x: this.complaint(),
      time: this.duration(),
      ...firstMention(clinicCase),
    };
    const parts = [
      this.say(OPENINGS, opening),
      this.say(INTRODUCES, personWords(clinicCase)),
    ];
    const sent = images.map((_, i) => i).filter(() => chance(this.random, 0.3));
    for (const i of sent) parts.push(this.sayImage(SENDS_IMAGE, i));
    if (patient.belief !== undefined) {
      const wrong = conditionOf(patient.belief).name[clinicCase.language];
      parts.push(this.say(BELIEFS, { wrong }));
    }
    if (patient.personality === 'anxious') parts.push(this.say(WORRIES));
    const told = new Map(hidden.told.map((fact) => [fact, true] as const));
    return { text: this.join(parts), told, images: sent };
  }

  /** Answers the question, in whatever words it was asked. */
  answer(question: string): PatientTurn {
    const asked = recognize(question);
    if (asked.isOpen) {
      return this.turn([
        this.say(TOLD_LITTLE, { x: this.complaint(), time: this.duration() }),
      ]);
    }
    const facts = this.chosenFacts(asked);
    const told = new Map(facts.map((fact) => [fact, this.truth(fact)] as const));
    const parts = this.sayFacts(facts);
    for (const topic of asked.topics) parts.push(this.sayTopic(topic));
    const sent = asked.images.flatMap((kind) => this.imagesOf(kind));
    for (const i of sent) parts.push(this.sayImage(SENDS_IMAGE, i));
    for (const kind of asked.images) {
      if (this.imagesOf(kind).length === 0) {
        parts.push(this.sayKind(HAS_NO_IMAGE, kind));
      }
    }
    if (parts.length === 0) return this.turn([this.say(PUZZLED)]);
    return { text: this.join(this.coloured(parts, asked)), told, images: sent };
  }

  /** After the doctor has concluded. */
  askWhatNext(): PatientTurn {
    return this.turn([this.say(ASKS_WHAT_NEXT)]);
  }

  /** A vague patient takes up one thing of several. */
  private chosenFacts({ facts }: Asked): readonly FactId[] {
    const isVague = this.clinicCase.patient.personality === 'vague';
    return isVague && facts.length > 1 ? facts.slice(0, 1) : facts;
  }

  private coloured(parts: readonly string[], asked: Asked): readonly string[] {
    const { personality } = this.clinicCase.patient;
    if (personality === 'vague' && asked.facts.length > 1) {
      return [this.say(HEDGES), ...parts];
    }
    if (personality === 'anxious' && chance(this.random, 0.3)) {
      return [...parts, this.say(WORRIES)];
    }
    const tellsOne = asked.facts.some((fact) => this.truth(fact) === true);
    if (personality === 'misleading' && tellsOne && chance(this.random, 0.5)) {
      return [...parts, this.say(SHRUGS)];
    }
    return parts;
  }

  private truth(fact: FactId): boolean | undefined {
    const { present, unsure } = this.clinicCase.hidden;
    return unsure.includes(fact) ? undefined : present.includes(fact);
  }

  private answerTo(fact: FactId): Answer {
    const truth = this.truth(fact);
    return truth === undefined ? 'unsure' : truth ? 'yes' : 'no';
  }

  private sayFacts(facts: readonly FactId[]): string[] {
    const groups = (['yes', 'no', 'unsure'] as const).map((answer) => ({
      answer,
      facts: facts.filter((fact) => this.answerTo(fact) === answer),
    }));
    const filled = groups.filter((group) => group.facts.length > 0);
    if (this.clinicCase.patient.personality === 'terse') {
      return this.sayTersely(filled, facts.length);
    }
    return filled.map((group) => this.sayGroup(group.answer, group.facts));
  }

  private sayGroup(answer: Answer, facts: readonly FactId[]): string {
    const { language } = this.clinicCase;
    const phrases = facts.map((fact) => this.phrase(fact));
    if (answer === 'yes') return this.say(YES, { x: listed(phrases, language) });
    const x = alternatives(phrases, language);
    return this.say(answer === 'no' ? NO : UNSURE, { x });
  }

  /** "Yes." where that is clear; the names of those that hold where it is not. */
  private sayTersely(
    groups: readonly { readonly answer: Answer; readonly facts: readonly FactId[] }[],
    asked: number,
  ): string[] {
    const [only] = groups;
    if (only !== undefined && groups.length === 1) {
      return [this.say(SHORT[only.answer])];
    }
    const held = groups.find(({ answer }) => answer === 'yes');
    const open = groups.find(({ answer }) => answer === 'unsure');
    const said: string[] = [];
    if (held !== undefined && asked > 1) {
      const x = listed(
        held.facts.map((fact) => this.phrase(fact)),
        this.clinicCase.language,
      );
      said.push(this.say(ONLY, { x, X: capital(x) }));
    }
    if (open !== undefined) said.push(this.sayGroup('unsure', open.facts));
    return said;
  }

  private sayTopic(topic: Topic): string {
    const { hidden, language } = this.clinicCase;
    switch (topic) {
      case 'duration':
        return this.say(DURATIONS, { time: this.duration() });
      case 'severity':
        return this.say(SEVERITIES, { n: String(hidden.severity) });
      case 'medicines':
        return this.say(STATES, { x: MEDICINES[hidden.medicine][language] });
      case 'allergies':
        return this.say(STATES, { x: ALLERGIES[hidden.allergy][language] });
    }
  }

  private imagesOf(kind: ImageKind): readonly number[] {
    return this.clinicCase.images.flatMap((image, i) =>
      image.kind === kind ? [i] : [],
    );
  }

  private sayImage(templates: Templates, index: number): string {
    const image = this.clinicCase.images[index];
    return image === undefined ? '' : this.sayKind(templates, image.kind);
  }

  private sayKind(templates: Templates, kind: ImageKind): string {
    return this.say(templates, { x: IMAGE_NAMES[kind][this.clinicCase.language] });
  }

  private complaint(): string {
    const { condition, language, split } = this.clinicCase;
    return choose(
      this.random,
      wordingsFor(conditionOf(condition).complaint[language], split),
    );
  }

  private phrase(fact: FactId): string {
    const { language, split } = this.clinicCase;
    return choose(this.random, wordingsFor(FACTS[fact].wordings[language], split));
  }

  private duration(): string {
    return durationWords(this.clinicCase.hidden.duration, this.clinicCase.language);
  }

  private say(
    templates: Templates,
    values: Readonly<Record<string, string>> = {},
  ): string {
    const { language, split } = this.clinicCase;
    const template = choose(this.random, templates[language][split]);
    return capital(fill(template, { ...this.pronouns, ...values }));
  }

  private join(parts: readonly string[]): string {
    return parts.join(this.clinicCase.language === 'en' ? ' ' : '');
  }

  private turn(parts: readonly string[]): PatientTurn {
    return { text: this.join(parts), told: new Map(), images: [] };
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
