/** @file The reference doctor's steps put into sentences of the case's language and split. */
import type { Random } from '../base/random.ts';
import { ALLERGIES, type ClinicCase } from './case.ts';
import { choose } from './choose.ts';
import { conditionOf } from './clinic-table.ts';
import { FACTS, type FactId } from './fact-table.ts';
import { findingWords, IMAGE_NAMES, type ImageKind } from './findings.ts';
import { alternatives, fill, listed, wordingsFor, type Templates } from './language.ts';
import type { Conclusion } from './reference-doctor.ts';
import {
  ASKS_BACKGROUND,
  ASKS_IMAGE,
  ASKS_SAFETY,
  ASKS_SYMPTOM,
  CLOSES,
  COMFORTS,
  CONCLUDES,
  CONSIDERS,
  CORRECTS,
  GREETINGS,
  REASONS,
  SEES,
  SPARES,
  TIER_WORDS,
  WARNS,
  WARNS_PRESENT,
} from './words/doctor-words.ts';

export class DoctorSpeech {
  private readonly clinicCase: ClinicCase;
  private readonly random: Random;

  constructor(clinicCase: ClinicCase, random: Random) {
    this.clinicCase = clinicCase;
    this.random = random;
  }

  greet(): string {
    const isAnxious = this.clinicCase.patient.personality === 'anxious';
    return this.say(isAnxious ? COMFORTS : GREETINGS);
  }

  /** Symptoms of one question are asked together, background by itself. */
  ask(facts: readonly FactId[]): string {
    const { language } = this.clinicCase;
    const ofKind = (kind: 'symptom' | 'background'): readonly string[] =>
      facts
        .filter((fact) => FACTS[fact].kind === kind)
        .map((fact) => this.phrase(fact));
    const symptoms = ofKind('symptom');
    const past = ofKind('background');
    const parts: string[] = [];
    if (symptoms.length > 0) {
      parts.push(this.say(ASKS_SYMPTOM, { x: alternatives(symptoms, language) }));
    }
    if (past.length > 0) {
      parts.push(this.say(ASKS_BACKGROUND, { x: alternatives(past, language) }));
    }
    return this.join(parts);
  }

  askSafety(): string {
    return this.say(ASKS_SAFETY);
  }

  requestImages(kinds: readonly ImageKind[]): string {
    const { language } = this.clinicCase;
    return this.say(ASKS_IMAGE, {
      x: listed(
        kinds.map((kind) => IMAGE_NAMES[kind][language]),
        language,
      ),
    });
  }

  /** Findings, diagnosis, reasons, differential, red flags, urgency, plan. */
  conclude(conclusion: Conclusion): string {
    const { language, patient } = this.clinicCase;
    const condition = conditionOf(conclusion.diagnosis);
    const isFlagged = conclusion.present.length > 0;
    const tier = isFlagged ? condition.tierWithRedFlag : condition.tier;
    const parts = [...conclusion.findings].map(([kind, finding]) => {
      const x = findingWords({ kind, finding })?.[language] ?? '';
      return this.say(SEES, { image: IMAGE_NAMES[kind][language], x });
    });
    parts.push(this.say(CONCLUDES, { x: condition.name[language] }));
    if (conclusion.reasons.length > 0) {
      parts.push(this.say(REASONS, { x: this.phrases(conclusion.reasons) }));
    }
    if (patient.belief !== undefined && patient.belief !== conclusion.diagnosis) {
      const wrong = conditionOf(patient.belief).name[language];
      parts.push(this.say(CORRECTS, { wrong, Wrong: capital(wrong) }));
    }
    const others = conclusion.others.map((id) => conditionOf(id).name[language]);
    if (others.length > 0) {
      parts.push(this.say(CONSIDERS, { x: listed(others, language) }));
    }
    if (isFlagged) {
      parts.push(this.say(WARNS_PRESENT, { x: this.phrases(conclusion.present) }));
    } else parts.push(this.say(WARNS, { x: this.phrases(condition.redFlags) }));
    parts.push(TIER_WORDS[tier][language]);
    const plan = condition.management[tier]?.[language] ?? '';
    parts.push(plan, this.spare(plan));
    return this.join(parts);
  }

  /** Says so where the plan names what the patient cannot take. */
  private spare(plan: string): string {
    const { language, hidden } = this.clinicCase;
    const allergy = ALLERGIES[hidden.allergy];
    const isRuledOut = allergy.rulesOut?.test(plan) ?? false;
    return isRuledOut ? this.say(SPARES, { x: allergy[language] }) : '';
  }

  /** What to come back for. */
  close({ diagnosis }: Conclusion): string {
    const { redFlags, investigations } = conditionOf(diagnosis);
    const { language } = this.clinicCase;
    const next = investigations[language];
    return this.join([this.say(CLOSES, { x: this.phrases(redFlags) }), next]);
  }

  private phrases(facts: readonly FactId[]): string {
    return listed(
      facts.map((fact) => this.phrase(fact)),
      this.clinicCase.language,
    );
  }

  private phrase(fact: FactId): string {
    const { language, split } = this.clinicCase;
    return choose(this.random, wordingsFor(FACTS[fact].wordings[language], split));
  }

  private say(
    templates: Templates,
    values: Readonly<Record<string, string>> = {},
  ): string {
    const { language, split, patient } = this.clinicCase;
    const isParent = patient.speaker === 'parent';
    const you =
      language === 'zh'
        ? { you: isParent ? '孩子' : '您' }
        : isParent
          ? { you: 'your child', Do: 'Does', do: 'does', Have: 'Has', have: 'has' }
          : { you: 'you', Do: 'Do', do: 'do', Have: 'Have', have: 'have' };
    return capital(
      fill(choose(this.random, templates[language][split]), { ...you, ...values }),
    );
  }

  private join(parts: readonly string[]): string {
    const separator = this.clinicCase.language === 'en' ? ' ' : '';
    return parts.filter((part) => part !== '').join(separator);
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
