import type { CalendarDate, PartialDate } from '../../src/domain/calendar-date.ts';
import type { Change } from '../../src/domain/change.ts';
import type { AppliedChange } from '../../src/domain/correction.ts';
import { buildDigest, type Digest } from '../../src/domain/digest.ts';
import type { Preferences } from '../../src/domain/preferences.ts';
import type { Pair } from '../../src/domain/relation-event.ts';
import type { Source } from '../../src/domain/source.ts';
import type { Timeline } from '../../src/domain/timeline.ts';
import { digestMail, type Mail, type Reader } from '../../src/mail/digest-mail.ts';
import { anEvent, aSubscriber, aTimeline, chinaLesotho, preferencesWith } from '../support/builders.ts';

/** A digest as a test states it: what is on file, what the reader wants, which days are covered. */
export type Sample = {
  readonly on: CalendarDate;
  readonly from?: CalendarDate;
  readonly through?: CalendarDate;
  readonly timelines: readonly Timeline[];
  readonly changes?: readonly AppliedChange[];
  readonly preferences: Preferences;
};

export function sampleDigest({ on, from = on, through = on, timelines, changes = [], preferences }: Sample): Digest {
  const period = { on, coverage: { from, through }, changeSpan: { from, through } };
  return buildDigest({ ...period, isLate: from < on }, { timelines, changes }, preferences);
}

export function sampleMail(sample: Sample): Mail {
  return digestMail(sampleDigest(sample), readerWith(sample.preferences));
}

export function readerWith(preferences: Preferences): Reader {
  return {
    subscriber: aSubscriber({ preferences }),
    sources: sampleSources,
    links: {
      site: 'https://jubilee.example',
      unsubscribe: 'https://jubilee.example/unsubscribe/k1.c3Vic2NyaWJlci0x.4ZkQm2',
      preferences: 'https://jubilee.example/preferences/k1.c3Vic2NyaWJlci0x.9fTb7w',
    },
    domain: 'jubilee.example',
  };
}

const sources: readonly Source[] = [
  {
    id: 'mfa-cn-list',
    title: 'List of states with diplomatic relations',
    publisher: 'Ministry of Foreign Affairs of China',
    grade: 'official',
    url: 'https://www.mfa.gov.cn/list',
  },
  {
    id: 'cn-embassy-ls',
    title: 'China-Lesotho Relations',
    publisher: 'Embassy of China in Lesotho',
    grade: 'official',
    url: 'http://ls.china-embassy.org/eng/zlgx/',
  },
  {
    id: 'rdcr-vietnam',
    title: 'Guide to US recognition: Vietnam',
    publisher: 'US Office of the Historian',
    grade: 'official',
    url: 'https://history.state.gov/countries/vietnam',
  },
  {
    id: 'enwiki-cn',
    title: 'Foreign relations of China: dated list',
    publisher: 'Wikipedia contributors (en)',
    grade: 'encyclopedia',
    url: 'https://en.wikipedia.org/wiki/China',
  },
  {
    id: 'enwiki-ls',
    title: 'Foreign relations of Lesotho: dated list',
    publisher: 'Wikipedia contributors (en)',
    grade: 'encyclopedia',
    url: 'https://en.wikipedia.org/wiki/Lesotho',
  },
  {
    id: 'zhwiki-cn',
    title: '中華人民共和國外交關係年表',
    publisher: 'Wikipedia contributors (zh)',
    grade: 'encyclopedia',
    url: 'https://zh.wikipedia.org/wiki/China',
  },
  {
    id: 'chinanews-ls',
    title: '中国同莱索托复交三十年',
    publisher: 'China News Service',
    grade: 'press',
    url: 'https://www.chinanews.com.cn/ls',
  },
  { id: 'handbook', title: 'Handbook of relations', publisher: 'Handbook without an address', grade: 'weak', url: '' },
];

export const sampleSources: ReadonlyMap<string, Source> = new Map(sources.map((source) => [source.id, source]));

const lesotho = aTimeline(
  'CN-LS',
  anEvent('established', '1983-04-30', { sources: ['mfa-cn-list', 'enwiki-cn', 'enwiki-ls'] }),
  anEvent('severed', '1990-04-07', {
    evidence: 'disputed',
    alternatives: [{ kind: 'severed', date: '1990-04-05', sources: ['zhwiki-cn'] }],
    sources: ['chinanews-ls'],
    by: 'CN',
    manner: 'suspended',
  }),
  anEvent('resumed', '1994-01-12', { sources: ['chinanews-ls', 'cn-embassy-ls'] }),
);

const sudan = aTimeline(
  'CN-SD',
  anEvent('established', '1959-02-04', { sources: ['mfa-cn-list', 'enwiki-cn', 'zhwiki-cn'] }),
);

const macedonia = aTimeline(
  'CN-MK',
  anEvent('established', '1993-10-12', {
    alternatives: [{ kind: 'established', date: '1993-10-21', sources: ['zhwiki-cn'] }],
    sources: ['mfa-cn-list', 'enwiki-cn'],
    as: ['republic-of-macedonia'],
  }),
  anEvent('severed', '1999', { evidence: 'unconfirmed', sources: ['zhwiki-cn'] }),
  anEvent('resumed', '2001-06-18', { sources: ['enwiki-cn'], remark: 'normalisation communique' }),
);

const unitedKingdom = aTimeline(
  'CN-GB',
  anEvent('established', '1954-06-17', { sources: ['enwiki-cn'], level: "charge d'affaires level" }),
  anEvent('upgraded', '1972-03-13', {
    sources: ['mfa-cn-list'],
    level: "charge d'affaires raised to ambassador",
  }),
);

const russia = aTimeline(
  'CN-RU',
  anEvent('established', '1949-10-02', {
    alternatives: [{ kind: 'established', date: '1949-10-03', sources: ['zhwiki-cn'] }],
    as: ['soviet-union'],
  }),
);

const togo = aTimeline(
  'CN-TG',
  anEvent('established', '1972-09-19', {
    evidence: 'disputed',
    alternatives: [{ kind: 'established', date: '1972-09-18', sources: ['zhwiki-cn'] }],
  }),
);

const vietnam = aTimeline(
  'US-VN',
  anEvent('established', '1995-07-11', {
    evidence: 'disputed',
    alternatives: [
      { kind: 'established', date: '1995-07-12', sources: ['enwiki-ls'] },
      { kind: 'resumed', date: '1995-08-05', sources: ['rdcr-vietnam'] },
    ],
    sources: ['enwiki-cn', 'handbook'],
  }),
);

const holySee = aTimeline(
  'MX-VA',
  anEvent('established', '1992-09-21', {
    evidence: 'unconfirmed',
    alternatives: [{ kind: 'resumed', date: '1992-09-21', sources: ['enwiki-ls'] }],
    sources: ['enwiki-cn'],
  }),
);

const nicaragua = aTimeline(
  'NI-TW',
  anEvent('established', '1990-11-06', { sources: ['enwiki-cn'] }),
  anEvent('severed', '2021-12-09', { sources: ['enwiki-cn', 'chinanews-ls'] }),
);

const germany = {
  ...aTimeline('CN-DD', anEvent('established', '1949-10-27', { sources: ['enwiki-cn'] })),
  ended: '1990-10-03',
} as const;

const monthOnly = aTimeline('KZ-LB', anEvent('established', '1994-04', { sources: ['enwiki-cn'] }));
const yearOnly = aTimeline(
  'EG-IR',
  anEvent('established', '1924', { evidence: 'unconfirmed', sources: ['enwiki-cn'], as: ['persia'] }),
);
const leapDay = aTimeline('CN-GH', anEvent('established', '1972-02-29', { sources: ['zhwiki-cn'] }));

export const samples = {
  /** The case that Jubilee was born from, sent to the desk that it mattered to. */
  'china-lesotho': {
    on: '2024-01-05',
    timelines: [lesotho, sudan],
    preferences: preferencesWith({
      states: ['CN'],
      leadTimes: [365, 180, 90, 30, 7, 0],
      timeZone: 'Asia/Shanghai',
    }),
  },
  'full-day': { on: '2024-09-26', timelines: fullDay(), preferences: preferencesWith() },
  late: {
    on: '2024-01-05',
    from: '2024-01-03',
    timelines: [
      chinaLesotho,
      aTimeline('FR-IS', anEvent('established', '1944-01-03')),
      aTimeline('IE-TH', anEvent('established', '1974-01-05')),
    ],
    preferences: preferencesWith(),
  },
  weekly: {
    on: '2024-01-08',
    through: '2024-01-14',
    timelines: [lesotho, sudan],
    preferences: preferencesWith({
      states: ['LS', 'SD'],
      frequency: 'weekly',
      hour: 7,
      leadTimes: [0],
      policy: 'tens',
    }),
  },
  empty: {
    on: '2024-01-05',
    timelines: [],
    preferences: preferencesWith({ pairs: ['CN-LS'], leadTimes: [0], sendEmpty: true, policy: [1, 5, 10] }),
  },
  disputed: {
    on: '2025-07-01',
    through: '2025-07-31',
    timelines: [vietnam, macedonia, russia, holySee, unitedKingdom, nicaragua, germany],
    preferences: preferencesWith({
      kinds: ['established', 'upgraded', 'resumed', 'severed'],
      frequency: 'monthly',
      leadTimes: [0, 45, 75, 90, 110, 160, 240],
      policy: 'every',
      includeSevered: true,
    }),
  },
  'month-precise': {
    on: '2024-03-02',
    from: '2024-02-28',
    through: '2024-03-02',
    timelines: [monthOnly, yearOnly, leapDay, aTimeline('AO-BR', anEvent('established', '1974-03-03'))],
    preferences: preferencesWith({ leadTimes: [307, 365, 30, 1], policy: [1, 30, 50, 53, 101] }),
  },
  corrected: {
    on: '2023-10-05',
    timelines: [sudan, macedonia, togo],
    changes: [
      corrected(macedonia, {
        before: { kind: 'established', date: '1993-10-21', evidence: 'listed' },
        after: { kind: 'established', date: '1993-10-12', evidence: 'official' },
        what: 'day',
        reason: 'Ministry of Foreign Affairs of China gives this date.',
        sources: ['mfa-cn-list'],
      }),
      corrected(sudan, {
        before: { kind: 'upgraded', date: '1963-11-20', evidence: 'unconfirmed' },
        what: 'gone',
        reason: 'No source on file gives it as an act of its own any more.',
        sources: [],
      }),
      corrected(togo, {
        before: { kind: 'established', date: '1972-09-19', evidence: 'listed' },
        after: { kind: 'established', date: '1972-09-19', evidence: 'disputed' },
        what: 'evidence',
        reason: 'Sources of comparable weight differ.',
        sources: ['mfa-cn-list'],
      }),
    ],
    preferences: preferencesWith({ states: ['CN'], leadTimes: [365, 122, 7, 0], policy: 'every' }),
  },
} as const satisfies Record<string, Sample>;

function corrected(timeline: Timeline, change: Omit<Change, 'release' | 'pair'>): AppliedChange {
  return { timeline, appliedOn: '2023-10-05', change: { release: '2023.10.1', pair: timeline.pair, ...change } };
}

export type SampleName = keyof typeof samples;

/** What was on file for 26 September 2024, the fullest day of the year. */
function fullDay(): Timeline[] {
  const pairs: readonly (readonly [Pair, PartialDate])[] = [
    ['PK-PT', '1949-09-26'],
    ['ES-ZM', '1969-09-26'],
    ['AU-SN', '1974-09-26'],
    ['GH-GT', '1994-09-26'],
    ['EC-ME', '2009-09-26'],
    ['ME-NI', '2009-09-26'],
    ['ME-PH', '2009-09-26'],
    ['AD-KG', '2014-09-26'],
    ['AD-TT', '2014-09-26'],
    ['LV-SO', '2014-09-26'],
    ['CV-KG', '2019-09-26'],
    ['DO-LI', '2019-09-26'],
    ['DO-MZ', '2019-09-26'],
    ['DZ-MH', '2019-09-26'],
    ['GD-UA', '2019-09-26'],
    ['GH-MC', '2019-09-26'],
    ['KE-PA', '2019-09-26'],
    ['KG-KI', '2019-09-26'],
    ['KG-VC', '2019-09-26'],
    ['KG-VU', '2019-09-26'],
    ['LB-MH', '2019-09-26'],
    ['MC-MK', '2019-09-26'],
    ['MH-PY', '2019-09-26'],
    ['MK-SM', '2019-09-26'],
    ['BN-OM', '1984-10-03'],
    ['CN-US', '1979-10-26'],
  ];
  return pairs.map(([pair, date]) => aTimeline(pair, anEvent('established', date, { sources: ['enwiki-cn'] })));
}
