import type { Language } from '../domain/preferences.ts';
import { arabic } from './ar/arabic.ts';
import type { Catalogue } from './catalogue.ts';
import { english } from './en/english.ts';
import { spanish } from './es/spanish.ts';
import { french } from './fr/french.ts';
import { russian } from './ru/russian.ts';
import { chinese } from './zh/chinese.ts';

/** A language without a catalogue, and a catalogue with a message missing or too many, do not compile. */
const catalogues: Readonly<Record<Language, Catalogue>> = {
  en: english,
  fr: french,
  es: spanish,
  ru: russian,
  zh: chinese,
  ar: arabic,
};

/**
 * Every sentence that a person reads, in their language.
 *
 * @example
 * wordingIn('en').milestones.title({ kind: 'resumed', years: 30, note: '' })
 * // => '30th anniversary of the resumption of diplomatic relations'
 */
export function wordingIn(language: Language): Catalogue {
  return catalogues[language];
}
