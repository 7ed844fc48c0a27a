import type { Language } from '../domain/preferences.ts';
import { pages as arabic } from './ar/pages.ts';
import { pages as english } from './en/pages.ts';
import { pages as spanish } from './es/pages.ts';
import { pages as french } from './fr/pages.ts';
import type { PageMessages } from './page-messages.ts';
import { pages as russian } from './ru/pages.ts';
import { pages as chinese } from './zh/pages.ts';

/** Apart from the other messages, so that what sends mail need not carry them. */
const messages: Readonly<Record<Language, PageMessages>> = {
  en: english,
  fr: french,
  es: spanish,
  ru: russian,
  zh: chinese,
  ar: arabic,
};

/** What the web pages say in a language, beside the facts of the milestones. */
export function pagesIn(language: Language): PageMessages {
  return messages[language];
}
