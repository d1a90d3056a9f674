/**
 * @file What lies outside the clinic: free questions and real pictures. The answers are
 * written down as they came, and nobody scores them.
 */
import { join } from 'node:path';
import type { Language } from '../mediscope/language.ts';
import type { Examination, ExaminationRoom } from './examination.ts';
import { REAL_IMAGES, realImageFiles } from './real-images.ts';

export interface OutsideAnswer {
  readonly question: string;
  /** The picture shown, with its source and licence. */
  readonly image: string | undefined;
  readonly answer: string;
}

const QUESTIONS: readonly { readonly text: string; readonly language: Language }[] = [
  { text: 'What are the symptoms of Addison disease?', language: 'en' },
  { text: 'Can I take ibuprofen together with warfarin?', language: 'en' },
  { text: 'My potassium is 7.1 mmol/L. What should be done?', language: 'en' },
  { text: 'How much gentamicin does a newborn of 3 kg get?', language: 'en' },
  { text: 'My dog has eaten chocolate. Is that dangerous?', language: 'en' },
  { text: 'Which city is the capital of France?', language: 'en' },
  { text: 'Write a short poem about the sea.', language: 'en' },
  { text: '我头痛三天了，怎么办？', language: 'zh' },
];

/** Every question, and every real picture when `real` names where they are kept. */
export async function askFreely(
  doctor: Examination,
  { files }: ExaminationRoom,
  { real }: { readonly real: string | undefined },
): Promise<readonly OutsideAnswer[]> {
  const answers: OutsideAnswer[] = [];
  for (const { text, language } of QUESTIONS) {
    const { text: answer } = await doctor.answer(text, language);
    answers.push({ question: text, image: undefined, answer });
  }
  if (real === undefined) return answers;
  await realImageFiles(real);
  for (const { name, question, about } of REAL_IMAGES) {
    files.set(name, join(real, name));
    const { text: answer } = await doctor.answer(question, 'en', [name]);
    answers.push({ question, image: `${name}: ${about}`, answer });
  }
  return answers;
}
