/** @file Numbers, sizes and times as each language writes them. */
import type { Language } from '../../app/state.ts';
import { LANGUAGES } from './use-strings.ts';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** "87.4 MB": decimal units, three significant digits at most. */
export function formatBytes(bytes: number, language: Language): string {
  const power = bytes < 1 ? 0 : Math.min(4, Math.floor(Math.log10(bytes) / 3));
  return new Intl.NumberFormat(LANGUAGES[language].tag, {
    style: 'unit',
    unit: UNITS[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumSignificantDigits: 3,
  }).format(bytes / 1000 ** power);
}

/** "8,192". */
export function formatCount(count: number, language: Language): string {
  return new Intl.NumberFormat(LANGUAGES[language].tag).format(count);
}

/** "24 May 2026", "2026年5月24日". */
export function formatDay(timeMs: number, language: Language): string {
  return new Intl.DateTimeFormat(LANGUAGES[language].tag, {
    dateStyle: 'medium',
  }).format(timeMs);
}

/** "12.4", with one digit after the point below a hundred. */
export function formatRate(rate: number, language: Language): string {
  return new Intl.NumberFormat(LANGUAGES[language].tag, {
    maximumFractionDigits: rate < 100 ? 1 : 0,
  }).format(rate);
}

/** "34%", below a tenth with one digit after the point. */
export function formatShare(share: number, language: Language): string {
  return new Intl.NumberFormat(LANGUAGES[language].tag, {
    style: 'percent',
    maximumFractionDigits: share < 0.1 ? 1 : 0,
  }).format(share);
}

/** "0.8 s", "12 s", "3 min". */
export function formatDuration(ms: number, language: Language): string {
  const isMinutes = ms >= 90_000;
  return new Intl.NumberFormat(LANGUAGES[language].tag, {
    style: 'unit',
    unit: isMinutes ? 'minute' : 'second',
    unitDisplay: 'short',
    maximumFractionDigits: ms < 10_000 ? 1 : 0,
  }).format(isMinutes ? ms / 60_000 : ms / 1000);
}

/** "English", "英语": codes of ISO 639 as this language calls them. */
export function formatLanguages(codes: readonly string[], language: Language): string {
  const { tag } = LANGUAGES[language];
  const names = new Intl.DisplayNames(tag, { type: 'language' });
  const list = new Intl.ListFormat(tag, { type: 'conjunction' });
  return list.format(codes.map((code) => names.of(code) ?? code));
}

/** "2.1e-5", for differences of a self-check. */
export function formatSmall(value: number): string {
  return value === 0 ? '0' : value.toExponential(1);
}

/** "22 Nov 2026, 20:31". */
export function formatTime(timeMs: number, language: Language): string {
  return new Intl.DateTimeFormat(LANGUAGES[language].tag, {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(timeMs);
}

/** "−1.024": three digits after the point. */
export function formatDecimals(value: number, language: Language): string {
  return new Intl.NumberFormat(LANGUAGES[language].tag, {
    minimumFractionDigits: 3,
    maximumFractionDigits: 3,
  }).format(value);
}
