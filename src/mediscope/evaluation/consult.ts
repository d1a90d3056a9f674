/**
 * @file A consultation between a doctor to be examined and a simulated patient.
 *
 * The doctor speaks freely and the patient answers what was asked, until the doctor
 * names a condition. One who asks nothing new three times running, or too long, is
 * asked outright what it is, and what is said then is the answer.
 */
import type { ClinicCase } from '../case.ts';
import type { FactId } from '../fact-table.ts';
import type { Language } from '../language.ts';
import { SimulatedPatient, type PatientTurn } from '../patient-simulator.ts';
import { recognize } from '../recognize.ts';
import { readAnswer } from './read-answer.ts';

export interface SpokenTurn {
  readonly role: 'patient' | 'doctor';
  readonly text: string;
  /** Places in the case's list of images. */
  readonly images: readonly number[];
}

/** What the doctor says next; the last of `turns` is the patient's. */
export type Doctor = (turns: readonly SpokenTurn[]) => Promise<string>;

export interface Consultation {
  /** From the patient's first words to the doctor's diagnosis. */
  readonly turns: readonly SpokenTurn[];
  /** The facts each of the doctor's turns asked for; none for the diagnosis. */
  readonly asks: readonly (readonly FactId[])[];
  /** What came to light: true, false, or undefined where the patient cannot tell. */
  readonly told: ReadonlyMap<FactId, boolean | undefined>;
  /** How often a fact was asked for that had been answered before. */
  readonly repeats: number;
  /** Whether the doctor had to be asked for the diagnosis. */
  readonly wasPressed: boolean;
}

/** As long as the longest reference dialogue: questions, images, medicines. */
const MOST_TURNS = 16;
/** Turns in a row that brought no fact and no image. */
const MOST_IDLE_TURNS = 3;

const PRESSES: Readonly<Record<Language, string>> = {
  en: 'Please tell me now: what is the diagnosis, and how urgent is it?',
  zh: '请现在告诉我：诊断是什么，有多紧急？',
};

/** @param begun - what the doctor said first, taken as given */
export async function consult(
  clinicCase: ClinicCase,
  doctor: Doctor,
  begun: readonly string[] = [],
): Promise<Consultation> {
  const patient = new SimulatedPatient(clinicCase);
  const turns: SpokenTurn[] = [];
  const asks: (readonly FactId[])[] = [];
  const told = new Map<FactId, boolean | undefined>();
  let repeats = 0;
  const end = (wasPressed: boolean): Consultation => ({
    repeats,
    turns,
    asks,
    told,
    wasPressed,
  });
  const hear = ({ text, images, told: facts }: PatientTurn): void => {
    turns.push({ role: 'patient', text, images });
    for (const [fact, isPresent] of facts) told.set(fact, isPresent);
  };
  const speak = async (): Promise<string> => {
    const text = begun[asks.length] ?? (await doctor(turns));
    turns.push({ role: 'doctor', text, images: [] });
    return text;
  };
  hear(patient.open());
  for (let idle = 0; ;) {
    const text = await speak();
    if (readAnswer(text).named.length > 0) {
      asks.push([]);
      return end(false);
    }
    const { facts } = recognize(text);
    asks.push(facts);
    repeats += facts.filter((fact) => told.has(fact)).length;
    const answer = patient.answer(text);
    const isNew =
      answer.images.length > 0 || [...answer.told].some(([it]) => !told.has(it));
    idle = isNew ? 0 : idle + 1;
    if (idle >= MOST_IDLE_TURNS || asks.length >= MOST_TURNS) break;
    hear(answer);
  }
  const press = PRESSES[clinicCase.language];
  hear({ text: press, told: new Map(), images: [] });
  await speak();
  asks.push([]);
  return end(true);
}

/** What the doctor said before the first image was there to be seen; undefined when none ever was. */
export function beforeImages({ turns }: Consultation): readonly string[] | undefined {
  const first = turns.findIndex(({ images }) => images.length > 0);
  if (first < 0) return undefined;
  return turns
    .slice(0, first)
    .flatMap(({ role, text }) => (role === 'doctor' ? [text] : []));
}
