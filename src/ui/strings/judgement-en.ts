/** @file What the page says about reviewing and comparing answers, in English. */
export const judgementEn = {
  reviewedDraft: 'AI draft',
  accepted: (time: string) => `reviewed ${time}: accepted`,
  edited: (time: string) => `reviewed ${time}: corrected`,
  rejected: (time: string) => `reviewed ${time}: rejected`,
  accept: 'Reviewed: accept',
  correct: 'Reviewed: correct it',
  correctWhy: 'Write the answer as you would have it. The draft stays as it was.',
  reject: 'Reviewed: reject',
  yourVersion: 'Your version',
  copyLabel: {
    accepted: (model: string, time: string) =>
      `[AI draft by ${model}, reviewed by a clinician ${time}: accepted]`,
    edited: (model: string, time: string) =>
      `[Corrected by a clinician ${time}, from an AI draft by ${model}]`,
    rejected: (model: string, time: string) =>
      `[AI draft by ${model}, reviewed by a clinician ${time}: rejected]`,
  },
  copyReferences: (count: string) =>
    count === '1'
      ? '[1 reference in it is unverified]'
      : `[${count} references in it are unverified]`,
  compare: 'Compare with the other answer',
  compareWhy: 'Which answer is better? Nothing is sent anywhere.',
  answer: (at: number) => `Answer ${at}`,
  axes: {
    proactiveness: 'Proactiveness',
    accuracy: 'Accuracy',
    usefulness: 'Usefulness',
    languageQuality: 'Language quality',
  },
  better: { first: 'Answer 1', tie: 'Equal', second: 'Answer 2' },
};

export type JudgementStrings = typeof judgementEn;
