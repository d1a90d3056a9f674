/**
 * @file What patients say, by language and split. `{i}` is "I" or, when a parent
 * speaks, "he" or "she"; `{have}` and `{do}` follow it; `{x}` is filled in.
 */
import type { Templates } from '../language.ts';

/** The first sentence. */
export const OPENINGS: Templates = {
  en: {
    train: [
      'Hello doctor. {I} {have} had {x} for {time}.',
      'Good morning. For {time} {i} {have} had {x}.',
      'Doctor, {i} {have} {x}. It began {time} ago.',
      'Hi, I came because of {x}; it has gone on for {time}.',
    ],
    validation: [
      'Please help, there has been {x} for {time} now.',
      'I am writing about {x}, which started {time} ago.',
    ],
    test: [
      'Can you have a look? {I} {have} been bothered by {x} over the past {time}.',
      'Something is wrong: {x}, {time} so far.',
    ],
  },
  zh: {
    train: [
      '医生您好，{i}{x}，已经{time}了。',
      '您好，{i}这{time}一直{x}。',
      '大夫，{i}{x}，{time}前开始的。',
      '医生，我来看病是因为{i}{x}，有{time}了。',
    ],
    validation: ['麻烦您看看，{i}{x}有{time}了。', '想咨询一下，{i}{time}前开始{x}。'],
    test: ['帮忙瞧瞧吧，{i}最近{time}{x}。', '情况是这样，{i}{x}，到现在{time}。'],
  },
};

/** Who it is about: `{man}` is a man, woman, boy or girl, `{years}` the age. */
export const INTRODUCES: Templates = {
  en: {
    train: ['{who} a {man}, {years} old.', 'For your information: {man}, {years}.'],
    validation: ['Patient data: {man}, {years}.'],
    test: ['This concerns a {man} of {years}.'],
  },
  zh: {
    train: ['{who}{man}，{years}。', '基本情况：{man}，{years}。'],
    validation: ['患者资料：{man}、{years}。'],
    test: ['年龄{years}，{man}。'],
  },
};

/** The asked things that hold. */
export const YES: Templates = {
  en: {
    train: [
      'Yes, {i} {have} {x}.',
      'Yes, {i} {have} noticed {x}.',
      'That is right, there is {x}.',
    ],
    validation: ['Indeed, {x}, yes.', 'Yes, I would say {x}.'],
    test: ['It is so: {x}.', 'Correct, I can confirm {x}.'],
  },
  zh: {
    train: ['有的，{i}{x}。', '是的，{x}。', '对，{i}是{x}。'],
    validation: ['嗯，确实{x}。', '没错，{x}这种情况有。'],
    test: ['这个有：{x}。', '您说对了，{i}{x}。'],
  },
};

/** The asked things that do not hold. */
export const NO: Templates = {
  en: {
    train: [
      'No, {i} {have} not had {x}.',
      '{I} {do} not have {x}.',
      'There is no sign of {x}.',
    ],
    validation: ['Nothing like {x}.', 'I cannot say there was {x}; no.'],
    test: ['As for {x}, never.', 'Not at all, {x} did not happen.'],
  },
  zh: {
    train: ['没有{x}。', '{i}没有{x}的情况。', '不，没有{x}。'],
    validation: ['{x}倒没有。', '没觉得有{x}。'],
    test: ['{x}这个真没有。', '至于{x}，从来没有过。'],
  },
};

/** The asked things nobody can tell. */
export const UNSURE: Templates = {
  en: {
    train: [
      'I cannot tell about {x}.',
      'I am not sure about {x}.',
      'I did not pay attention to {x}.',
    ],
    validation: ['No idea about {x}, sorry.', 'Whether there is {x}, I could not say.'],
    test: ['Hmm, {x}? I honestly do not remember.', 'I never looked for {x}.'],
  },
  zh: {
    train: ['{x}这个我说不准。', '有没有{x}，不太清楚。', '没注意是不是{x}。'],
    validation: ['{x}我没留意。', '说不上来有没有{x}。'],
    test: ['{x}？真不记得了。', '从没观察过{x}。'],
  },
};

/** All a terse patient says. */
export const SHORT: Readonly<Record<'yes' | 'no' | 'unsure', Templates>> = {
  yes: {
    en: { train: ['Yes.', 'Yes, that.'], validation: ['Yep.'], test: ['I do.'] },
    zh: { train: ['有。', '是。'], validation: ['嗯。'], test: ['有的。'] },
  },
  no: {
    en: { train: ['No.', 'No, none.'], validation: ['Nope.'], test: ['Never.'] },
    zh: { train: ['没有。', '没。'], validation: ['不。'], test: ['都没有。'] },
  },
  unsure: {
    en: {
      train: ['Not sure.', 'Cannot say.'],
      validation: ['No idea.'],
      test: ['Hard to tell.'],
    },
    zh: {
      train: ['不清楚。', '说不准。'],
      validation: ['没留意。'],
      test: ['不知道。'],
    },
  },
};

/** Of several things asked: only those that a terse patient names. */
export const ONLY: Templates = {
  en: {
    train: ['Only {x}.', 'Just {x}.'],
    validation: ['{X}, not more.'],
    test: ['{X}, nothing else.'],
  },
  zh: {
    train: ['只有{x}。', '就{x}。'],
    validation: ['{x}，别的没有。'],
    test: ['单是{x}。'],
  },
};

/** What an anxious patient adds. */
export const WORRIES: Templates = {
  en: {
    train: [
      'I am really scared. Is it something bad?',
      'I could not sleep for worry.',
      'Please tell me it is not dangerous.',
    ],
    validation: ['My hands shake while I write this.'],
    test: ['I keep fearing the worst, doctor.'],
  },
  zh: {
    train: ['我真的很害怕，严重吗？', '我担心得睡不着。', '求您告诉我没有危险吧。'],
    validation: ['我写这些的时候手都在抖。'],
    test: ['我老往坏处想，医生。'],
  },
};

/** What a misleading patient is sure of; `{wrong}` is another condition. */
export const BELIEFS: Templates = {
  en: {
    train: [
      'I read about it: it must be {wrong}.',
      'My neighbour had the same, so it is {wrong}.',
    ],
    validation: ['I already know it is {wrong}, I only need a prescription.'],
    test: ['Surely this is {wrong}, is it not?'],
  },
  zh: {
    train: ['我上网查了，肯定是{wrong}。', '邻居也这样，所以是{wrong}。'],
    validation: ['我知道就是{wrong}，开点药就行。'],
    test: ['这一定是{wrong}吧？'],
  },
};

/** How a misleading patient plays things down. */
export const SHRUGS: Templates = {
  en: {
    train: ['But that is nothing.', 'I do not think that matters.'],
    validation: ['It hardly counts, though.'],
    test: ['That surely has another reason.'],
  },
  zh: {
    train: ['不过那没什么。', '我觉得这不要紧。'],
    validation: ['这不算什么事吧。'],
    test: ['那肯定另有原因。'],
  },
};

/** How a vague patient begins, and puts off the rest of a long question. */
export const HEDGES: Templates = {
  en: {
    train: ['Let me think.', 'Well, how should I put it.'],
    validation: ['Hm, one thing at a time.'],
    test: ['You ask a lot at once.'],
  },
  zh: {
    train: ['我想想。', '嗯，怎么说呢。'],
    validation: ['唔，一样一样说吧。'],
    test: ['您一下子问得好多。'],
  },
};

/** To a question without a question: little is volunteered. */
export const TOLD_LITTLE: Templates = {
  en: {
    train: [
      'It is {x}, as I said. What would you like to know?',
      'There is not much to tell: {x} for {time}.',
    ],
    validation: ['Well, {x}. Please ask me what you need.'],
    test: ['Mainly {x}; ask away.'],
  },
  zh: {
    train: ['就是{x}，您想了解什么？', '没什么特别的，{x}{time}了。'],
    validation: ['嗯，{x}，您具体问吧。'],
    test: ['主要就是{x}，您问。'],
  },
};

/** To something that is no matter of the case. */
export const PUZZLED: Templates = {
  en: {
    train: [
      'I do not see what that has to do with it.',
      'I cannot answer that, sorry.',
    ],
    validation: ['Does that matter here?'],
    test: ['That question surprises me.'],
  },
  zh: {
    train: ['这和我的病有关系吗？', '这个我答不上来。'],
    validation: ['这个要紧吗？'],
    test: ['您问这个我有点意外。'],
  },
};

export const DURATIONS: Templates = {
  en: {
    train: ['It has lasted {time}.', 'About {time}.'],
    validation: ['Some {time} by now.'],
    test: ['It started {time} back.'],
  },
  zh: {
    train: ['有{time}了。', '大概{time}。'],
    validation: ['算下来{time}。'],
    test: ['{time}以前起的。'],
  },
};

export const SEVERITIES: Templates = {
  en: {
    train: ['I would say {n} out of 10.', 'It is a {n} of ten.'],
    validation: ['On that scale, {n}.'],
    test: ['Make it {n}/10.'],
  },
  zh: {
    train: ['十分里大概{n}分。', '有{n}分吧。'],
    validation: ['打分的话{n}分。'],
    test: ['算{n}分（满分十分）。'],
  },
};

/** Medicines and allergies alike. */
export const STATES: Templates = {
  en: {
    train: ['{I} {have} {x}.', 'In short: {x}.'],
    validation: ['The answer is {x}.'],
    test: ['For the record: {x}.'],
  },
  zh: {
    train: ['{i}{x}。', '{x}。'],
    validation: ['应该是{x}。'],
    test: ['跟您说一下，{x}。'],
  },
};

export const SENDS_IMAGE: Templates = {
  en: {
    train: ['Here is the {x}.', 'I have attached the {x}.'],
    validation: ['This is the {x} they gave me.'],
    test: ['Please see the {x} below.'],
  },
  zh: {
    train: ['这是{x}。', '{x}发给您了。'],
    validation: ['他们给我的{x}在这里。'],
    test: ['请看下面的{x}。'],
  },
};

export const HAS_NO_IMAGE: Templates = {
  en: {
    train: ['I have no {x}.', 'No {x} was made.'],
    validation: ['There is no {x} yet.'],
    test: ['Nobody did a {x}.'],
  },
  zh: {
    train: ['我没有{x}。', '没做{x}。'],
    validation: ['还没有{x}。'],
    test: ['没人给做过{x}。'],
  },
};

export const ASKS_WHAT_NEXT: Templates = {
  en: {
    train: ['Thank you. What must I watch for?', 'I see. When should I worry?'],
    validation: ['All right. What would be a bad sign?'],
    test: ['Understood. What would make it urgent?'],
  },
  zh: {
    train: ['谢谢，需要注意什么？', '明白了，什么情况要当心？'],
    validation: ['好的，哪些是不好的兆头？'],
    test: ['知道了，出现什么就要赶紧看？'],
  },
};
