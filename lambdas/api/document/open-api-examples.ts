import { defaultPreferences } from '../../../src/domain/preferences.ts';
import { terms } from '../../../src/feeds/dataset-record.ts';
import { dataAsOf } from '../../../src/wording/as-of.ts';
import { accepted } from '../answers.ts';
import { version } from './version.ts';

const preferences = {
  ...defaultPreferences,
  states: ['CN'],
  leadTimes: [365, 90, 30, 7, 0],
  timeZone: 'Asia/Shanghai',
};

const resumption = {
  pair: 'CN-LS',
  parties: ['CN', 'LS'],
  kind: 'resumed',
  years: 30,
  date: '2024-01-12',
  precision: 'day',
  origin: '1994-01-12',
  days: [
    {
      date: '2024-01-12',
      origin: '1994-01-12',
      sources: ['cn-embassy-ls', 'chinanews-ls', 'yonhap-ls', 'today-in-history-github'],
    },
  ],
  evidence: 'official',
  confidence: { share: 1, low: 0.923, high: 1, n: 46 },
  alternatives: [],
  sources: ['cn-embassy-ls', 'chinanews-ls', 'yonhap-ls', 'today-in-history-github'],
  otherCounts: [{ kind: 'established', origin: '1983-04-30', years: 41, date: '2024-04-30' }],
  cited: [],
  as: [],
  doubts: [],
  remark: 'communique signed 1993-12-30, in force this day',
};

const severance = {
  kind: 'severed',
  date: '1990-04-07',
  precision: 'day',
  days: [
    { date: '1990-04-05', sources: ['zhwiki-pair-cn-ls'] },
    { date: '1990-04-07', sources: ['chinanews-ls'] },
  ],
  evidence: 'unconfirmed',
  alternatives: [
    { kind: 'severed', date: '1990-04', sources: ['cn-embassy-ls'] },
    { kind: 'severed', date: '1990-04-05', sources: ['zhwiki-pair-cn-ls'] },
  ],
  sources: ['chinanews-ls'],
  cited: [],
  as: [],
  by: 'CN',
  manner: 'suspended',
  doubts: [],
};

const source = {
  id: 'cn-embassy-ls',
  publisher: 'Embassy of China in Lesotho',
  title: 'China-Lesotho Relations',
  url: 'http://ls.china-embassy.org/eng/zlgx/t171667.htm',
  grade: 'official',
  licence: 'facts only',
  retrieved: 'stored excerpt',
  origin: 'cn-embassy-ls',
  government: 'CN',
};

const lesotho = {
  code: 'LS',
  name: 'Lesotho',
  officialName: 'Kingdom of Lesotho',
  since: '1966-10-04',
  unMemberSince: '1966-10-17',
  predecessors: [],
  successors: [],
  capital: 'Maseru',
  timeZone: 'Africa/Maseru',
  region: 'Africa',
  subregion: 'Southern Africa',
  kind: 'un_member',
};

const nextJubilee = {
  ...resumption,
  years: 35,
  date: '2029-01-12',
  days: resumption.days.map((day) => ({ ...day, date: '2029-01-12' })),
  otherCounts: [{ kind: 'established', origin: '1983-04-30', years: 46, date: '2029-04-30' }],
};

/** The example requests and responses of the OpenAPI document. */
export const examples = {
  subscribe: {
    email: 'desk@ministry.example',
    states: ['CN'],
    leadTimes: [365, 90, 30, 7, 0],
    timeZone: 'Asia/Shanghai',
  },
  link: { email: 'desk@ministry.example' },
  address: { email: 'protocol@ministry.example' },
  change: { hour: 7, frequency: 'weekly' },
  preview: { pairs: ['CN-LS'], leadTimes: [7], date: '2024-01-01' },
  accepted,
  subscription: {
    email: 'desk@ministry.example',
    status: 'active',
    ...preferences,
    calendarUrl:
      'https://jubilee.example/calendars/my/hX2k9c.q0X3v7hN1mZ8cT5yR2sKwA.1704441600.0.n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg.ics',
  },
  export: {
    subscriber: {
      id: 'q0X3v7hN1mZ8cT5yR2sKwA',
      email: 'desk@ministry.example',
      status: 'active',
      subscriptionVersion: 1704441600,
      preferences,
      coveredThrough: '2024-01-04',
      scheduledSince: '2024-01-05T08:00:00.000Z',
      confirmationMails: 0,
    },
    earlierAddresses: [],
    deliveries: [{ on: '2024-01-05', status: 'sent' }],
  },
  previewed: {
    digestsInNext12Months: 1,
    next: [
      {
        on: '2024-01-05',
        items: [
          {
            pair: 'CN-LS',
            kind: 'resumed',
            years: 30,
            date: '2024-01-12',
            title: '30th anniversary of the resumption of diplomatic relations',
          },
        ],
        more: 0,
        list: 'https://jubilee.example/due?from=2024-01-05&through=2024-01-05&pairs=CN-LS&leadTimes=7&lang=en',
      },
    ],
  },
  invalid: {
    type: 'about:blank',
    title: 'The request is not valid',
    status: 400,
    errors: [{ field: 'hour', pointer: '/hour', message: 'Too big: expected number to be <=23' }],
  },
  changesQuery: { since: '2026-11-29', state: 'AD', pair: 'AD-AR' },
  changes: {
    changes: [
      {
        release: '2026.11.29',
        pair: 'AD-AR',
        before: { kind: 'established', date: '1995-04-26', evidence: 'listed' },
        after: {
          ...{ kind: 'established', date: '1995-04-26', evidence: 'disputed' },
          days: [
            { date: '1995-04-26', sources: ['enwiki-ad', 'enwiki-ar-notes'] },
            { date: '1995-04-28', sources: ['enwiki-ar'] },
          ],
        },
        what: 'evidence',
        reason:
          'Sources of comparable weight differ: 1995-04-26 (Foreign relations of Andorra: dated list) or 1995-04-28 (Foreign relations of Argentina: dated list). Where nothing else decides, a working day or the earlier one stands first.',
        sources: ['enwiki-ad', 'enwiki-ar-notes'],
      },
    ],
    next: null,
  },
  anniversariesQuery: { from: '2024-01-12', to: '2024-01-12', state: ['CN'] },
  anniversaries: { anniversaries: [resumption], next: null },
  anniversariesCsv: `pair,kind,years,date,precision,origin,days,evidence,confidence,alternatives,sources,cited,as,by,level,manner,doubts,tag,remark
CN-LS,resumed,30,2024-01-12,day,1994-01-12,2024-01-12 cn-embassy-ls chinanews-ls yonhap-ls today-in-history-github,official,1,,cn-embassy-ls chinanews-ls yonhap-ls today-in-history-github,,,,,,,,"communique signed 1993-12-30, in force this day"
`,
  relation: {
    pair: 'CN-LS',
    parties: ['CN', 'LS'],
    status: 'in force',
    asOf: '2026-11-23',
    dataAsOf,
    events: [severance],
    rulings: [],
    changes: [],
    next: [nextJubilee],
    sources: [source],
  },
  states: { states: [lesotho] },
  state: {
    ...lesotho,
    asOf: '2026-11-23',
    relations: [{ pair: 'CN-LS', partner: 'CN', status: 'in force' }],
    next: [],
  },
  source,
  dataset: {
    version: 'PZ2fYw5mN0sVtq8Rk1LxGA',
    ...terms,
    counts: {
      states: 204,
      organisations: 1,
      pairs: 16604,
      events: 18228,
      sources: 712,
      kinds: { recognised: 693, consular: 8, established: 16665, upgraded: 87, severed: 441, resumed: 334 },
    },
    files: [
      { name: 'dataset.json', type: 'application/json', url: 'https://jubilee.example/v1/dataset/dataset.json' },
      { name: 'events.csv', type: 'text/csv; charset=utf-8', url: 'https://jubilee.example/v1/dataset/events.csv' },
    ],
  },
  notFound: { type: 'about:blank', title: 'There is nothing here', status: 404 },
  invalidQuery: {
    type: 'about:blank',
    title: 'The request is not valid',
    status: 400,
    errors: [{ field: 'to', pointer: '/to', message: 'is before the first day' }],
  },
  health: { version, dataset: 'PZ2fYw5mN0sVtq8Rk1LxGA' },
};
