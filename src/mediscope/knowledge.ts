/**
 * @file What the clinic's table says, as questions and answers: the medical text that
 * is learned before consultations. Questions are worded by split; the answers are the
 * knowledge itself and the same for all.
 */
import {
  CONDITIONS,
  departmentName,
  neighboursIn,
  type ConditionId,
  type PlacedCondition,
} from './clinic-table.ts';
import { FACTS, type FactId } from './fact-table.ts';
import { IMAGE_NAMES } from './findings.ts';
import {
  fill,
  LANGUAGES,
  listed,
  wordingsFor,
  type Language,
  type Split,
  type Templates,
  type Words,
} from './language.ts';
import {
  PRESENTATION_IDS,
  PRESENTATIONS,
  type PresentationId,
} from './presentations.ts';
import { TIER_WORDS } from './words/doctor-words.ts';

export interface KnowledgeItem {
  readonly id: string;
  /** What it is about: a condition, or what patients come with. */
  readonly condition?: ConditionId;
  readonly presentation?: PresentationId;
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

interface PresentationField {
  readonly name: string;
  readonly questions: Templates;
  readonly answer: (
    presentation: PresentationId,
    language: Language,
    split: Split,
  ) => string;
}

/** More would be a list that nobody asks through. */
const MOST_ASKED = 8;

const PRESENTATION_FIELDS: readonly PresentationField[] = [
  {
    name: 'causes',
    questions: {
      en: {
        train: ['What are common causes of {x}?'],
        validation: ['What can lie behind {x}?'],
        test: ['Where does {x} come from?'],
      },
      zh: {
        train: ['{x}的常见原因有哪些？'],
        validation: ['{x}背后可能是什么病？'],
        test: ['{x}是怎么来的？'],
      },
    },
    answer(presentation, language) {
      const conditions = neighboursIn(presentation).toSorted(
        (a, b) => b.prevalence.weight - a.prevalence.weight,
      );
      const urgent = conditions.filter(({ tier }) => tier === 'ed-now');
      const names = (of: readonly PlacedCondition[]) =>
        listed(
          of.map(({ name }) => name[language]),
          language,
        );
      const all = fill(CAUSES[language], { x: names(conditions) });
      if (urgent.length === 0) return all;
      const now = fill(URGENT[language], { x: names(urgent) });
      return [all, now].join(language === 'en' ? ' ' : '');
    },
  },
  {
    name: 'questions',
    questions: {
      en: {
        train: ['What should I ask a patient about {x}?'],
        validation: ['Which questions matter in {x}?'],
        test: ['What do you want to know about {x}?'],
      },
      zh: {
        train: ['遇到{x}应当询问哪些问题？'],
        validation: ['{x}要问清什么？'],
        test: ['关于{x}您想知道什么？'],
      },
    },
    answer(presentation, language, split) {
      const words = (fact: FactId) =>
        wordingsFor(FACTS[fact].wordings[language], split)[0] ?? '';
      const images = PRESENTATIONS[presentation].images.map(
        (kind) => IMAGE_NAMES[kind][language],
      );
      const asked = factsToAsk(presentation).map(words);
      return fill(ASKS[language], {
        x: listed(asked, language),
        y: listed(images, language),
      });
    },
  },
];

const CAUSES: Words = {
  en: 'In this clinic: {x}.',
  zh: '在这个诊所里：{x}。',
};
const URGENT: Words = {
  en: 'An emergency at once: {x}.',
  zh: '需立即急诊的是：{x}。',
};
const ASKS: Words = {
  en: 'In this clinic one asks about {x}, and looks at the {y}.',
  zh: '在这个诊所里要问：{x}；并查看{y}。',
};

/** Red flags first, then what tells the conditions apart. */
function factsToAsk(presentation: PresentationId): readonly FactId[] {
  const conditions = neighboursIn(presentation);
  const flags = conditions.flatMap(({ redFlags }) => redFlags);
  const apart = conditions.flatMap((it) => Object.values(it.apart).flat());
  return [...new Set([...flags, ...apart])].slice(0, MOST_ASKED);
}

/** Every field of every condition and of what patients come with, in the wordings of the split. */
export function knowledgeItems(split: Split): readonly KnowledgeItem[] {
  return [...conditionItems(split), ...presentationItems(split)];
}

function presentationItems(split: Split): readonly KnowledgeItem[] {
  return PRESENTATION_IDS.flatMap((presentation) =>
    LANGUAGES.flatMap((language) =>
      PRESENTATION_FIELDS.flatMap(({ name, questions, answer }) =>
        questions[language][split].map((template) => ({
          id: `${presentation}/${name}/${language}`,
          presentation,
          language,
          question: fill(template, { x: PRESENTATIONS[presentation].name[language] }),
          answer: answer(presentation, language, split),
        })),
      ),
    ),
  );
}

function conditionItems(split: Split): readonly KnowledgeItem[] {
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
export const KNOWLEDGE_QUESTIONS: readonly Templates[] = [
  ...FIELDS,
  ...PRESENTATION_FIELDS,
].map(({ questions }) => questions);

function sentence(text: string, language: Language): string {
  const whole = text.charAt(0).toUpperCase() + text.slice(1);
  return `${whole}${language === 'en' ? '.' : '。'}`;
}
