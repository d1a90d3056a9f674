/** @file A consultation as long as they get: 500 turns, 200 images, answers in Markdown. */
import { Random } from '../../src/base/random.ts';
import type { WrittenConsultation, WrittenTurn } from './page-api.ts';

const TURNS = 500;
const IMAGES = 200;
/** The turn that a search leads to. */
const RARE = 84;

const WORDS =
  'fever cough for two days chest pain on breathing no rash heart rate normal oxygen saturation stable film shows left lower lobe infiltrate consider amoxicillin check allergy follow up again'.split(
    ' ',
  );

export const LONG: WrittenConsultation = {
  id: 'long',
  title: 'A long stay',
  turns: writeTurns(new Random(11)),
};

function writeTurns(random: Random): readonly WrittenTurn[] {
  return Array.from({ length: TURNS }, (_, at) => {
    if (at % 2 === 1) return { role: 'assistant', text: answer(random, at) };
    const images = imagesOf(at / 2);
    const rare = at === RARE ? ' Could it be pericarditis?' : '';
    const text = `Day ${at / 2}: ${sentence(random, 20)}${rare}`;
    return { role: 'user', text, images };
  });
}

/** Of the 250 questions, the first 200 have one. */
function imagesOf(question: number): WrittenTurn['images'] {
  if (question >= IMAGES) return [];
  const name = `film-${question}.png`;
  return [{ name, number: question, caption: `Film of day ${question}` }];
}

function answer(random: Random, at: number): string {
  return [
    `**Assessment ${at}.** ${sentence(random, 30)}`,
    `- ${sentence(random, 8)}\n- ${sentence(random, 8)}\n- ${sentence(random, 8)}`,
    '| test | value |\n|---|---|\n| CRP | 48 mg/L |\n| WBC | 13.2 |',
    sentence(random, 40),
  ].join('\n\n');
}

function sentence(random: Random, words: number): string {
  const chosen = Array.from(
    { length: words },
    () => WORDS[random.below(WORDS.length)] ?? '',
  );
  return `${chosen.join(' ')}.`;
}
