import type { Language } from '../domain/subscriber.ts';
import { pages as english } from './en/pages.ts';
import type { PageMessages } from './page-messages.ts';

/** Apart from the other messages, so that what sends mail need not carry them. */
const messages: Readonly<Record<Language, PageMessages>> = { en: english };

/** What the web pages say in a language, beside the facts of the milestones. */
export function pagesIn(language: Language): PageMessages {
  return messages[language];
}
