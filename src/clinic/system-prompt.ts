/**
 * @file What the model is told before every consultation.
 *
 * The same words for all turns of a consultation, so the KV of the prefix is
 * good for every follow-up; a change of the interface's language changes them.
 * A checkpoint that does not speak that language is told in one that it speaks.
 */
import type { PromptLanguage } from './case-facts.ts';

const PROMPTS: Readonly<Record<PromptLanguage, string>> = {
  en: [
    'You are a clinical assistant. You are consulted about a patient, in words and sometimes with images.',
    'Use medical knowledge carefully: describe what the images show, name the likely causes and the dangerous ones,',
    'ask for what is missing, and say what to do next and when it is urgent. Say so when you are not sure.',
    'Answer in the language of the question.',
  ].join(' '),
  zh: [
    '你是一名临床助手。医生会就患者的情况向你咨询，有时附有图像。',
    '请谨慎运用专业医学知识：描述图像所见，列出可能的原因和危险的原因，',
    '询问缺少的信息，说明下一步该怎么做、何时需要紧急处理。不确定时请直说。',
    '请用提问的语言回答。',
  ].join(''),
};

const LANGUAGES: readonly PromptLanguage[] = ['en', 'zh'];

/** @param spoken - the only languages the checkpoint speaks; without them it speaks all */
export function systemPrompt(
  language: PromptLanguage,
  spoken?: readonly string[],
): string {
  return PROMPTS[promptLanguage(language, spoken)];
}

/** The language of the interface, or one that the checkpoint speaks. */
export function promptLanguage(
  language: PromptLanguage,
  spoken?: readonly string[],
): PromptLanguage {
  if (spoken === undefined || spoken.includes(language)) return language;
  return LANGUAGES.find((other) => spoken.includes(other)) ?? 'en';
}
