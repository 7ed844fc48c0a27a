import { expect, test } from 'vitest';
import { readResolvedDataset } from '../../src/dataset/resolved-dataset.ts';
import { partyOf } from '../../src/dataset/resolving/voice.ts';
import { milestonesBetween } from '../../src/domain/milestones-due.ts';
import { otherCounts } from '../../src/domain/other-counts.ts';
import { defaultPreferences } from '../../src/domain/preferences.ts';
import { type Pair, partiesOf } from '../../src/domain/relation-event.ts';
import { statusAfter, statusOn, statusSinceOn, type Timeline } from '../../src/domain/timeline.ts';
import { dataFile, dataset } from './real-dataset.ts';

const { timelines } = readResolvedDataset(dataFile);
const asOf = '2026-11-28';
const byPair = new Map<Pair, Timeline>(timelines.map((timeline) => [timeline.pair, timeline]));

function statusOf(pair: Pair): string {
  const timeline = byPair.get(pair);
  return timeline === undefined ? 'nothing on file' : statusOn(timeline, asOf);
}

test.each<Pair>(['AL-RU', 'BG-ES', 'CO-EC', 'CU-PA', 'ES-MX', 'ET-QA', 'IR-SN', 'JP-VE', 'MV-QA', 'QA-TD'])(
  '%s is in force again after a break',
  (pair) => {
    expect(statusOf(pair)).toBe('in force');
  },
);

test.each<Pair>(['CU-IL', 'EC-NI', 'IL-ML', 'IL-MV', 'IL-NE', 'IR-SO', 'IR-YE'])(
  '%s, which lists carry as suspended, was broken off on a known date',
  (pair) => {
    expect(statusOf(pair)).toBe('severed');
  },
);

test.each<[Pair, string]>([
  ['BF-FR', 'severed'],
  ['BO-EH', 'suspended'],
  ['BO-IL', 'in force'],
  ['BS-XK', 'in force'],
  ['CO-VE', 'in force'],
  ['CU-EC', 'severed'],
  ['CU-PE', 'in force'],
  ['DM-SY', 'suspended'],
  ['EH-GH', 'suspended'],
  ['US-VE', 'in force'],
])('%s is %s after the latest news on file', (pair, status) => {
  expect(statusOf(pair)).toBe(status);
});

test.each<[Pair, string, string | undefined]>([
  ['CN-US', 'in force', '1979-01-01'],
  ['CN-FR', 'in force', '1964-01-27'],
  ['CN-RU', 'in force', '1949-10-02'],
  ['CN-TZ', 'in force', '1964-04-26'],
  ['CN-LS', 'in force', '1994-01-12'],
  ['CN-GB', 'in force', '1954-06-17'],
  ['ES-MX', 'in force', '1977-03-28'],
  ['EE-FI', 'in force', '1991-08-29'],
  ['CU-US', 'in force', '2015-07-20'],
  ['BO-IL', 'in force', '2025-12-09'],
  ['BS-XK', 'in force', '2025-12-19'],
  ['EG-SY', 'in force', '2013-07-07'],
  ['AE-KP', 'suspended', '2017-10-12'],
  ['NI-VA', 'suspended', '2023-03-10'],
  ['SV-VE', 'suspended', '2019-11'],
  ['IQ-KP', 'suspended', undefined],
  ['SL-XK', 'suspended', undefined],
  ['GB-IQ', 'in force', '2003-05'],
  ['DK-SY', 'in force', undefined],
  ['CY-TR', 'none', undefined],
  ['IL-QA', 'none', undefined],
  ['NR-XK', 'severed', '2019-11'],
  ['KM-QA', 'severed', '2017-06-07'],
  ['SB-XK', 'severed', '2018-11'],
  ['TG-XK', 'severed', '2019'],
  ['AE-IR', 'in force', '1972-10-28'],
  ['BO-MA', 'in force', '1964-06-26'],
  ['EH-KE', 'in force', '2014-02'],
  ['ES-GQ', 'in force', '1979'],
  ['HR-SY', 'in force', undefined],
  ['IR-MV', 'in force', '2023-09-22'],
])('%s has been %s since %s', (pair, status, since) => {
  const timeline = byPair.get(pair);
  expect(timeline && statusSinceOn(timeline, asOf)).toEqual(since === undefined ? { status } : { status, since });
});

const yearOf2024 = { from: '2024-01-01', through: '2024-12-31' } as const;
const milestonesOf = (
  pair: Pair,
  span: { from: `${number}-${number}-${number}`; through: `${number}-${number}-${number}` },
) => milestonesBetween(timelines, span, { ...defaultPreferences, states: [], pairs: [pair] });

test('the 60 years of China and France say nothing of the Republic of China, which China does not continue', () => {
  const [milestone, ...others] = milestonesOf('CN-FR', yearOf2024);
  expect(others).toEqual([]);
  expect(milestone).toMatchObject({ years: 60, date: '2024-01-27' });
  expect(milestone && otherCounts(milestone, 'feb28')).toEqual([]);
});

test('acts of a predecessor that is not continued stand in the timeline under its name and have no milestone unless a reader asks', () => {
  expect(byPair.get('CN-FR')?.events[0]).toMatchObject({ as: ['republic-of-china'], isDiscontinued: true });
  const yearOf2028 = { from: '2028-01-01', through: '2028-12-31' } as const;
  expect(milestonesOf('CN-US', yearOf2028)).toEqual([]);
  const asked = { ...defaultPreferences, states: [], pairs: ['CN-US'], includeDiscontinued: true } as const;
  const found = milestonesBetween(timelines, yearOf2028, asked).map(({ years, event }) => [years, event.kind]);
  expect(found).toEqual([
    [115, 'resumed'],
    [100, 'resumed'],
  ]);
  expect(byPair.get('CN-RU')?.events[0]?.isDiscontinued).toBeUndefined();
});

test('the 50th of Spain and Mexico is announced for 28 March 2027', () => {
  const found = milestonesOf('ES-MX', { from: '2027-03-01', through: '2027-03-31' });
  expect(found).toMatchObject([{ years: 50, date: '2027-03-28', event: { kind: 'resumed' } }]);
});

test.each<Pair>(['AE-KP', 'CY-TR', 'IQ-KP', 'NI-VA'])(
  'the happy anniversaries of %s are silent unless somebody asks for them',
  (pair) => {
    const ten = { from: '2027-01-01', through: '2037-12-31' } as const;
    const filter = { ...defaultPreferences, states: [], pairs: [pair] };
    expect(milestonesBetween(timelines, ten, filter)).toEqual([]);
    expect(milestonesBetween(timelines, ten, { ...filter, includeSevered: true }).length).toBeGreaterThan(0);
  },
);

/** Breaks since the lists were read, which they cannot know. */
const LISTS_READ = '2025-11-19';

test('a break that neither party’s list knows of is either newer than the lists, tagged in them, or settled', () => {
  const undecided = timelines.filter((timeline) => {
    const last = timeline.events.findLast((event) => statusAfter(event) !== undefined);
    if (last?.kind !== 'severed' || last.date > LISTS_READ || timeline.settled || timeline.ended) return false;
    const lists = partiesOf(timeline.pair).flatMap((code) =>
      [`enwiki-${code}`, `enwiki-${code}-notes`].map((key) => key.toLowerCase()),
    );
    const known = [last, ...last.alternatives].flatMap(({ sources }) => sources);
    return !timeline.events.some(({ tag }) => tag) && !known.some((source) => lists.includes(source));
  });
  expect(undecided.map(({ pair }) => pair)).toEqual([]);
});

test.each<[Pair, [string, string][]]>([
  [
    'HR-PL',
    [
      ['1992-04-11', 'HR'],
      ['1992-04-10', 'PL'],
    ],
  ],
  [
    'ES-NP',
    [
      ['1968-05-13', 'NP'],
      ['1968-05-14', 'ES'],
    ],
  ],
])('%s: each party counts its own day, and the dataset says which', (pair, days) => {
  const begun = byPair.get(pair)?.events.find(({ kind }) => kind === 'established');
  expect(begun?.evidence).toBe('disputed');
  const given = begun ? [begun, ...begun.alternatives] : [];
  expect(given.map(({ date, sources: [key = ''] }) => [date, partyOf(key, dataset.sources.get(key))])).toEqual(days);
});

test.each<Pair>(['KE-XK', 'SD-XK', 'SY-XK'])('%s: a recognition alone begins no relations', (pair) => {
  expect(statusOf(pair)).toBe('none');
});

test('a pair that lists carry as suspended or broken off is in force only if it was resumed: else status.csv decides', () => {
  const inForce = timelines
    .filter(({ events }) => events.some(({ tag }) => tag))
    .filter(({ pair }) => statusOf(pair) === 'in force');
  expect(inForce.map(({ pair, events }) => [pair, events.at(-1)?.kind])).toEqual([
    ['BO-IL', 'resumed'],
    ['US-VE', 'resumed'],
  ]);
});
