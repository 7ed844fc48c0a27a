import { expect, test } from 'vitest';
import { askedIn } from '../../src/dataset/reviewing/local-words.ts';
import { reviewable, worksheet } from '../../src/dataset/reviewing/worksheet.ts';
import { anEvent, aTimeline } from '../support/builders.ts';

const listed = { evidence: 'listed' } as const;
const unconfirmed = { evidence: 'unconfirmed' } as const;
const disputed = { evidence: 'disputed' } as const;
const span = { from: '2026-12-01', through: '2028-11-30', states: [], evidence: reviewable } as const;
const pairsOf = (...args: Parameters<typeof worksheet>) =>
  worksheet(...args).map(({ milestone }) => milestone.timeline.pair);

test('only dates that a look at the source can improve need one', () => {
  const timelines = [
    aTimeline('CN-FR', anEvent('established', '1977-01-27', { evidence: 'official' })),
    aTimeline('CN-LS', anEvent('established', '1977-01-12', listed)),
  ];
  expect(pairsOf(timelines, [], span)).toEqual(['CN-LS']);
  expect(pairsOf(timelines, [], { ...span, evidence: ['disputed'] })).toEqual([]);
  expect(pairsOf(timelines, [], { ...span, states: ['FR'] })).toEqual([]);
});

test.each([
  ['the rounder number', ['1977-01-27', listed], ['1972-01-27', listed]],
  ['the weaker evidence', ['1977-01-27', { evidence: 'disputed' }], ['1977-01-27', listed]],
  ['the older date', ['1987-01-27', listed], ['1997-01-26', listed]],
  ['a hundred years before fifty', ['1927-01-27', listed], ['1977-01-26', listed]],
  ['fifty years before seventy-five', ['1977-01-27', listed], ['1952-01-26', listed]],
  ['seventy-five years before forty', ['1952-01-27', listed], ['1987-01-26', listed]],
  ['forty years before forty-five', ['1987-01-27', listed], ['1982-01-26', listed]],
  ['a disputed date before an unconfirmed one', ['1977-01-27', disputed], ['1977-01-26', unconfirmed]],
  ['an unconfirmed date before a listed one', ['1977-01-27', unconfirmed], ['1977-01-26', listed]],
  ['a sooner unconfirmed date before a later disputed one', ['1977-01-27', unconfirmed], ['1978-06-27', disputed]],
  ['the sooner milestone', ['1977-01-27', listed], ['1978-06-27', listed]],
] as const)('%s goes first', (_what, [first, more], [second, less]) => {
  const timelines = [
    aTimeline('CN-LS', anEvent('established', second, less)),
    aTimeline('FR-RU', anEvent('established', first, more)),
  ];
  expect(pairsOf(timelines, [], span)).toEqual(['FR-RU', 'CN-LS']);
});

test('a pair of states with more partners goes first', () => {
  const timelines = [
    aTimeline('LS-RU', anEvent('established', '1977-01-26', listed)),
    aTimeline('CN-FR', anEvent('established', '1977-01-27', listed)),
    aTimeline('CN-GB', anEvent('established', '1970')),
    aTimeline('FR-GB', anEvent('established', '1970')),
  ];
  expect(pairsOf(timelines, [], span)).toEqual(['CN-FR', 'LS-RU']);
});

test('a researcher sees every day on file with its sources, and the earlier searches for this very act', () => {
  const event = anEvent('established', '1977-01-27', {
    ...{ evidence: 'disputed', sources: ['enwiki-cn'] },
    alternatives: [{ kind: 'established', date: '1977-01-28', sources: ['agency'] }],
  });
  const search = { pair: 'CN-LS', act: { kind: 'established', date: '1977-01-27' } } as const;
  const searched = [
    { ...search, day: '2026-11-28', languages: ['en'] },
    { ...search, day: '2026-11-29', languages: ['en'], pair: 'CN-PE' },
    { ...search, day: '2026-11-29', languages: ['en'], act: { kind: 'established', date: '1977' } },
    { ...search, day: '2026-11-29', languages: ['en'], act: { kind: 'resumed', date: '1977-01-27' } },
  ] as const;
  const [item] = worksheet([aTimeline('CN-LS', event)], searched, span);
  expect(item?.days).toEqual([
    { date: '1977-01-27', sources: ['enwiki-cn'] },
    { date: '1977-01-28', sources: ['agency'] },
  ]);
  expect(item?.searched.map(({ day }) => day)).toEqual(['2026-11-28']);
  expect(item?.ask.map(({ state }) => state)).toEqual(['CN', 'LS']);
});

test.each(['1927-01-26', '1927-01-28'] as const)(
  'acts searched for in vain come last, whenever they are due: %s',
  (date) => {
    const timelines = [
      aTimeline('CN-LS', anEvent('established', date, { evidence: 'disputed' })),
      aTimeline('FR-RU', anEvent('established', '1967-01-27', listed)),
    ];
    const searched = [
      { pair: 'CN-LS', act: { kind: 'established', date }, day: '2026-11-29', languages: ['en', 'zh'] },
    ] as const;
    expect(pairsOf(timelines, [], span)).toEqual(['CN-LS', 'FR-RU']);
    expect(pairsOf(timelines, searched, span)).toEqual(['FR-RU', 'CN-LS']);
  },
);

test('an act appears once, however many of its anniversaries fall into the span', () => {
  expect(
    pairsOf([aTimeline('CN-LS', anEvent('established', '2026-12-05', listed))], [], { ...span, through: '2031-12-31' }),
  ).toEqual(['CN-LS']);
});

test('tells a researcher how each ministry writes', () => {
  expect(askedIn('LV-MX')).toEqual([
    { state: 'LV', language: 'lv', names: ['Latvija', 'Meksika'], phrase: 'diplomātisko attiecību nodibināšana' },
    { state: 'MX', language: 'es', names: ['Letonia', 'México'], phrase: 'establecimiento de relaciones diplomáticas' },
  ]);
});

test.each(['CS', 'DD', 'SU', 'YU'])(
  'asks for the former state %s by its code, which CLDR takes for another',
  (code) => {
    expect(askedIn(`CN-${code}`)[0]?.names[1]).toBe(code);
  },
);

test('asks in English where no phrase is on file, and about a former state by its code', () => {
  expect(askedIn('NP-SU')).toEqual([
    { state: 'NP', language: 'en', names: ['Nepal', 'SU'], phrase: 'establishment of diplomatic relations' },
    { state: 'SU', language: 'ru', names: ['Непал', 'SU'], phrase: 'установление дипломатических отношений' },
  ]);
});
