import { array, assert, constantFrom, nat, oneof, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { signsIn } from './condition.ts';
import { findRedFlags, readForRedFlags } from './find-red-flags.ts';
import { RED_FLAG_RULES } from './rules.ts';
import { GAP } from './sign.ts';

const ids = (text: string, context = {}) =>
  findRedFlags(text, context).map(({ rule }) => rule.id);
const ACS = 'cardiac/acute-coronary-syndrome';
const CRUSHING = 'crushing chest pain and sweating';

describe('negation in English', () => {
  test.each([
    'No fever, cough or crushing chest pain',
    `Denies ${CRUSHING}`,
    'Denies fever, crushing chest pain, breathlessness, and sweating',
    'Well, without chest pain or sweating',
    'Myocardial infarction has been ruled out',
    'Negative for crushing chest pain',
    'Crushing chest pain: no',
    'Chest pain (-), sweating (-)',
    'There is no evidence of myocardial infarction',
  ])('silent: %s', (text) => expect(ids(text)).toEqual([]));

  test.each([
    `No fever but ${CRUSHING}`,
    'No fever, crushing chest pain for 2 hours',
    '62M no fever, crushing chest pain and sweating',
    `No allergies. ${CRUSHING}`,
    'Crushing chest pain, no relief with nitrates',
    'Crushing chest pain, no radiation, no sweating',
    `Not improving, ${CRUSHING}`,
    `Denies cough; ${CRUSHING}`,
    `No symptoms except ${CRUSHING}`,
    'Myocardial infarction cannot be ruled out',
  ])('fires: %s', (text) => expect(ids(text)).toContain(ACS));
});

describe('negation in Chinese', () => {
  test.each([
    '无发热、压榨性胸痛及大汗',
    '否认胸痛、大汗',
    '没有胸痛，没有出汗',
    '未见ST段抬高',
    '已排除急性冠脉综合征',
    '胸痛（-），大汗（-）',
  ])('silent: %s', (text) => expect(ids(text)).toEqual([]));

  test.each([
    '无发热，但胸痛伴大汗',
    '无明显诱因出现胸痛，伴大汗',
    '无发热，胸痛伴大汗2小时',
    '否认高血压病史。胸痛，大汗',
    '胸痛，大汗，休息后无缓解',
    '不能排除心肌梗死',
    '胸痛，無發熱，大汗',
  ])('fires: %s', (text) => expect(ids(text)).toContain(ACS));
});

describe('what is past, of others, or only possible', () => {
  test.each([
    'History of myocardial infarction',
    'PMH: myocardial infarction, stroke, asthma',
    'He had a heart attack ten years ago',
    'His father had a heart attack at 50',
    'Family history of myocardial infarction and stroke',
    'If you get crushing chest pain, call an ambulance',
    'What are common causes of crushing chest pain in adults?',
    '既往心肌梗死病史',
    '家族史：父亲心肌梗死',
    '如果出现胸痛、大汗，请立即就诊',
    '胸痛伴大汗的常见原因有哪些？',
    '3年前曾患心肌梗死',
    'Is there any ST elevation on this trace?',
    '这份心电图有没有ST段抬高？',
    'Allergies: penicillin (anaphylaxis)',
    '青霉素过敏史（过敏性休克）',
    '既往脑梗死，遗留左侧肢体无力',
  ])('silent: %s', (text) => expect(ids(text)).toEqual([]));

  test.each([
    `History of angina, now ${CRUSHING}`,
    'A 2-hour history of crushing chest pain and sweating',
    `Previously well, ${CRUSHING}`,
    `History of hypertension presenting with ${CRUSHING}`,
    `His father had a stroke, but he has ${CRUSHING}`,
    'Tell me if this is cardiac: crushing chest pain and sweating',
    'What is the next step for a 62 year old with crushing chest pain and sweating?',
    '既往冠心病史，现胸痛伴大汗',
    '既往体健，今晨突发胸痛，大汗',
    '母亲诉患儿胸痛，大汗',
    '62岁男性胸痛伴大汗的常见原因？',
  ])('fires: %s', (text) => expect(ids(text)).toContain(ACS));
});

describe('values', () => {
  const LOW = 'vital/low-oxygen';
  test.each([
    'SpO2 85%',
    'spo2: 85',
    'SpO₂ is 85 %',
    'sats 85-88% on air',
    'O2 sat < 90%',
    'ＳｐＯ２ ８５％',
    '血氧饱和度降至85%',
    '血氧低于90%',
    'No cough, SpO2 85%',
  ])('low oxygen: %s', (text) => expect(ids(text)).toContain(LOW));

  test.each([
    'SpO2 97%',
    'SpO2 > 94%',
    'SpO2 < 95%',
    'SpO2 never below 90%',
    'sat 10 minutes',
    'If SpO2 < 90%, call',
    '血氧饱和度98%',
    '血氧未低于90%',
    'spo2 850',
  ])('not low: %s', (text) => expect(ids(text)).not.toContain(LOW));

  test('units are converted, and other units are other things', () => {
    expect(ids('glucose 45 mg/dL')).toContain('laboratory/low-glucose');
    expect(ids('glucose 90 mg/dL')).toEqual([]);
    expect(ids('vitamin K 10 mg daily')).toEqual([]);
    expect(ids('6-week-old, fever 101.5F')).toContain(
      'paediatric/fever-under-3-months',
    );
  });

  test('pressure gives both of its values', () => {
    expect(ids('Pregnant, BP 150/115')).toContain('obstetric/pre-eclampsia');
    expect(ids('BP 150/115')).not.toContain('obstetric/pre-eclampsia');
  });
});

describe('the patient', () => {
  test('age and pregnancy come from the text or from the case', () => {
    const young = 'paediatric/fever-under-3-months';
    expect(ids('fever since this morning', { ageYears: 0.1 })).toContain(young);
    expect(ids('fever since this morning', { ageYears: 4 })).not.toContain(young);
    expect(ids('30 yo mother, fever; 3天前发热')).not.toContain(young);
    const bleeding = 'obstetric/bleeding';
    expect(ids('vaginal bleeding', { pregnant: true })).toContain(bleeding);
    expect(ids('vaginal bleeding')).not.toContain(bleeding);
    expect(ids('not pregnant, vaginal bleeding')).not.toContain(bleeding);
  });
});

test('a flag shows the words it was seen in, as they were typed', () => {
  const text = 'Seen today:\u200B  CRUSHING　chest‑pain, ｓｗｅａｔｉｎｇ.';
  const [flag] = findRedFlags(text);
  const words = flag?.spans.map(({ start, end }) => text.slice(start, end));
  expect(words).toEqual(['CRUSHING　chest‑pain', 'ｓｗｅａｔｉｎｇ']);
});

test('the most urgent come first', () => {
  const tiers = findRedFlags(
    'TIA this morning, Hb 58 g/L, then crushing chest pain',
  ).map(({ rule }) => rule.tier);
  expect(tiers).toEqual(tiers.toSorted());
  expect(new Set(tiers).size).toBe(2);
});

describe('every phrase of every single sign', () => {
  const phrases = RED_FLAG_RULES.flatMap(({ id, when }) =>
    signsIn(when).flatMap((sign) =>
      (['en', 'zh'] as const).flatMap((language) =>
        sign[language].map((phrase) => ({
          id,
          language,
          phrase: phrase.replaceAll('*', '').replaceAll(GAP, ' '),
        })),
      ),
    ),
  );
  const alone = phrases.filter(({ id, phrase }) => ids(phrase).includes(id));
  const NEGATORS = {
    en: ['No ', 'Denies ', 'Without ', 'No evidence of ', 'Negative for '],
    zh: ['无', '否认', '没有', '未见', '未出现'],
  } as const;

  test('there are many that fire alone', () => {
    expect(alone.length).toBeGreaterThan(500);
  });

  test('a negator before it silences it', () => {
    assert(
      property(constantFrom(...alone), nat(4), ({ id, language, phrase }, which) => {
        const negator = NEGATORS[language][which] ?? '';
        expect(ids(`${negator}${phrase}`)).not.toContain(id);
      }),
      { seed: 4, numRuns: 1500 },
    );
  });

  test('a star only ends a word, and nothing else needs escaping', () => {
    const signs = RED_FLAG_RULES.flatMap(({ when }) => signsIn(when));
    const odd = signs
      .flatMap(({ en, zh }) => [...en, ...zh])
      .flatMap((phrase) => phrase.split(GAP).map((part) => part.trim()))
      .filter(
        (part) => part === '' || /\*./.test(part) || /[A-Z]|[a-z]-|-[a-z]/.test(part),
      );
    expect(odd).toEqual([]);
  });
});

describe('whatever is typed', () => {
  test('never throws, and spans lie within the text', () => {
    const words = [
      'no ',
      '胸痛',
      'chest pain',
      '无',
      ', ',
      '。',
      'SpO2 ',
      '85',
      '% ',
      'if ',
    ];
    const text = oneof(
      string({ unit: 'binary' }),
      string({ unit: 'grapheme' }),
      array(constantFrom(...words)).map((list) => list.join('')),
    );
    assert(
      property(text, (typed) => {
        for (const { spans } of findRedFlags(typed)) {
          for (const { start, end } of spans) {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(typed.length);
          }
        }
      }),
      { seed: 5, numRuns: 400 },
    );
  });

  const HOSTILE = [
    'a',
    'no ',
    'no, ',
    '无',
    '(',
    'chest pain ',
    'chest chest pai',
    '9',
    'bp 1/',
  ];
  test.each(HOSTILE)('100 kB of "%s" costs a constant for each letter', (piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    expect(readForRedFlags(text).steps).toBeLessThan(12 * text.length);
  });
});
