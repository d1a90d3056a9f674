/** @file A whole consultation between the reference doctor and a simulated patient. */
import { Random } from '../base/random.ts';
import type { ClinicCase } from './case.ts';
import { DoctorSpeech } from './doctor-speech.ts';
import type { FactId } from './fact-table.ts';
import type { Finding, ImageKind } from './findings.ts';
import { SimulatedPatient, type PatientTurn } from './patient-simulator.ts';
import {
  concludeFrom,
  nextStep,
  type Chart,
  type Conclusion,
} from './reference-doctor.ts';

export interface DialogueTurn {
  readonly role: 'patient' | 'doctor';
  readonly text: string;
  /** Places in the case's list of images. */
  readonly images: readonly number[];
  /** For a doctor's turn: the facts it asked for. */
  readonly asks: readonly FactId[];
}

export interface ReferenceDialogue {
  readonly turns: readonly DialogueTurn[];
  readonly conclusion: Conclusion;
}

/** Before the doctor has to conclude. */
const MOST_EXCHANGES = 14;

export function referenceDialogue(clinicCase: ClinicCase): ReferenceDialogue {
  const patient = new SimulatedPatient(clinicCase);
  const speech = new DoctorSpeech(clinicCase, new Random(clinicCase.seed ^ 0xd0c));
  const notes = new Notes(clinicCase);
  const turns: DialogueTurn[] = [];
  const hear = (turn: PatientTurn): void => {
    notes.write(turn);
    turns.push({ role: 'patient', text: turn.text, images: turn.images, asks: [] });
  };
  const speak = (text: string, asks: readonly FactId[] = []): void => {
    turns.push({ role: 'doctor', text, images: [], asks });
  };
  hear(patient.open());
  for (let exchange = 0; ; exchange++) {
    const step = nextStep(notes.chart(exchange));
    if (step.kind === 'conclude' || exchange >= MOST_EXCHANGES) {
      speak(speech.askSafety());
      hear(patient.answer(turns.at(-1)?.text ?? ''));
      const conclusion = concludeFrom(notes.chart(exchange));
      speak(speech.conclude(conclusion));
      hear(patient.askWhatNext());
      speak(speech.close(conclusion));
      return { turns, conclusion };
    }
    const asks = step.kind === 'ask' ? step.facts : [];
    const said =
      step.kind === 'ask' ? speech.ask(step.facts) : speech.requestImages(step.images);
    const text =
      exchange === 0
        ? [speech.greet(), said].join(clinicCase.language === 'en' ? ' ' : '')
        : said;
    speak(text, asks);
    const answer = patient.answer(text);
    hear(answer);
    if (asks.some((fact) => !answer.told.has(fact))) notes.leftOpen = true;
  }
}

/** What the doctor has written down. */
class Notes {
  /** The patient has left a part of a question unanswered. */
  leftOpen = false;
  private readonly clinicCase: ClinicCase;
  private readonly answers = new Map<FactId, boolean>();
  private readonly asked = new Set<FactId>();
  private readonly findings = new Map<ImageKind, Finding>();

  constructor(clinicCase: ClinicCase) {
    this.clinicCase = clinicCase;
  }

  /** Facts left unanswered stay open, so that they are asked again. */
  write({ told, images }: PatientTurn): void {
    for (const [fact, isPresent] of told) {
      this.asked.add(fact);
      if (isPresent !== undefined) this.answers.set(fact, isPresent);
    }
    for (const index of images) {
      const image = this.clinicCase.images[index];
      if (image !== undefined) this.findings.set(image.kind, image.finding);
    }
  }

  chart(questionTurns: number): Chart {
    const { presentation, patient } = this.clinicCase;
    return {
      evidence: {
        presentation,
        ageYears: patient.ageYears,
        sex: patient.sex,
        answers: this.answers,
        findings: this.findings,
      },
      asked: this.asked,
      questionTurns,
      oneAtATime: this.leftOpen,
    };
  }
}
