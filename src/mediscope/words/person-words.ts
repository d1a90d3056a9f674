/** @file How patients, or parents for a child, speak of who is ill. */
import type { Person } from '../case.ts';
import type { Language } from '../language.ts';

interface Speaking {
  readonly patient: Person;
  readonly language: Language;
}

type Values = Readonly<Record<string, string>>;

/** "I have", or "he has" where a parent speaks. */
export function pronounsOf({ patient, language }: Speaking): Values {
  if (language === 'zh') return { i: patient.speaker === 'self' ? '我' : '孩子' };
  if (patient.speaker === 'self') return { i: 'I', I: 'I', have: 'have', do: 'do' };
  return patient.sex === 'female'
    ? { i: 'she', I: 'She', have: 'has', do: 'does' }
    : { i: 'he', I: 'He', have: 'has', do: 'does' };
}

/** A parent's first sentence says of whom: "my son" before "he". */
export function firstMention({ patient, language }: Speaking): Values {
  if (language === 'zh' || patient.speaker === 'self') return {};
  return patient.sex === 'female'
    ? { i: 'my daughter', I: 'My daughter' }
    : { i: 'my son', I: 'My son' };
}

/** For the sentence that tells age and sex. */
export function personWords({ patient, language }: Speaking): Values {
  const { ageYears, sex, speaker } = patient;
  const isChild = ageYears < 16;
  if (language === 'zh') {
    const man = isChild
      ? { female: '女孩', male: '男孩' }
      : { female: '女性', male: '男性' };
    const who = speaker === 'self' ? '我是' : '孩子是';
    return { who, man: man[sex], years: ageYears === 0 ? '不到1岁' : `${ageYears}岁` };
  }
  const man = isChild
    ? { female: 'girl', male: 'boy' }
    : { female: 'woman', male: 'man' };
  const years =
    ageYears === 0 ? 'under 1 year' : `${ageYears} year${ageYears === 1 ? '' : 's'}`;
  return { who: speaker === 'self' ? 'I am' : 'The child is', man: man[sex], years };
}
