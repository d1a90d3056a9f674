/** @file The rules of an entry of the audit, as titles. */
import type { Language } from '../../app/state.ts';
import { RED_FLAG_RULES } from '../../clinic/red-flags/rules.ts';

/** @param subject - ids as `noteRedFlags` joins them; an id of another version stays as it is */
export function flagTitles(subject: string, language: Language): string {
  return subject
    .split(', ')
    .map((id) => RED_FLAG_RULES.find((rule) => rule.id === id)?.title[language] ?? id)
    .join(language === 'zh' ? '；' : '; ');
}
