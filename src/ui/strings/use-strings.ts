/** @file The dictionary of the chosen language, for every component below the shell. */
import { createContext, use } from 'react';
import type { Language } from '../../app/state.ts';
import { en, type Strings } from './en.ts';
import { zh } from './zh.ts';

interface LanguageInfo {
  /** As its own readers write it. */
  readonly name: string;
  /** BCP 47, for `<html lang>` and Intl; it also picks the Chinese letter forms. */
  readonly tag: string;
  readonly strings: Strings;
}

export const LANGUAGES: Readonly<Record<Language, LanguageInfo>> = {
  en: { name: 'English', tag: 'en', strings: en },
  zh: { name: '简体中文', tag: 'zh-CN', strings: zh },
};

export const LanguageContext = createContext<Language>('en');

export function useLanguage(): Language {
  return use(LanguageContext);
}

export function useStrings(): Strings {
  return LANGUAGES[use(LanguageContext)].strings;
}
