/**
 * @file What the reference doctor says, by language and split. `{you}` is "you" or
 * "your child"; `{do}` and `{have}` follow it.
 *
 * What is known of a condition (its name, findings, management) is the same in
 * every split: it is what is learned. How it is asked and told is not.
 */
import type { Templates, Words } from '../language.ts';
import type { Tier } from '../condition.ts';

export const ASKS_SYMPTOM: Templates = {
  en: {
    train: [
      '{Do} {you} have {x}?',
      '{Have} {you} noticed {x}?',
      'Is there also {x}?',
      'I would like to know about {x}: yes or no?',
    ],
    validation: ['Has there been {x}?', 'Could you tell me whether there is {x}?'],
    test: ['Any trouble such as {x}?', '{Have} {you} come across {x}?'],
  },
  zh: {
    train: ['{you}有没有{x}？', '有没有出现{x}？', '还有{x}吗？', '请问是不是{x}？'],
    validation: ['是否存在{x}？', '能说说有无{x}吗？'],
    test: ['平时会{x}吗？', '{you}碰到过{x}吗？'],
  },
};

export const ASKS_BACKGROUND: Templates = {
  en: {
    train: [
      'Is there {x} in the history?',
      '{Have} {you} ever had {x}?',
      'I need to ask about {x}.',
    ],
    validation: ['Does {x} play a part?'],
    test: ['Should I know of {x}?'],
  },
  zh: {
    train: ['以前有没有{x}？', '{you}过去有{x}吗？', '我想问一下有没有{x}。'],
    validation: ['病史里有{x}吗？'],
    test: ['需要了解一下，是否{x}？'],
  },
};

/** Before the first question. */
export const GREETINGS: Templates = {
  en: {
    train: [
      'Thank you for telling me.',
      'I am sorry to hear that.',
      'Let us find out together.',
    ],
    validation: ['I understand, let me ask a few things.'],
    test: ['We will look into it step by step.'],
  },
  zh: {
    train: ['谢谢您告诉我。', '听到这些我很抱歉。', '我们一起弄清楚。'],
    validation: ['我理解，先问几个问题。'],
    test: ['我们一步一步来。'],
  },
};

/** To a worried patient. */
export const COMFORTS: Templates = {
  en: {
    train: ['I understand that this frightens you.', 'It is good that you came.'],
    validation: ['It is natural to be uneasy about this.'],
    test: ['I will stay with you through this.'],
  },
  zh: {
    train: ['我理解您的心情。', '您来得对。'],
    validation: ['有这种心情很正常。'],
    test: ['我会陪您弄明白。'],
  },
};

export const ASKS_DURATION: Templates = {
  en: {
    train: ['How long has it lasted?'],
    validation: ['Since when exactly?'],
    test: ['When did it all begin?'],
  },
  zh: {
    train: ['持续多久了？'],
    validation: ['具体什么时候开始的？'],
    test: ['最早是哪天起的？'],
  },
};

export const ASKS_SAFETY: Templates = {
  en: {
    train: ['Which medicines {do} {you} take, and are there allergies?'],
    validation: ['Please name all medicines and allergies.'],
    test: ['Before I advise: current medicines, allergies?'],
  },
  zh: {
    train: ['目前在吃什么药，有没有过敏？'],
    validation: ['请说一下用药和过敏情况。'],
    test: ['给建议前确认：在用的药物、过敏史？'],
  },
};

export const ASKS_IMAGE: Templates = {
  en: {
    train: ['Please send me the {x}.', 'I need to see the {x}.'],
    validation: ['Could you upload the {x}?'],
    test: ['May I look at the {x}?'],
  },
  zh: {
    train: ['请把{x}发给我。', '我需要看{x}。'],
    validation: ['能上传{x}吗？'],
    test: ['我想看一下{x}，可以吗？'],
  },
};

export const SEES: Templates = {
  en: {
    train: ['The {image} shows {x}.', 'On the {image} I see {x}.'],
    validation: ['What the {image} reveals is {x}.'],
    test: ['Looking at the {image}: {x}.'],
  },
  zh: {
    train: ['{image}显示：{x}。', '{image}的结果是{x}。'],
    validation: ['从{image}看，{x}。'],
    test: ['{image}提示{x}。'],
  },
};

export const CONCLUDES: Templates = {
  en: {
    train: ['Most likely this is {x}.', 'My diagnosis is {x}.'],
    validation: ['Everything points to {x}.'],
    test: ['I think it is {x}.'],
  },
  zh: {
    train: ['最可能是{x}。', '我的诊断是{x}。'],
    validation: ['综合来看是{x}。'],
    test: ['我认为是{x}。'],
  },
};

export const REASONS: Templates = {
  en: {
    train: ['What speaks for it: {x}.', 'The reason is {x}.'],
    validation: ['I base this on {x}.'],
    test: ['Telling for me was {x}.'],
  },
  zh: {
    train: ['支持的依据：{x}。', '理由是{x}。'],
    validation: ['依据是{x}。'],
    test: ['关键在于{x}。'],
  },
};

export const CONSIDERS: Templates = {
  en: {
    train: ['Less likely are {x}.', 'I also considered {x}.'],
    validation: ['Further down my list: {x}.'],
    test: ['Still to keep in mind: {x}.'],
  },
  zh: {
    train: ['可能性较小的有{x}。', '还考虑过{x}。'],
    validation: ['排在后面的是{x}。'],
    test: ['还需留意{x}。'],
  },
};

export const WARNS: Templates = {
  en: {
    train: ['Red flags: {x}.', 'Warning signs are {x}.'],
    validation: ['Alarm signs to know: {x}.'],
    test: ['Danger would be {x}.'],
  },
  zh: {
    train: ['警示症状：{x}。', '危险信号是{x}。'],
    validation: ['要警惕：{x}。'],
    test: ['危险的表现：{x}。'],
  },
};

/** When one is present already. */
export const WARNS_PRESENT: Templates = {
  en: {
    train: ['A red flag is present: {x}.'],
    validation: ['One alarm sign is there already: {x}.'],
    test: ['It worries me that there is {x}.'],
  },
  zh: {
    train: ['已出现警示症状：{x}。'],
    validation: ['已有需警惕的表现：{x}。'],
    test: ['让我担心的是{x}。'],
  },
};

/** Where to go. The sentence names the tier, so that it can be read back. */
export const TIER_WORDS: Readonly<Record<Tier, Words>> = {
  'ed-now': { en: 'Urgency: emergency now.', zh: '紧急程度：立即急诊。' },
  'same-day': { en: 'Urgency: a doctor today.', zh: '紧急程度：当天就诊。' },
  days: { en: 'Urgency: a doctor within days.', zh: '紧急程度：几天内就诊。' },
  routine: { en: 'Urgency: a routine visit.', zh: '紧急程度：择期门诊。' },
  'self-care': { en: 'Urgency: care at home.', zh: '紧急程度：居家护理。' },
};

export const CLOSES: Templates = {
  en: {
    train: [
      'If you notice any of these, get help at once: {x}.',
      'Come back without delay for {x}.',
    ],
    validation: ['Call at once should there be {x}.'],
    test: ['Do not wait if you see {x}.'],
  },
  zh: {
    train: ['如果出现以下情况请立即求助：{x}。', '一旦{x}，马上回来。'],
    validation: ['若有{x}，请立刻联系。'],
    test: ['看到{x}就别等了。'],
  },
};

/** To a patient who is sure of something else. */
export const CORRECTS: Templates = {
  en: {
    train: ['I know you thought of {wrong}, but the findings do not fit it.'],
    validation: ['{Wrong} would look different.'],
    test: ['Against {wrong} speaks what we found.'],
  },
  zh: {
    train: ['您想到的{wrong}和这些表现不符。'],
    validation: ['如果是{wrong}，表现会不同。'],
    test: ['目前的发现不支持{wrong}。'],
  },
};

/** When the plan names a medicine the patient cannot take. */
export const SPARES: Templates = {
  en: {
    train: ['Because of {x}, another medicine takes its place.'],
    validation: ['Given {x}, we choose a different medicine.'],
    test: ['Mind {x}: the plan needs a substitute there.'],
  },
  zh: {
    train: ['因为{x}，这种药要换成别的。'],
    validation: ['考虑到{x}，改用其他药物。'],
    test: ['注意{x}，方案里相应的药需替换。'],
  },
};
