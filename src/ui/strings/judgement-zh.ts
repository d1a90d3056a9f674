/** @file What the page says about reviewing and comparing answers, in Chinese. */
import type { JudgementStrings } from './judgement-en.ts';

export const judgementZh: JudgementStrings = {
  reviewedDraft: 'AI 草稿',
  accepted: (time) => `${time} 已审阅：采纳`,
  edited: (time) => `${time} 已审阅：已更正`,
  rejected: (time) => `${time} 已审阅：不采纳`,
  accept: '审阅：采纳',
  correct: '审阅：更正',
  correctWhy: '请写下您认为正确的回答。原草稿保持不变。',
  reject: '审阅：不采纳',
  yourVersion: '您的版本',
  copyLabel: {
    accepted: (model, time) =>
      `［${model} 生成的 AI 草稿，医生已于 ${time} 审阅：采纳］`,
    edited: (model, time) => `［医生已于 ${time} 更正，原为 ${model} 生成的 AI 草稿］`,
    rejected: (model, time) =>
      `［${model} 生成的 AI 草稿，医生已于 ${time} 审阅：不采纳］`,
  },
  copyReferences: (count) => `［其中 ${count} 处出处未经核实］`,
  compare: '与另一个回答比较',
  compareWhy: '哪个回答更好？内容不会发送到任何地方。',
  answer: (at) => `回答 ${at}`,
  axes: {
    proactiveness: '主动性',
    accuracy: '准确性',
    usefulness: '实用性',
    languageQuality: '语言质量',
  },
  better: { first: '回答 1', tie: '相当', second: '回答 2' },
};
