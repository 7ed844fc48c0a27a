import type { Language } from '../domain/preferences.ts';
import { arabic } from './ar/arabic.ts';
import type { Catalogue } from './catalogue.ts';
import { english } from './en/english.ts';
import { spanish } from './es/spanish.ts';
import { french } from './fr/french.ts';
import { russian } from './ru/russian.ts';
import { chinese } from './zh/chinese.ts';

/** The catalogues. A missing catalogue, and a missing or unknown message, do not compile. */
const catalogues: Readonly<Record<Language, Catalogue>> = {
  en: english,
  fr: french,
  es: spanish,
  ru: russian,
  zh: chinese,
  ar: arabic,
};

/**
 * Returns the messages of a language, for everything that people read.
 *
 * @example
 * wordingIn('en').milestones.title({ kind: 'resumed', years: 30, note: '' })
 * // => '30th anniversary of the resumption of diplomatic relations'
 */
export function wordingIn(language: Language): Catalogue {
  return catalogues[language];
}
