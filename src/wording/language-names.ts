import type { Language } from '../domain/preferences.ts';

/** Each language under its own name, as written within a line. `Intl` has them too, but loading six locales adds 10 ms to every cold start. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  fr: 'français',
  es: 'español',
  ru: 'русский',
  zh: '中文',
  ar: 'العربية',
};
