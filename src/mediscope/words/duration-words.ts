/** @file A length of time in words: "3 days", "3天". */
import type { Course } from '../condition.ts';
import type { Language } from '../language.ts';

const ZH: Readonly<Record<Course['unit'], string>> = {
  minute: '分钟',
  hour: '小时',
  day: '天',
  week: '周',
  month: '个月',
  year: '年',
};

export function durationWords(
  { count, unit }: { readonly count: number; readonly unit: Course['unit'] },
  language: Language,
): string {
  if (language === 'zh') return `${count}${ZH[unit]}`;
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
