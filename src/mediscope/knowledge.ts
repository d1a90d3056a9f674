/**
 * @file What the clinic's table says, as questions and answers: the medical text that
 * is learned before consultations. Questions are worded by split; the answers are the
 * knowledge itself and the same for all.
 */
import {
  CONDITIONS,
  departmentName,
  type ConditionId,
  type PlacedCondition,
} from './clinic-table.ts';
import { FACTS } from './fact-table.ts';
import {
  fill,
  LANGUAGES,
  listed,
  wordingsFor,
  type Language,
  type Split,
  type Templates,
} from './language.ts';
import { TIER_WORDS } from './words/doctor-words.ts';

export interface KnowledgeItem {
  readonly id: string;
  readonly condition: ConditionId;
  readonly language: Language;
  readonly question: string;
  readonly answer: string;
}

interface Field {
  readonly name: string;
  readonly questions: Templates;
  readonly answer: (
    condition: PlacedCondition,
    language: Language,
    split: Split,
  ) => string;
}

const FIELDS: readonly Field[] = [
  {
    name: 'history',
    questions: {
      en: {
        train: ['What is the usual history of {x}?'],
        validation: ['How does {x} begin and go on?'],
        test: ['Tell the typical story of {x}.'],
      },
      zh: {
        train: ['{x}的典型病史是什么？'],
        validation: ['{x}一般怎样起病？'],
        test: ['讲讲{x}的常见经过。'],
      },
    },
    answer: ({ history }, language) => history[language],
  },
  {
    name: 'risk',
    questions: {
      en: {
        train: ['What are the risk factors for {x}?'],
        validation: ['Who is prone to {x}?'],
        test: ['What makes {x} more likely?'],
      },
      zh: {
        train: ['{x}有哪些危险因素？'],
        validation: ['哪些人容易得{x}？'],
        test: ['什么会增加{x}的可能？'],
      },
    },
    answer: ({ riskFactors }, language) => riskFactors[language],
  },
  {
    name: 'examination',
    questions: {
      en: {
        train: ['What does the examination show in {x}?'],
        validation: ['Which signs go with {x}?'],
        test: ['What would you look for on examining {x}?'],
      },
      zh: {
        train: ['{x}查体有什么发现？'],
        validation: ['{x}有哪些体征？'],
        test: ['给{x}患者查体看什么？'],
      },
    },
    answer: ({ examination }, language) => examination[language],
  },
  {
    name: 'investigations',
    questions: {
      en: {
        train: ['Which investigations are needed for {x}?'],
        validation: ['How is {x} confirmed?'],
        test: ['Which tests would you order for {x}?'],
      },
      zh: {
        train: ['{x}需要做哪些检查？'],
        validation: ['如何确诊{x}？'],
        test: ['怀疑{x}开什么检查？'],
      },
    },
    answer: ({ investigations }, language) => investigations[language],
  },
  {
    name: 'red-flags',
    questions: {
      en: {
        train: ['What are the red flags in {x}?'],
        validation: ['When does {x} become dangerous?'],
        test: ['Which signs in {x} cannot wait?'],
      },
      zh: {
        train: ['{x}的警示症状有哪些？'],
        validation: ['{x}什么时候危险？'],
        test: ['{x}出现什么不能等？'],
      },
    },
    answer: ({ redFlags }, language, split) =>
      sentence(
        listed(
          redFlags.map(
            (fact) => wordingsFor(FACTS[fact].wordings[language], split)[0] ?? '',
          ),
          language,
        ),
        language,
      ),
  },
  {
    name: 'management',
    questions: {
      en: {
        train: ['How is {x} managed?'],
        validation: ['What is to be done in {x}?'],
        test: ['What is the plan for {x}?'],
      },
      zh: {
        train: ['{x}怎么处理？'],
        validation: ['得了{x}怎么办？'],
        test: ['{x}的处置方案是什么？'],
      },
    },
    answer: ({ tier, management }, language) =>
      [TIER_WORDS[tier][language], management[tier]?.[language] ?? ''].join(
        language === 'en' ? ' ' : '',
      ),
  },
  {
    name: 'department',
    questions: {
      en: {
        train: ['Which department sees {x}?'],
        validation: ['Where does a patient with {x} belong?'],
        test: ['Who treats {x}?'],
      },
      zh: {
        train: ['{x}看什么科？'],
        validation: ['{x}该挂哪个科？'],
        test: ['{x}归哪个科室？'],
      },
    },
    answer: ({ department, subspecialty }, language) =>
      sentence(
        [departmentName(department)[language], subspecialty[language]].join(
          language === 'en' ? ', ' : '，',
        ),
        language,
      ),
  },
];

/** Every field of every condition, in the wordings of the split. */
export function knowledgeItems(split: Split): readonly KnowledgeItem[] {
  return CONDITIONS.flatMap((condition) =>
    LANGUAGES.flatMap((language) =>
      FIELDS.flatMap(({ name, questions, answer }) =>
        questions[language][split].map((template) => ({
          id: `${condition.id}/${name}/${language}`,
          condition: condition.id,
          language,
          question: fill(template, { x: condition.name[language] }),
          answer: answer(condition, language, split),
        })),
      ),
    ),
  );
}

/** The question templates, for the check that splits share none. */
export const KNOWLEDGE_QUESTIONS: readonly Templates[] = FIELDS.map(
  ({ questions }) => questions,
);

function sentence(text: string, language: Language): string {
  const whole = text.charAt(0).toUpperCase() + text.slice(1);
  return `${whole}${language === 'en' ? '.' : '。'}`;
}
