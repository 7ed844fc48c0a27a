import { describe, expect, test } from 'vitest';
import { readChanges, readReleased, writeChanges, writeReleased } from '../../src/dataset/files/changes.ts';
import { combineCircumstances } from '../../src/dataset/files/circumstances.ts';
import { readCitations } from '../../src/dataset/files/citations.ts';
import { readClaims } from '../../src/dataset/files/claims.ts';
import { readConfidence, writeConfidence } from '../../src/dataset/files/confidence.ts';
import { readEvents, writeEvents } from '../../src/dataset/files/events-csv.ts';
import { predecessorColumns, readPredecessors } from '../../src/dataset/files/predecessors.ts';
import { readRulings } from '../../src/dataset/files/rulings.ts';
import { readSearched } from '../../src/dataset/files/searched.ts';
import { readSources, sourceColumns, writeSources } from '../../src/dataset/files/sources.ts';
import { findEnd, readStates, stateColumns, writeStates } from '../../src/dataset/files/states.ts';
import { readStatuses } from '../../src/dataset/files/status.ts';
import { type Reading, splitRecords } from '../../src/dataset/files/table.ts';
import { readWeekends, weekendColumns } from '../../src/dataset/files/weekends.ts';
import { anEvent, aTimeline } from '../support/builders.ts';

const fileOf = (header: string, ...rows: readonly string[]) => [header, ...rows, ''].join('\n');
const values = <Value>({ rows, faults }: Reading<Value>) => {
  expect(faults).toEqual([]);
  return rows.map(({ value }) => value);
};
const reasons = <Value>({ rows, faults }: Reading<Value>) => {
  expect(rows).toEqual([]);
  return faults.map(({ reason }) => reason);
};

describe('claims.csv', () => {
  const header = 'pair,kind,date,source,as,by,level,manner,doubt,tag,remark';

  test('has everything that a source says about an act', () => {
    const row =
      'CN-RU,severed,1949-10-02,mfa-ru,soviet-union russian-empire,RU,minister level,suspended,queried signing,broken,a remark';
    expect(values(readClaims(fileOf(header, row)))[0]).toStrictEqual({
      ...{ pair: 'CN-RU', kind: 'severed', date: '1949-10-02', source: 'mfa-ru' },
      ...{ as: ['soviet-union', 'russian-empire'], by: 'RU', level: 'minister level', manner: 'suspended' },
      ...{ doubts: ['queried', 'signing'], tag: 'broken', remark: 'a remark' },
    });
  });

  test.each([
    [',,,,,,a remark', { remark: 'a remark' }],
    [',,minister level,,,,', { level: 'minister level' }],
    [',,,,,,', {}],
  ])('has no circumstances but those of %s', (cells, circumstances) => {
    expect(values(readClaims(fileOf(header, `CN-RU,severed,1949,mfa-ru,${cells}`)))).toStrictEqual([
      { pair: 'CN-RU', kind: 'severed', date: '1949', source: 'mfa-ru', ...circumstances },
    ]);
  });

  test.each(['RUS', 'xRU'])('does not take %s for the state that acted', (by) => {
    expect(reasons(readClaims(fileOf(header, `CN-RU,severed,1949,mfa-ru,,${by},,,,,`)))).toEqual([
      `by is "${by}": write the code of the state that acted`,
    ]);
  });

  test('names every word that it does not know', () => {
    const row = 'CN-RU,severed,1949-10-02,mfa-ru,,Russia,low,angrily,perhaps,loud,';
    expect(reasons(readClaims(fileOf(header, row)))).toEqual([
      expect.stringMatching(/^unknown level "low": one of consular level at first, legation level/),
      expect.stringMatching(/^unknown manner "angrily": one of suspended, frozen/),
      expect.stringMatching(/^unknown tag "loud": one of /),
      expect.stringMatching(/^unknown doubt "perhaps": one of queried, doubtful/),
      'by is "Russia": write the code of the state that acted',
    ]);
  });

  test.each(['CN-RUS', 'xCN-RU'])('does not take %s for a pair', (pair) => {
    expect(reasons(readClaims(fileOf(header, `${pair},severed,1949,mfa-ru,,,,,,,`)))).toEqual([
      `"${pair}" is not a pair: write two state codes joined by a hyphen, such as CN-LS`,
    ]);
  });
});

test('claims about one act have the first word of each sort and every predecessor, doubt and remark once', () => {
  expect(
    combineCircumstances([
      { as: ['soviet-union'], doubts: ['queried'], remark: 'one; two' },
      { as: ['soviet-union', 'russian-empire'], by: 'RU', level: 'minister level', doubts: ['queried', 'report'] },
      { by: 'CN', level: 'legation level', manner: 'frozen', tag: 'broken', remark: 'two; three' },
    ]),
  ).toEqual({
    ...{ as: ['soviet-union', 'russian-empire'], by: 'RU', level: 'minister level', manner: 'frozen', tag: 'broken' },
    ...{ doubts: ['queried', 'report'], remark: 'one; two; three' },
  });
  expect(combineCircumstances([{}, {}])).toStrictEqual({});
});

describe('events.csv', () => {
  const timelines = [
    {
      ...aTimeline(
        'CN-DD',
        anEvent('established', '1949-10-27', {
          ...{ sources: ['ministry', 'enwiki-cn'], as: ['east-germany', 'prussia'], by: 'DD', level: 'legation level' },
          ...{
            manner: 'restored after Soviet period',
            doubts: ['signing', 'near'],
            tag: 'broken',
            remark: 'said "yes", twice',
          },
          alternatives: [
            { kind: 'established', date: '1949-10-25', sources: ['enwiki-dd', 'forum'] },
            { kind: 'recognised', date: '1949', sources: ['forum'] },
          ],
        }),
        anEvent('upgraded', '1953-10'),
      ),
      ended: '1990-10-03',
    },
    aTimeline('CN-LS', anEvent('established', '1983-04-30')),
  ] as const;

  test('is read as it was written, with the end of a former state', () => {
    expect(readEvents(writeEvents(timelines), new Map([['DD', { until: '1990-10-03' }]]))).toStrictEqual(timelines);
    expect(readEvents(writeEvents(timelines))[0]).not.toHaveProperty('ended');
  });

  test('writes an event on one line', () => {
    expect(writeEvents(timelines).split('\n').slice(0, 2)).toEqual([
      'pair,kind,date,evidence,sources,alternatives,as,by,level,manner,doubt,tag,remark',
      'CN-DD,established,1949-10-27,official,ministry enwiki-cn,established 1949-10-25 enwiki-dd forum | recognised 1949 forum,east-germany prussia,DD,legation level,restored after Soviet period,signing near,broken,"said ""yes"", twice"',
    ]);
  });

  test.each([
    ['LS-CN,established,1983-04-30,official,mfa,,,,,,,,', 'the codes of LS-CN are not in alphabetical order'],
    ['CN-LS,founded,1983-04-30,official,mfa,,,,,,,,', '"founded" is not one of recognised, consular'],
    ['CN-LS,established,1983-04-31,official,mfa,,,,,,,,', '"1983-04-31" is not a date'],
    ['CN-LS,established,1983-04-30,certain,mfa,,,,,,,,', '"certain" is not one of official, corroborated'],
    ['CN-LS,established,1983-04-30,official,mfa,founded 1983 mfa,,,,,,,', '"founded" is not one of'],
    ['CN-LS,established,1983-04-30,official,mfa,,,Lesotho,low,,,,', 'unknown level "low"'],
  ])('with the invalid row %s is an error', (row, reason) => {
    expect(() => readEvents(fileOf('header', row))).toThrow(`events.csv: ${reason}`);
  });

  test('with two invalid circumstances names both', () => {
    const row = 'CN-LS,established,1983-04-30,official,mfa,,,Lesotho,low,,,,';
    expect(() => readEvents(fileOf('header', row))).toThrow(/low.*; by is "Lesotho"/);
  });
});

describe('confidence.csv', () => {
  const text = fileOf(
    'evidence,era,opposed,compared,held,share,low,high,pooled',
    'official,since 1990,yes,40,38,0.95,0.835,0.986,nothing',
    'listed,before 1945,no,7,6,0.857,0.487,0.974,eras',
  );

  test('is written as it was read', () => {
    expect(readConfidence(text)[0]).toStrictEqual({
      ...{ evidence: 'official', era: 'since 1990', opposed: true, pooled: 'nothing' },
      ...{ compared: 40, held: 38, share: 0.95, low: 0.835, high: 0.986 },
    });
    expect(writeConfidence(readConfidence(text))).toBe(text);
  });

  test.each([
    ['listed', 'sure', 'official, corroborated, listed, unconfirmed, disputed'],
    ['before 1945', 'long ago', 'before 1945, 1945–1989, since 1990'],
    ['eras', 'all', 'nothing, opposed, eras'],
  ])('with another word than %s is an error', (word, other, known) => {
    expect(() => readConfidence(text.replace(word, other))).toThrow(
      `confidence.csv: "${other}" is not one of ${known}`,
    );
  });
});

describe('states.csv', () => {
  const header =
    'code,name_en,official_name_en,since,until,predecessors,un_member_since,capital,time_zone,region,subregion,kind,successions';
  const text = fileOf(
    header,
    'CZ,Czechia,Czech Republic,1918-10-28,,CS AT,1993-01-19,Prague,Europe/Prague,Europe,Central Europe,un_member,1993-01-01 1939-03',
    'DD,East Germany,German Democratic Republic,1949-10-07,1990-10-03,,,Berlin,Europe/Berlin,Europe,Central Europe,former,',
  );

  test('is written as it was read', () => {
    const [czechia, eastGermany] = values(readStates(text));
    expect(czechia).toMatchObject({ predecessors: ['CS', 'AT'], successions: ['1993-01-01', '1939-03'] });
    expect(eastGermany).toStrictEqual({
      ...{ code: 'DD', name: 'East Germany', officialName: 'German Democratic Republic', kind: 'former' },
      ...{ since: '1949-10-07', until: '1990-10-03', unMemberSince: undefined },
      ...{ capital: 'Berlin', timeZone: 'Europe/Berlin', region: 'Europe', subregion: 'Central Europe' },
      ...{ predecessors: [], successions: [] },
    });
    expect(writeStates(values(readStates(text)))).toBe(text);
  });

  test('names the column of each impossible date, and a bad code', () => {
    const row = 'DDR,,,1949-13,1990-13,,1973-13,,,,,former,1949-14';
    expect(reasons(readStates(fileOf(header, row))).map((reason) => reason.split(' is not')[0])).toEqual([
      'the code "DDR"',
      'since 1949-13',
      'until 1990-13',
      'un_member_since 1973-13',
      'successions 1949-14',
    ]);
  });
});

describe('sources.csv', () => {
  const header = 'source,publisher,title,url,grade,licence,retrieved,origin,government';
  const text = fileOf(
    header,
    'mfa-cn,Foreign Ministry,Dates,https://mfa.example/,official,CC0,2026-11-01,,CN',
    'mfa-cn-2,A copy,Dates,,weak,,2026-11-02,mfa-cn,',
  );

  test('is written as it was read; a source without an origin stands for itself', () => {
    const [ministry, copy] = values(readSources(text));
    expect(ministry).toMatchObject({ origin: 'mfa-cn', government: 'CN', licence: 'CC0' });
    expect(copy).toStrictEqual({
      ...{ id: 'mfa-cn-2', publisher: 'A copy', title: 'Dates', url: '', grade: 'weak' },
      ...{ licence: '', retrieved: '2026-11-02', origin: 'mfa-cn' },
    });
    expect(writeSources(values(readSources(text)))).toBe(text);
  });

  test.each([
    ['a government that is no state', 'mfa-cn,,,,official,,,,China'],
    ['a government of a source that is not official', 'xinhua,,,,press,,,,CN'],
  ])('names %s', (_fault, row) => {
    expect(reasons(readSources(fileOf(header, row)))).toEqual([
      expect.stringContaining('write the code of the state whose government speaks, in official sources only'),
    ]);
  });

  test.each(['_mfa', 'mfa-', 'mfa--cn', 'MFA'])('does not take %s for a key', (key) => {
    expect(reasons(readSources(fileOf(header, `${key},,,,press,,,,`)))).toEqual([
      `the key "${key}" must consist of lower-case letters, digits and hyphens`,
    ]);
  });
});

describe('changes.csv', () => {
  const header = 'release,pair,before,after,what,reason,sources';
  const text = fileOf(
    header,
    '2026.12.1,CN-MK,established 1993-10-21 disputed,established 1993-10-12 official,day,The list of the ministry.,mfa-cn mfa-mk',
    '2026.12.1,CN-LS,,severed 1990 listed,new,A source.,',
    '2026.12.1,CN-LS,severed 1991 listed,,gone,It was no act.,',
  );

  test('is written as it was read', () => {
    expect(values(readChanges(text))).toStrictEqual([
      {
        ...{ release: '2026.12.1', pair: 'CN-MK', what: 'day', reason: 'The list of the ministry.' },
        before: { kind: 'established', date: '1993-10-21', evidence: 'disputed' },
        after: { kind: 'established', date: '1993-10-12', evidence: 'official' },
        sources: ['mfa-cn', 'mfa-mk'],
      },
      {
        ...{ release: '2026.12.1', pair: 'CN-LS', what: 'new', reason: 'A source.', sources: [] },
        after: { kind: 'severed', date: '1990', evidence: 'listed' },
      },
      {
        ...{ release: '2026.12.1', pair: 'CN-LS', what: 'gone', reason: 'It was no act.', sources: [] },
        before: { kind: 'severed', date: '1991', evidence: 'listed' },
      },
    ]);
    expect(writeChanges(values(readChanges(text)))).toBe(text);
  });

  test('names all that is wrong with a change', () => {
    expect(reasons(readChanges(fileOf(header, 'May,CN,severed 1990 sure,founded 1990 listed,moved,,')))).toEqual([
      expect.stringContaining('"May" is not a release'),
      expect.stringContaining('"CN" is not a pair'),
      'unknown evidence "sure": one of official, corroborated, listed, unconfirmed, disputed',
      expect.stringContaining('unknown kind "founded"'),
      'unknown sort "moved": one of new, gone, day, kind, evidence',
      'the reason is empty: say why the data changed',
    ]);
  });
});

describe('released.csv', () => {
  const text = fileOf('pair,kind,date,evidence', 'CN-LS,severed,1990,listed', 'CN-MK,established,1993-10-12,official');

  test('is written as it was read', () => {
    expect(values(readReleased(text))[0]).toStrictEqual({
      ...{ pair: 'CN-LS', kind: 'severed', date: '1990', evidence: 'listed' },
    });
    expect(writeReleased(values(readReleased(text)))).toBe(text);
  });

  test.each([
    ['CN,severed,1990,listed', ['"CN" is not a pair']],
    ['CN-LS,severed,1990,sure', ['unknown evidence "sure"']],
    ['CN,severed,1990,sure', ['"CN" is not a pair', 'unknown evidence "sure"']],
  ])('names what is wrong with %s', (row, parts) => {
    expect(reasons(readReleased(fileOf('pair,kind,date,evidence', row)))).toEqual(
      parts.map((part) => expect.stringContaining(part)),
    );
  });
});

describe('predecessors.csv', () => {
  const header = 'state,key,name,from,until,continued,partners,reason,source';

  test('says when a predecessor acted, and whether its acts count', () => {
    const rows = [
      'RU,soviet-union,Soviet Union,1922-12-30,1991-12-26,yes,CN LS,It declared so.,mfa-ru',
      'CN,qing,Qing Empire,,,no,,It is another state.,https://a.example/',
    ];
    expect(values(readPredecessors(fileOf(header, ...rows)))).toStrictEqual([
      {
        ...{ state: 'RU', key: 'soviet-union', name: 'Soviet Union', from: '1922-12-30', until: '1991-12-26' },
        ...{ isContinued: true, partners: ['CN', 'LS'], reason: 'It declared so.', source: 'mfa-ru' },
      },
      {
        ...{ state: 'CN', key: 'qing', name: 'Qing Empire', isContinued: false, partners: [] },
        ...{ reason: 'It is another state.', source: 'https://a.example/' },
      },
    ]);
  });

  test('names all that is wrong with a row', () => {
    expect(reasons(readPredecessors(fileOf(header, 'RUS,Soviet Union,,1922-13,1991-13,perhaps,,,a b')))).toEqual([
      expect.stringContaining('from 1922-13 is not in the calendar'),
      expect.stringContaining('until 1991-13 is not in the calendar'),
      'the code "RUS" is not two capital letters',
      'the key "Soviet Union" must consist of lower-case letters, digits and hyphens',
      'a predecessor has a name: fill it in',
      'continued is "perhaps": write yes or no',
      'the reason is empty: say why its acts count or do not count',
      'the source "a b" is neither a web address nor a key of sources.csv',
    ]);
  });
});

describe('status.csv', () => {
  const header = 'pair,status,since,reason,source';

  test('settles what no dated act can say', () => {
    const rows = ['CN-LS,suspended,1990-04,The embassy closed.,mfa-ls', 'CN-MK,in force,,Both say so.,'];
    expect(values(readStatuses(fileOf(header, ...rows)))).toStrictEqual([
      { pair: 'CN-LS', status: 'suspended', since: '1990-04', reason: 'The embassy closed.', source: 'mfa-ls' },
      { pair: 'CN-MK', status: 'in force', reason: 'Both say so.', source: '' },
    ]);
  });

  test('names all that is wrong with a row', () => {
    expect(reasons(readStatuses(fileOf(header, 'CN,cool,1990-13,,ftp://a')))).toEqual([
      expect.stringContaining('"CN" is not a pair'),
      expect.stringContaining('since 1990-13 is not in the calendar'),
      'unknown status "cool": one of none, in force, severed, suspended',
      'the reason is empty: say what no dated act can say',
      'the source "ftp://a" is neither a web address nor a key of sources.csv',
    ]);
  });
});

test.each(['https://a.example/b c', 'see https://a.example/', 'MFA', 'mfa-', '_mfa'])(
  'a status does not rest on %s',
  (source) => {
    const text = fileOf('pair,status,since,reason,source', `CN-LS,none,,Why.,${source}`);
    expect(reasons(readStatuses(text))).toHaveLength(1);
  },
);

describe('rulings.csv', () => {
  const header = 'pair,act,verdict,reason,sources';

  test('says of an act what holds, why, and by which sources', () => {
    const rows = [
      'CN-LS,established 1983-04-30,date,Why.,mfa-cn mfa-ls',
      'CN-LS,established 1983-04-30,same recognised 1983,Why.,',
    ];
    const ruling = { pair: 'CN-LS', act: { kind: 'established', date: '1983-04-30' }, reason: 'Why.' };
    expect(values(readRulings(fileOf(header, ...rows)))).toStrictEqual([
      { ...ruling, verdict: 'date', sources: ['mfa-cn', 'mfa-ls'] },
      { ...ruling, verdict: 'same', other: { kind: 'recognised', date: '1983' }, sources: [] },
    ]);
  });

  test('names all that is wrong with a row', () => {
    expect(reasons(readRulings(fileOf(header, 'CN,founded 1983,not the same recognised 1983,,')))).toEqual([
      expect.stringContaining('"CN" is not a pair'),
      expect.stringContaining('unknown kind "founded"'),
      expect.stringContaining('unknown verdict "not the same recognised 1983"'),
      'a ruling says why it decides so: fill in the reason',
    ]);
  });

  test('names an act that is not the other', () => {
    expect(reasons(readRulings(fileOf(header, 'CN-LS,severed 1990,apart founded 1983,Why.,')))).toEqual([
      expect.stringContaining('unknown kind "founded"'),
    ]);
  });
});

describe('searched.csv', () => {
  const header = 'pair,act,day,languages';

  test('says which act was looked for, when and in which languages', () => {
    expect(values(readSearched(fileOf(header, 'CN-LS,severed 1990-04,2026-11-01,en zh')))).toStrictEqual([
      {
        ...{ pair: 'CN-LS', act: { kind: 'severed', date: '1990-04' }, day: '2026-11-01', languages: ['en', 'zh'] },
      },
    ]);
  });

  test.each(['CN,severed 1990,2026-11-01,en', 'CN-LS,founded 1990,2026-11-01,en', 'CN-LS,severed 1990,2026-11-01,'])(
    'names what is wrong with %s',
    (row) => {
      expect(reasons(readSearched(fileOf(header, row)))).toHaveLength(1);
    },
  );

  test.each(['eng', 'xen en', 'en EN'])('does not take "%s" for languages', (languages) => {
    expect(reasons(readSearched(fileOf(header, `CN-LS,severed 1990,2026-11-01,${languages}`)))).toEqual([
      `"${languages}" are not language codes such as "en fr"`,
    ]);
  });
});

describe('citations.csv', () => {
  const header = 'publisher,url,official,claims';

  test('says who is cited for which claims and lists', () => {
    const row =
      'Ministry,https://a.example/,yes,CN-LS severed 1990 enwiki-cn | enwiki-ls | CN-MK resumed 2001 enwiki-mk';
    expect(values(readCitations(fileOf(header, row)))).toStrictEqual([
      {
        ...{ publisher: 'Ministry', url: 'https://a.example/', isOfficial: true, lists: ['enwiki-ls'] },
        claims: [
          { pair: 'CN-LS', kind: 'severed', date: '1990', source: 'enwiki-cn' },
          { pair: 'CN-MK', kind: 'resumed', date: '2001', source: 'enwiki-mk' },
        ],
      },
    ]);
  });

  test('need have no web address, nor a government behind it', () => {
    const rows = ['A book,,,enwiki-ls', 'A site,http://a.example/,,enwiki-ls'];
    const claims: never[] = [];
    expect(values(readCitations(fileOf(header, ...rows)))).toStrictEqual([
      { publisher: 'A book', url: '', isOfficial: false, lists: ['enwiki-ls'], claims },
      { publisher: 'A site', url: 'http://a.example/', isOfficial: false, lists: ['enwiki-ls'], claims },
    ]);
  });

  test.each([
    ['CN severed 1990 enwiki-cn', ['"CN" is not a pair']],
    ['CN-LS founded 1990 enwiki-cn', ['unknown kind "founded"']],
    ['CN founded 1990 enwiki-cn', ['"CN" is not a pair', 'unknown kind "founded"']],
  ])('names what is wrong with the claim %s', (claim, parts) => {
    expect(reasons(readCitations(fileOf(header, `Ministry,,,${claim}`)))).toEqual(
      parts.map((part) => expect.stringContaining(part)),
    );
  });

  test.each(['see https://a.example/', 'https://a.example/b c'])('does not take %s for an address', (url) => {
    expect(reasons(readCitations(fileOf(header, `Ministry,${url},,enwiki-cn`)))).toEqual([
      `"${url}" is not a web address`,
    ]);
  });
});

describe('weekends.csv', () => {
  const header = 'state,days,publisher,title,url,read';

  test('says on which days the offices of a state rest, and who says so', () => {
    const row = 'EG,friday saturday,Ministry,Office hours,https://a.example/hours,2026-11-01';
    expect(values(readWeekends(fileOf(header, row)))).toStrictEqual([
      {
        ...{ state: 'EG', days: ['friday', 'saturday'], publisher: 'Ministry', title: 'Office hours' },
        ...{ url: 'https://a.example/hours', read: '2026-11-01' },
      },
    ]);
  });

  test.each([
    ['EGY,friday,Ministry,Hours,https://a.example/,2026-11-01', 'the code "EGY" is not two capital letters'],
    ['EG,friday,,Hours,https://a.example/,2026-11-01', 'the source has no publisher or no title: fill in both'],
    ['EG,friday,Ministry,,https://a.example/,2026-11-01', 'the source has no publisher or no title: fill in both'],
    ['EG,friday,Ministry,Hours,see https://a.example/,2026-11-01', /the address of the source .* is not a web address/],
    ['EG,friday,Ministry,Hours,https://a.example/b c,2026-11-01', /the address of the source .* is not a web address/],
    ['EG,friday,Ministry,Hours,https://a.example/,2026-11', 'the day of reading "2026-11" is not in the calendar'],
  ])('names what is wrong with %s', (row, reason) => {
    const named = reasons(readWeekends(fileOf(header, row)));
    expect(named).toEqual([expect.stringMatching(reason)]);
  });
});

describe('a table', () => {
  const [split, library] = ['a,"b ""c"", d"\ne,"f\ng"\nh,', 'a,"b ""c"", d"\re,"f\ng"\rh,'];

  test('has its rows, quotes and line breaks with either line end', () => {
    const cells = [
      ['a', 'b "c", d'],
      ['e', 'f\ng'],
      ['h', ''],
    ];
    for (const text of [split, `\uFEFF${split}\n`, library])
      expect(splitRecords(text).records.map((record) => record.cells)).toEqual(cells);
    expect(splitRecords(split).records.map(({ line }) => line)).toEqual([1, 2, 4]);
  });

  test('may be separated by another sign', () => {
    expect(splitRecords('a|"b|c"|d,e', '|').records).toEqual([{ line: 1, cells: ['a', 'b|c', 'd,e'] }]);
  });

  test('is read up to a quote inside a value, which is named with its line and cell', () => {
    expect(splitRecords('a,b\nc,d "e" f\ng,h\n')).toEqual({
      records: [{ line: 1, cells: ['a', 'b'] }],
      error: { line: 2, cell: 1, reason: expect.stringContaining('a quote inside a value must be doubled') },
    });
  });

  test('without a line lacks its header', () => {
    expect(readReleased('').faults).toEqual([
      { file: 'released.csv', line: 1, reason: 'the header must read pair,kind,date,evidence' },
    ]);
  });

  test.each(['=1', '+1', '-1', '@a', '\t1'])('has no cell that begins like the formula %j', (cell) => {
    const faults = readReleased(fileOf('pair,kind,date,evidence', `CN-LS,severed,1990,${cell}`)).faults;
    expect(faults.map(({ reason }) => reason)).toEqual([
      `"${cell}" would be a formula in a spreadsheet: do not begin it with ${cell[0]}`,
    ]);
  });
});

describe.each(['EGY', 'xEG', 'eg'])('the code %s is that of no state', (code) => {
  test.each<[string, () => Reading<unknown>]>([
    ['states.csv', () => readStates(fileOf(stateColumns.join(), `${code},,,,,,,,,,,other,`))],
    ['sources.csv', () => readSources(fileOf(sourceColumns.join(), `mfa,,,,official,,,,${code}`))],
    ['predecessors.csv', () => readPredecessors(fileOf(predecessorColumns.join(), `${code},a,A,,,yes,,Why.,`))],
    [
      'weekends.csv',
      () => readWeekends(fileOf(weekendColumns.join(), `${code},friday,A,B,https://a.example/,2026-11-01`)),
    ],
  ])('in %s', (_file, read) => {
    expect(reasons(read())).toEqual([expect.stringContaining(`"${code}"`)]);
  });
});

test.each(['_qing', 'qing_', 'qing--empire', 'Qing'])('a predecessor does not have the key %s', (key) => {
  const row = `CN,${key},Qing Empire,,,no,,Why.,`;
  expect(reasons(readPredecessors(fileOf(predecessorColumns.join(), row)))).toHaveLength(1);
});

test('a key of several parts, and an address without encryption, are as good as others', () => {
  const source = readSources(fileOf(sourceColumns.join(), 'zhwiki-pair-cn-ls,,,,weak,,,,'));
  const weekend = readWeekends(fileOf(weekendColumns.join(), 'EG,friday,A,B,http://a.example/,2026-11-01'));
  const predecessor = readPredecessors(
    fileOf(predecessorColumns.join(), 'CN,qing-2-b,Qing,,,no,,Why.,http://a.example/'),
  );
  const status = readStatuses(fileOf('pair,status,since,reason,source', 'CN-LS,none,,Why.,a-list-of-1990'));
  expect([source, weekend, predecessor, status].map(({ rows }) => rows.length)).toEqual([1, 1, 1, 1]);
});

test.each(['CN,severed 1990,date,Why.,', 'CN-LS,founded 1990,date,Why.,'])(
  'a ruling is faulty with one bad cell: %s',
  (row) => {
    expect(reasons(readRulings(fileOf('pair,act,verdict,reason,sources', row)))).toHaveLength(1);
  },
);

test('relations end with the first of two states that end', () => {
  const states = new Map([
    ['CS', { until: '1992-12-31' }],
    ['YU', { until: '1992-04-27' }],
  ] as const);
  expect(findEnd('CS-YU', states)).toBe('1992-04-27');
});
