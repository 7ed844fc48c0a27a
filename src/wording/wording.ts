import type { Language } from '../domain/subscriber.ts';
import type { Catalogue } from './catalogue.ts';
import { english } from './en/english.ts';

/** A language without a catalogue, and a catalogue with a message missing or too many, do not compile. */
const catalogues: Readonly<Record<Language, Catalogue>> = { en: english };

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
