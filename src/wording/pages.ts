import { type Language, languages } from '../domain/subscriber.ts';
import { pages as english } from './en/pages.ts';
import type { PageMessages } from './page-messages.ts';

/** Apart from the other messages, so that what sends mail need not carry them. */
const messages: Readonly<Partial<Record<Language, PageMessages>>> = { en: english };

/** The languages that the pages are written in. */
export const pageLanguages: readonly Language[] = languages.filter((language) => messages[language] !== undefined);

/** What the web pages say in a language, beside the facts of the milestones. */
export function pagesIn(language: Language): PageMessages {
  return messages[language] ?? english;
}
