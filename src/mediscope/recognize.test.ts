import { expect, test } from 'vitest';
import { FACTS, FACT_IDS } from './fact-table.ts';
import { LANGUAGES, SPLITS, fill, wordingsFor } from './language.ts';
import { recognize } from './recognize.ts';
import {
  ASKS_BACKGROUND,
  ASKS_SYMPTOM,
  COMFORTS,
  GREETINGS,
} from './words/doctor-words.ts';

test('every fact is recognized in every question of every split, and nothing else is', () => {
  for (const fact of FACT_IDS) {
    for (const language of LANGUAGES) {
      for (const split of SPLITS) {
        const templates =
          FACTS[fact].kind === 'symptom' ? ASKS_SYMPTOM : ASKS_BACKGROUND;
        for (const template of templates[language][split]) {
          for (const x of wordingsFor(FACTS[fact].wordings[language], split)) {
            const question = fill(template, {
              x,
              you: language === 'en' ? 'you' : '您',
              Do: 'Do',
              Have: 'Have',
            });
            const { facts } = recognize(question);
            expect(facts, question).toEqual([fact]);
          }
        }
      }
    }
  }
});

test('a cue within a longer one does not count', () => {
  expect(recognize('Does it hurt more when you take a deep breath in?').facts).toEqual([
    'pain-on-breathing-in',
  ]);
});

test.each([
  ['How long has this been going on?', ['duration']],
  ['在吃什么药？有没有过敏？', ['medicines', 'allergies']],
  ['On a scale of 0 to 10, how bad is it?', ['severity']],
])('%s asks for %s', (question, topics) => {
  expect(recognize(question).topics).toEqual(topics);
});

test.each([
  ['May I see the chest X-ray?', ['chest-film']],
  ['请把眼底照片和化验单发给我。', ['fundus', 'lab-report']],
  ['Could you upload the ECG and the blood film?', ['ecg', 'blood-film']],
])('%s asks for images', (question, images) => {
  expect(recognize(question).images.toSorted()).toEqual(images.toSorted());
});

test('kind words ask about nothing', () => {
  for (const templates of [GREETINGS, COMFORTS]) {
    for (const language of LANGUAGES) {
      for (const split of SPLITS) {
        for (const text of templates[language][split]) {
          expect(recognize(text).facts, text).toEqual([]);
        }
      }
    }
  }
});
