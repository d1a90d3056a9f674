/**
 * @file What a doctor notes of a case beside the conversation: typed facts, their
 * limits, and their words for the model.
 *
 * The block stands at the end of the system turn, before all turns, so that the
 * prefix of every follow-up stays the same while no fact changes. It has a line for
 * each fact that is given, always in this order:
 *
 *   Facts of the case, noted by the doctor:
 *   - Age: 7 months
 *   - Sex: female
 *   - Reason for the visit: fever since yesterday
 *   - History: …
 *   - Medication: …
 *   - Allergies: …
 *   - Notes: …
 *
 * Further lines of a fact are indented, so that none of them looks like another fact.
 */

/** How old, as it was said; a young child's age is not rounded to years. */
export interface Age {
  /** Whole, within `MOST_AGE` of its unit. */
  readonly value: number;
  readonly unit: AgeUnit;
}

export const AGE_UNITS = ['years', 'months', 'weeks', 'days'] as const;
export type AgeUnit = (typeof AGE_UNITS)[number];

/** The largest age that each unit is used for. */
export const MOST_AGE: Readonly<Record<AgeUnit, number>> = {
  years: 130,
  months: 60,
  weeks: 104,
  days: 366,
};

export const SEXES = ['female', 'male', 'other'] as const;
export type Sex = (typeof SEXES)[number];

/** Facts that are text, in the order in which they are told. */
export const FACT_TEXTS = [
  'reason',
  'history',
  'medication',
  'allergies',
  'notes',
] as const;
export type FactText = (typeof FACT_TEXTS)[number];

/** Letters of one fact, in UTF-16 units. */
export const MOST_FACT_LETTERS = 4000;

export interface CaseFacts extends Readonly<Partial<Record<FactText, string>>> {
  readonly age?: Age;
  readonly sex?: Sex;
  /** When somebody changed one of them last. */
  readonly editedMs?: number;
}

/** Undefined takes a fact away. */
export type FactsChange = {
  readonly [K in Exclude<keyof CaseFacts, 'editedMs'>]?: CaseFacts[K] | undefined;
};

/** Of what the model is told. */
export type PromptLanguage = 'en' | 'zh';

interface Words {
  readonly head: string;
  readonly names: Readonly<Record<'age' | 'sex' | FactText, string>>;
  readonly line: (name: string, value: string) => string;
  readonly age: (age: Age) => string;
  readonly sexes: Readonly<Record<Sex, string>>;
}

const ZH_UNITS: Readonly<Record<AgeUnit, string>> = {
  years: '岁',
  months: '个月',
  weeks: '周',
  days: '天',
};

const WORDS: Readonly<Record<PromptLanguage, Words>> = {
  en: {
    head: 'Facts of the case, noted by the doctor:',
    names: {
      age: 'Age',
      sex: 'Sex',
      reason: 'Reason for the visit',
      history: 'History',
      medication: 'Medication',
      allergies: 'Allergies',
      notes: 'Notes',
    },
    line: (name, value) => `- ${name}: ${value}`,
    age: ({ value, unit }) => `${value} ${value === 1 ? unit.slice(0, -1) : unit}`,
    sexes: { female: 'female', male: 'male', other: 'other' },
  },
  zh: {
    head: '医生记录的病例资料：',
    names: {
      age: '年龄',
      sex: '性别',
      reason: '就诊原因',
      history: '病史',
      medication: '用药',
      allergies: '过敏',
      notes: '备注',
    },
    line: (name, value) => `- ${name}：${value}`,
    age: ({ value, unit }) => `${value}${ZH_UNITS[unit]}`,
    sexes: { female: '女', male: '男', other: '其他' },
  },
};

/** True for an age that can be kept: a whole number that its unit is used for. */
export function isAge({ value, unit }: Age): boolean {
  return Number.isInteger(value) && value >= 0 && value <= MOST_AGE[unit];
}

export function ageInYears({ value, unit }: Age): number {
  const perYear = { years: 1, months: 12, weeks: 52.18, days: 365.25 };
  return value / perYear[unit];
}

/** "54 years", "7 个月". */
export function sayAge(age: Age, language: PromptLanguage): string {
  return WORDS[language].age(age);
}

/** The facts that are given, by name and in words; what is empty is left out. */
export function factLines(
  facts: CaseFacts,
  language: PromptLanguage,
): readonly { readonly name: string; readonly value: string }[] {
  const { names, age, sexes } = WORDS[language];
  const texts = FACT_TEXTS.map((fact) => [fact, facts[fact]?.trim() ?? ''] as const);
  return [
    ...(facts.age === undefined ? [] : [{ name: names.age, value: age(facts.age) }]),
    ...(facts.sex === undefined ? [] : [{ name: names.sex, value: sexes[facts.sex] }]),
    ...texts.flatMap(([fact, value]) =>
      value === '' ? [] : [{ name: names[fact], value }],
    ),
  ];
}

/** What the model is told of the case; empty when nothing is noted. */
export function tellFacts(facts: CaseFacts, language: PromptLanguage): string {
  const { head, line } = WORDS[language];
  const lines = factLines(facts, language).map(({ name, value }) =>
    line(name, value.replaceAll(/\s*\n\s*/g, '\n  ')),
  );
  return lines.length === 0 ? '' : [head, ...lines].join('\n');
}

/** True when they tell the same, whenever they were edited. */
export function areSameFacts(one: CaseFacts = {}, other: CaseFacts = {}): boolean {
  return tellFacts(one, 'en') === tellFacts(other, 'en');
}

/** What is given of `facts`: texts without space around them, nothing that is empty. */
export function withoutEmpty(facts: CaseFacts): CaseFacts {
  const { age, sex, editedMs } = facts;
  const texts = FACT_TEXTS.flatMap((fact) => {
    const text = facts[fact]?.slice(0, MOST_FACT_LETTERS) ?? '';
    return text.trim() === '' ? [] : [[fact, text] as const];
  });
  return {
    ...(age !== undefined && isAge(age) && { age }),
    ...(sex !== undefined && { sex }),
    ...Object.fromEntries(texts),
    ...(editedMs !== undefined && { editedMs }),
  };
}
