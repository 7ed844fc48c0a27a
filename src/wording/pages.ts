import type { Language } from '../domain/preferences.ts';
import { pages as arabic } from './ar/pages.ts';
import type { Catalogue } from './catalogue.ts';
import { pages as english } from './en/pages.ts';
import { pages as spanish } from './es/pages.ts';
import { pages as french } from './fr/pages.ts';
import type { PageMessages } from './page-messages.ts';
import { pages as russian } from './ru/pages.ts';
import { wordingIn } from './wording.ts';
import { pages as chinese } from './zh/pages.ts';

/** Separate from `wordingIn`, so that functions that only send mail do not bundle the pages' messages. */
const messages: Readonly<Record<Language, PageMessages>> = {
  en: english,
  fr: french,
  es: spanish,
  ru: russian,
  zh: chinese,
  ar: arabic,
};

export type PageWords = PageMessages & Catalogue;

/** Returns the messages of the web pages in a language, including those shared with mails and calendars. */
export function wordsIn(language: Language): PageWords {
  return { ...wordingIn(language), ...messages[language] };
}
