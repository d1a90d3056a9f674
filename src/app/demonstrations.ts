/**
 * @file Demonstration cases: consultations about patients of the synthetic clinic,
 * of whom everything is known. The clinic is fetched when the first is opened.
 */
import type { Truth } from '../mediscope/demonstration.ts';
import { PRESENTATIONS, type PresentationId } from '../mediscope/presentations.ts';
import {
  currentDraft,
  currentMessages,
  currentSyntheticPatient,
  isAnsweringHere,
} from './selectors.ts';
import { loadedCheckpoint } from './spoken-languages.ts';
import { type AppState, EMPTY_DRAFT, type Language, NEW_DRAFT } from './state.ts';

export type { Truth };

/** A patient to begin with. */
export interface Demonstration {
  readonly presentation: PresentationId;
  /** What the patient comes with. */
  readonly name: Readonly<Record<Language, string>>;
  readonly index: number;
}

/** The set of patients; `npm run bench:clinic` examines others. */
export const DEMONSTRATION_SEED = 1;

/** Of each presentation the first patient of the set, whoever that is. */
export const DEMONSTRATIONS: readonly Demonstration[] = [
  demonstration('chest-pain', 3),
  demonstration('skin-spot', 9),
  demonstration('poor-sight', 10),
  demonstration('ear-trouble', 14),
  demonstration('breathlessness', 19),
  demonstration('headache', 8),
];

function demonstration(presentation: PresentationId, index: number): Demonstration {
  return { presentation, name: PRESENTATIONS[presentation].name, index };
}

/**
 * True while a demonstration can begin without what is written being lost. One that
 * might have to be told in another language waits until it is known what the model speaks.
 */
export function canOpenDemonstration(state: AppState): boolean {
  const { text, images, readingImages, facts, syntheticPatient } =
    state.drafts[NEW_DRAFT] ?? EMPTY_DRAFT;
  const isUntouched =
    text === '' &&
    images.length === 0 &&
    readingImages.length === 0 &&
    facts === undefined;
  return (
    state.start.kind === 'started' &&
    state.writer === 'writing' &&
    isLanguageKnown(state) &&
    (isUntouched || syntheticPatient !== undefined)
  );
}

function isLanguageKnown(state: AppState): boolean {
  return (
    state.settings.language === 'en' ||
    state.engine.kind === 'failed' ||
    loadedCheckpoint(state) !== undefined
  );
}

/** True when the last answer waits for the patient's. */
export function canHearPatient(state: AppState): boolean {
  const { text, images, readingImages, editing } = currentDraft(state);
  const isWritten = text.trim() !== '' || images.length + readingImages.length > 0;
  const isAsked = currentMessages(state).at(-1)?.role !== 'user';
  return (
    currentSyntheticPatient(state) !== undefined &&
    state.writer === 'writing' &&
    !isWritten &&
    isAsked &&
    editing === undefined &&
    !isAnsweringHere(state)
  );
}

/** @throws AssistantError 'bad-data' when this version does not know the patient */
export async function revealTruth(state: AppState): Promise<Truth | undefined> {
  const patient = currentSyntheticPatient(state);
  if (patient === undefined) return undefined;
  const { truthOf } = await clinic();
  return truthOf(patient, answersIn(state));
}

/** Fetched when it is first needed. */
export function clinic() {
  return import('../mediscope/demonstration.ts');
}

/** The answers of the branch on screen: the doctor's turns. */
export function answersIn(state: AppState): readonly string[] {
  return currentMessages(state).flatMap(({ role, text }) =>
    role === 'assistant' ? [text] : [],
  );
}
