import type { Language } from '../domain/preferences.ts';

/** Each language under its own name, as it stands within a line. `Intl` knows them too, and takes 10 ms of every cold start to load six locales. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  fr: 'français',
  es: 'español',
  ru: 'русский',
  zh: '中文',
  ar: 'العربية',
};
