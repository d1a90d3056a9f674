/** @file The page's languages, and times as they write them. */
import { en } from './strings-en.ts';
import { zh } from './strings-zh.ts';
import type { ViewerStrings } from './strings.ts';

export type Language = 'en' | 'zh';

export const STRINGS: Readonly<Record<Language, ViewerStrings>> = { en, zh };

export function preferredLanguage(): Language {
  return navigator.language.startsWith('zh') ? 'zh' : 'en';
}

/** "Nov 22, 2026, 8:15 PM"; a dash for a time that no calendar has. */
export function formatTime({ tag }: ViewerStrings, ms: number): string {
  if (Number.isNaN(new Date(ms).getTime())) return '–';
  const format = new Intl.DateTimeFormat(tag, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return format.format(ms);
}
