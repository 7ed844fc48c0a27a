import { describe, expect, test } from 'vitest';
import { type Language, languages } from '../../src/domain/preferences.ts';
import { capitalise } from '../../src/wording/formats.ts';
import { languageNames } from '../../src/wording/language-names.ts';
import { wordingIn } from '../../src/wording/wording.ts';
import { states } from '../support/states.ts';
import { samplePages, usualTexts } from './sample-pages.ts';

/** The reference is that of the API, whose document is in English. */
const { 'API reference': _, ...english } = samplePages();
const others = languages.filter((language) => language !== 'en');

describe.each(others)('in the language "%s"', (language) => {
  const pages = samplePages(usualTexts, language);

  test.each(Object.entries(english))('no English is left on the %s', (name, inEnglish) => {
    const html = Object.entries(pages).find(([other]) => other === name)?.[1] ?? '';
    expect(textsOf(html).length).toBeGreaterThan(10);
    expect(englishIn(html, { inEnglish, language })).toEqual([]);
  });
});

test.each(others)('a sentence and a label left in English are noticed in "%s"', (language) => {
  const inEnglish = '<p>Nothing falls today</p><a aria-label="Previous year"></a>';
  const reading = { inEnglish, language };
  expect(englishIn('<p>Nothing falls today</p>', reading)).toEqual(['Nothing falls today']);
  expect(englishIn('<a aria-label="Previous year"></a>', reading)).toEqual(['Previous year']);
});

type Reading = { readonly inEnglish: string; readonly language: Language };

/** Texts that are to the letter those of the English page; and in another script whatever is in Latin letters. */
function englishIn(html: string, { inEnglish, language }: Reading): string[] {
  const known = new Set(textsOf(inEnglish));
  const isForeign = (text: string) => (isLatin(language) ? known.has(text) : true) && /[A-Za-z]{2}/.test(text);
  return textsOf(html).filter((text) => isForeign(text) && isForeign(withoutNames(text, language)));
}

function isLatin(language: Language): boolean {
  return /\p{Script=Latin}/u.test(languageNames[language]);
}

const readAloud = /\s(?:aria-label|alt|placeholder|title)="([^"]*)"|<meta name="description" content="([^"]*)"/g;

/** What people read or hear, but for what is marked to be in a language of its own, or to be typed as it stands. */
function textsOf(html: string): string[] {
  const own = html.replace(/<(\w+)[^>]*\slang="[^"]*"[^>]*>[^<]*(?:<bdi>[^<]*<\/bdi>)?<\/\1>|<code.*?<\/code>/gs, '');
  const heard = [...own.matchAll(readAloud)].map(([, label, description]) => label ?? description ?? '');
  return [...own.split(/<[^>]*>/), ...heard].map((text) => text.trim()).filter((text) => text !== '');
}

const { email, typed, publisher } = usualTexts;

/** Names that are the same everywhere, and what people and the data have said. */
const names = [
  ...['Jubilee', 'API', 'Google Calendar', 'Apple Calendar', 'Google', 'Outlook', 'Apple', 'Mac', 'Web', 'Atom'],
  ...['JSON', 'ICS', 'CSV', 'XLSX', 'Excel', 'URL', 'UTC', 'CC BY-SA', 'Creative Commons', 'calendar.google.com'],
  ...[
    email,
    typed,
    publisher,
    'name@ministry.example',
    'mfa-cn-list',
    'zhwiki-pair-cn-ls',
    'unknown',
    'years=',
    'from=',
    'pair=',
  ],
  ...states.map(({ code }) => code),
  ...languages.map((language) => capitalise(languageNames[language])),
];

/** Words that are spelt as in English. */
const sameWords: Readonly<Partial<Record<Language, readonly string[]>>> = {
  fr: ['Date', 'Sources', 'Licence', 'Europe', 'Site'],
  es: ['Asia'],
};

function withoutNames(text: string, language: Language): string {
  const ofStates = states.map(({ code }) => wordingIn(language).names.state(code));
  const bare = text.replace(/https?:\S+|\S+@\S+|[A-Z][\w-]*\/[\w/ -]+|\u2066[^\u2069]*\u2069/g, '');
  return [...names, ...ofStates, ...(sameWords[language] ?? [])].reduce(
    (rest, name) => rest.replaceAll(name, ''),
    bare,
  );
}
