import { describe, expect, test } from 'vitest';
import { type Language, languages } from '../../src/domain/preferences.ts';
import { eventKinds, pairOf, type StateCode } from '../../src/domain/relation-event.ts';
import { wordingIn } from '../../src/wording/wording.ts';
import { preferencesWith } from '../support/builders.ts';
import { states } from '../support/states.ts';

const ordinals = [1, 2, 3, 5, 11, 21, 30, 75, 100, 125] as const;
const dates = ['1994-01-01', '1994-08', '1994'] as const;

/** Each number, and each date with each count: which number stands with which date changes nothing around the name. */
const subjects = dates
  .flatMap((date) => [0, 1, 2, 7].map((more) => ({ date, more })))
  .map((each, index) => ({ ...each, years: ordinals[index % ordinals.length] ?? 1 }));

describe.each(languages)('in the language "%s"', (language) => {
  test.each(states.map(({ code }) => code))('every sentence is sound with the name of %s', (code) => {
    const sentences = sentencesOn(code, language);
    const unsound = areAllSound(sentences) ? [] : sentences.filter((sentence) => faultOf(sentence) !== undefined);
    expect(unsound.map((sentence) => [faultOf(sentence), sentence])).toEqual([]);
  });

  test('every kind of milestone differs from the others in words, whatever its number', () => {
    const { title, brief } = wordingIn(language).milestones;
    const titles = eventKinds.flatMap((kind) => ordinals.map((years) => title({ kind, years, note: '' })));
    const briefs = eventKinds.flatMap((kind) => ordinals.map((years) => brief({ kind, years })));
    expect(new Set(titles).size).toBe(titles.length);
    expect(new Set(briefs).size).toBe(briefs.length);
  });
});

test.each([
  ['an empty name', ' – Китай'],
  ['a code', 'CN – Китай'],
  ['a word twice', 'las relaciones de de China'],
  ['an article that should have merged', 'relations de le Lesotho'],
  ['an isolation that is left open', 'المنطقة \u2068UTC'],
  ['a gap', '30 undefined'],
])('%s would be noticed', (_what, sentence) => {
  expect(faultOf(sentence)).toBeDefined();
});

/** Each kind of sentence that has a name in it. */
function sentencesOn(code: StateCode, language: Language): string[] {
  const { names, dates, milestones, digests, calendars } = wordingIn(language);
  const pair = pairOf(code, code === 'FR' ? 'DE' : 'FR');
  const english = wordingIn('en').names.state(code);
  return [
    names.state(code),
    names.pair(pair),
    digests.footer.follows(preferencesWith({ states: [code], pairs: [pair] })),
    digests.preview([{ when: digests.when('1994-01-01', 3), pairs: [names.pair(pair)] }]),
    calendars.name({ state: code }),
    calendars.name({ pair }),
    milestones.weekdayIn({ state: code, day: '1994-01-01', isWeekend: true }),
    ...[`by ${english}`, `suspended by ${english}`, `earlier than the statehood of ${english}`].map(milestones.note),
    ...eventKinds.flatMap((kind) => [
      ...ordinals.map((years) => calendars.entry({ pair, kind, years })),
      ...subjects.map(({ date, ...subject }) =>
        digests.subject({ names: names.pair(pair), when: dates.date(date), kind, ...subject }),
      ),
    ]),
  ];
}

const faults: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['an empty name', /^\s*[–—:：]|[–—:：]\s*$|[–—]\s*[:：]/],
  ['a code in place of a name', /(?<![\p{L}/-])[A-Z]{2}(?![\p{L}/-])/u],
  ['a word twice', /(?<!\p{L})(\p{L}+)\s+\1(?!\p{L})/iu],
  ['an article that should have merged', /(?<!\p{L})(de les?|à les?|de el|a el)(?!\p{L})/u],
  ['a gap', /undefined|NaN|null|\[object|\$\{|\s{2}|\(\s*\)/],
];

/** Reads all sentences at once, which is 20 times as fast; `|` keeps one from running on into the next. */
function areAllSound(sentences: readonly string[]): boolean {
  const text = sentences.join('\n|\n');
  const areClosed = sentences.every((sentence) => sentence.trim() !== '' && isolationsLeftOpen(sentence) === 0);
  return areClosed && !faults.some(([, pattern]) => new RegExp(pattern, `${pattern.flags}m`).test(text));
}

function isolationsLeftOpen(sentence: string): number {
  return sentence.includes('\u2066') || sentence.includes('\u2068') || sentence.includes('\u2069')
    ? (sentence.match(/[\u2066-\u2068]/g)?.length ?? 0) - (sentence.match(/\u2069/g)?.length ?? 0)
    : 0;
}

function faultOf(sentence: string): string | undefined {
  if (sentence.trim() === '') return 'nothing';
  if (isolationsLeftOpen(sentence) !== 0) return 'an isolation that is left open';
  return faults.find(([, pattern]) => pattern.test(sentence))?.[0];
}
