import { describe, expect, test } from 'vitest';
import type { CaseFacts } from '../case-facts.ts';
import { COMPLAINTS } from './complaints.ts';
import { missingQuestions, withoutQuestions } from './missing-questions.ts';
import { TOPICS, type TopicId } from './topics.ts';

const idsFor = (text: string, facts: CaseFacts = {}) =>
  missingQuestions({ facts, texts: [text] }).missing.map(({ id }) => id);
const namesFor = (text: string) =>
  missingQuestions({ texts: [text] }).complaints.map(({ name }) => name.en);

test('there are at least 25 complaints, each with danger signs and in both languages', () => {
  expect(COMPLAINTS.length).toBeGreaterThanOrEqual(25);
  for (const { name, knownBy, topics } of COMPLAINTS) {
    expect(name.zh, name.en).toMatch(/\p{Script=Han}/u);
    expect(knownBy.en.length * knownBy.zh.length, name.en).toBeGreaterThan(0);
    expect(topics.length, name.en).toBeGreaterThanOrEqual(10);
    expect(
      topics.some((id) => TOPICS[id].isDanger),
      name.en,
    ).toBe(true);
  }
});

test('every topic is asked by some complaint, and has words in both languages', () => {
  const asked = new Set(COMPLAINTS.flatMap(({ topics }) => topics));
  for (const [id, { question, answeredBy }] of Object.entries(TOPICS)) {
    expect(question.en, id).toMatch(/\?$/);
    expect(question.zh, id).toMatch(/？$/);
    expect(answeredBy.en.length * answeredBy.zh.length, id).toBeGreaterThan(0);
  }
  const unasked = Object.keys(TOPICS).filter((id) => !asked.has(id as TopicId));
  expect(unasked).toEqual([]);
});

describe('complaints', () => {
  test('every one is found by each of its own words', () => {
    const missed = COMPLAINTS.flatMap(({ name, knownBy }) =>
      [
        ...knownBy.en.map(
          (words) => `She has ${words.replaceAll('*', '').replaceAll('…', 'the')}.`,
        ),
        ...knownBy.zh.map((words) => `患者${words.replaceAll('…', '')}。`),
      ].filter((text) => !namesFor(text).includes(name.en)),
    );
    expect(missed).toEqual([]);
  });

  test.each([
    ['52 year old man with chest pain since this morning', 'chest pain'],
    ['男，52岁，胸痛2小时', 'chest pain'],
    ['3 days of watery diarrhoea', 'diarrhoea'],
    ['腹泻三天，水样便', 'diarrhoea'],
    ['She has had a severe headache since yesterday', 'headache'],
  ])('%s', (text, name) => expect(namesFor(text)).toContain(name));

  test.each([
    'No chest pain. Came for a routine check.',
    '否认胸痛，常规体检。',
    'Return if chest pain develops.',
    'His father had chest pain.',
    'Is there chest pain?',
  ])('is none: %s', (text) => expect(namesFor(text)).not.toContain('chest pain'));

  test('a reason for the visit is one', () => {
    const { complaints } = missingQuestions({ facts: { reason: '头痛' }, texts: [] });
    expect(complaints.map(({ name }) => name.zh)).toContain('头痛');
  });

  test('without any nothing is asked', () => {
    expect(missingQuestions({ texts: ['Hello'] }).missing).toEqual([]);
  });
});

/** A complaint, words that answer a topic of it, and the topic. */
const ANSWERS: readonly (readonly [
  complaint: string,
  answer: string,
  topic: TopicId,
])[] = [
  ['Chest pain.', 'It radiates to the left arm.', 'radiation'],
  ['Chest pain.', 'No radiation, denies radiating pain.', 'radiation'],
  ['Chest pain.', 'Not breathless.', 'breathless'],
  ['Chest pain.', 'Denies shortness of breath, sweating or syncope.', 'syncope'],
  ['Chest pain.', 'SpO2 97 %.', 'breathless'],
  ['Chest pain.', 'Began two hours ago.', 'onset'],
  ['Chest pain.', 'Smokes 20 a day, hypertension.', 'cardiacRisk'],
  ['Cough.', 'No fever.', 'fever'],
  ['Cough.', 'Temperature 38.6 °C.', 'fever'],
  ['Cough.', 'No haemoptysis, no weight loss.', 'weight'],
  ['Headache.', 'No neck stiffness.', 'neck'],
  ['Headache.', 'Sudden, worst ever.', 'thunderclap'],
  ['Headache.', 'Not on warfarin.', 'anticoagulant'],
  ['Abdominal pain.', 'LMP three weeks ago.', 'pregnancy'],
  ['Abdominal pain.', 'No melaena.', 'bleeding'],
  ['Back pain.', 'No saddle anaesthesia, no incontinence.', 'cauda'],
  ['Rash.', 'Blanching.', 'blanching'],
  ['Low mood.', 'No suicidal thoughts.', 'suicide'],
  ['Cough.', 'Fever? No.', 'fever'],
  ['胸痛。', '向左臂放射。', 'radiation'],
  ['胸痛。', '无呼吸困难。', 'breathless'],
  ['胸痛。', '否认晕厥。', 'syncope'],
  ['胸痛。', '2小时前开始。', 'onset'],
  ['胸痛。', '吸烟20年，高血压。', 'cardiacRisk'],
  ['咳嗽。', '无发热。', 'fever'],
  ['咳嗽。', '体温38.6℃。', 'fever'],
  ['咳嗽。', '无咯血，无体重下降。', 'weight'],
  ['头痛。', '颈软。', 'neck'],
  ['头痛。', '未服华法林。', 'anticoagulant'],
  ['腹痛。', '末次月经三周前。', 'pregnancy'],
  ['腹痛。', '无黑便。', 'bleeding'],
  ['腰痛。', '无会阴麻木，无大小便失禁。', 'cauda'],
  ['情绪低落。', '否认自杀想法。', 'suicide'],
];

describe('answers', () => {
  test.each(ANSWERS)('%s is not answered alone: %s', (complaint, _answer, topic) => {
    expect(idsFor(complaint)).toContain(topic);
  });

  test.each(ANSWERS)('%s %s', (complaint, answer, topic) => {
    expect(idsFor(`${complaint} ${answer}`)).not.toContain(topic);
  });

  test.each([
    ['Chest pain. Is there any fever or syncope?', 'syncope'],
    ['Cough. Advised to return if fever develops.', 'fever'],
    ['Cough. His mother had a fever.', 'fever'],
    ['咳嗽。有没有发热？', 'fever'],
    ['咳嗽。如出现发热请复诊。', 'fever'],
  ] as const)('is none: %s', (text, topic) => expect(idsFor(text)).toContain(topic));
});

test('what the facts say is not asked again', () => {
  const open = idsFor('Chest pain.');
  expect(open).toEqual(expect.arrayContaining(['age', 'medication', 'allergies']));
  const facts: CaseFacts = {
    age: { value: 54, unit: 'years' },
    medication: 'none',
    allergies: 'none known',
    history: 'hypertension',
  };
  for (const id of ['age', 'medication', 'allergies', 'history', 'cardiacRisk']) {
    expect(idsFor('Chest pain.', facts)).not.toContain(id);
  }
});

test('nobody is asked what cannot concern them', () => {
  const pain = 'Abdominal pain.';
  expect(idsFor(pain)).toEqual(expect.arrayContaining(['pregnancy', 'testis']));
  expect(idsFor(pain, { sex: 'male' })).not.toContain('pregnancy');
  expect(idsFor(pain, { sex: 'female' })).not.toContain('testis');
  expect(
    idsFor(pain, { sex: 'female', age: { value: 80, unit: 'years' } }),
  ).not.toContain('pregnancy');
  expect(idsFor('Headache, 30 year old.')).not.toContain('temporal');
  expect(idsFor('Headache, 71 year old.')).toContain('temporal');
});

test('signs of danger are asked first', () => {
  const { missing } = missingQuestions({ texts: ['Headache.'] });
  const dangers = missing.map(({ topic }) => topic.isDanger);
  expect(dangers.indexOf(false)).toBeGreaterThan(0);
  expect(dangers.lastIndexOf(true)).toBeLessThan(dangers.indexOf(false));
});

test('two complaints share their questions, and how many are answered is counted', () => {
  const both = missingQuestions({ texts: ['Cough and chest pain. No fever.'] });
  const breathless = both.missing.find(({ id }) => id === 'breathless');
  expect(breathless?.complaints.map(({ name }) => name.en)).toEqual([
    'chest pain',
    'cough',
  ]);
  expect(new Set(both.missing.map(({ id }) => id)).size).toBe(both.missing.length);
  expect(both.answered).toBeGreaterThan(0);
});

test('a question answers nothing unless its answer follows', () => {
  expect(withoutQuestions('Pain. Fever? Cough.').replaceAll(/\s/g, '')).toBe(
    'Pain..Cough.',
  );
  expect(withoutQuestions('Fever? No.')).toBe('Fever? No.');
  expect(withoutQuestions('发热？无。')).toBe('发热？无。');
});

test('a long transcript is read in time that grows with its length', () => {
  const text = 'Chest pain, no fever, denies cough? '.repeat(4000);
  const startMs = performance.now();
  missingQuestions({ texts: [text] });
  expect(performance.now() - startMs).toBeLessThan(3000);
});
