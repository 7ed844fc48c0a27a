import { describe, expect, test } from 'vitest';
import { readDataset } from '../../src/dataset/read-dataset.ts';
import { resolve } from '../../src/dataset/resolving/resolve.ts';
import { type Lines, resolveClaims, textsOf } from './small-dataset.ts';

describe('the date of an act', () => {
  test.each([
    [
      'an official source goes before both lists',
      ['established,1983-05-30,enwiki-cn,', 'established,1983-05-30,enwiki-ls,', 'established,1983-04-30,ministry,'],
      ['established 1983-04-30 official (or established 1983-05-30)'],
    ],
    [
      'both lists go before a report, which leaves them unconfirmed, not disputed',
      ['established,1983-05-30,enwiki-cn,', 'established,1983-05-30,enwiki-ls,', 'established,1983-04-30,agency,'],
      ['established 1983-05-30 unconfirmed (or established 1983-04-30)'],
    ],
    [
      'a report and notes that agree go before one list',
      [
        'established,1983-05-30,enwiki-cn,',
        'established,1983-04-30,enwiki-ls-notes,',
        'established,1983-04-30,agency,',
      ],
      ['established 1983-04-30 corroborated (or established 1983-05-30)'],
    ],
    [
      'two lists that differ by a day leave it disputed, and Friday stands, not Saturday',
      ['established,1983-04-29,enwiki-cn,', 'established,1983-04-30,enwiki-ls,'],
      ['established 1983-04-29 disputed (or established 1983-04-30)'],
    ],
    [
      'Monday stands, not Sunday, though it is the later',
      ['established,1983-05-01,enwiki-cn,', 'established,1983-05-02,enwiki-ls,'],
      ['established 1983-05-02 disputed (or established 1983-05-01)'],
    ],
    [
      'a working day goes before a weekend three days away',
      ['established,1983-04-30,enwiki-cn,', 'established,1983-05-03,enwiki-ls,'],
      ['established 1983-05-03 disputed (or established 1983-04-30)'],
    ],
    [
      'the earlier day stands when they are further apart, even on a weekend',
      ['established,1983-04-30,enwiki-cn,', 'established,1983-05-04,enwiki-ls,'],
      ['established 1983-04-30 disputed (or established 1983-05-04)'],
    ],
    [
      'the earlier of two working days stands',
      ['established,1983-05-03,enwiki-cn,', 'established,1983-05-04,enwiki-ls,'],
      ['established 1983-05-03 disputed (or established 1983-05-04)'],
    ],
    [
      'of two dates of equal weight the one with more witnesses stands, coarse ones included',
      [
        'established,1983-04-28,enwiki-ls,',
        'established,1983-05-03,enwiki-cn,',
        'established,1983-05,enwiki-cn-notes,',
      ],
      ['established 1983-05-03 disputed (or established 1983-04-28)'],
    ],
    [
      'the earlier of two months stands, even if it begins on a weekend',
      ['established,1983-05,enwiki-cn,', 'established,1983-06,enwiki-ls,'],
      ['established 1983-05 disputed (or established 1983-06)'],
    ],
    [
      'of a break the later day stands, even on a weekend, since it is announced before it takes effect',
      [
        'established,1983-04-30,enwiki-cn,',
        'severed,1990-04-06,enwiki-cn-notes,',
        'severed,1990-04-07,enwiki-ls-notes,',
      ],
      ['established 1983-04-30 unconfirmed', 'severed 1990-04-07 disputed (or severed 1990-04-06)'],
    ],
    [
      'two governments that differ leave it disputed',
      ['established,1983-05-03,ministry,', 'established,1983-05-04,ministry-ls,', 'established,1983-05-03,enwiki-cn,'],
      ['established 1983-05-03 disputed (or established 1983-05-04)'],
    ],
    [
      'both lists that nothing contradicts are listed',
      ['established,1983-04-30,enwiki-cn,', 'established,1983-04-30,enwiki-ls,'],
      ['established 1983-04-30 listed'],
    ],
    [
      'a list and its notes are one voice, unconfirmed',
      ['established,1983-04-30,enwiki-cn,', 'established,1983-04-30,enwiki-cn-notes,'],
      ['established 1983-04-30 unconfirmed'],
    ],
    [
      'a list and a report corroborate each other',
      ['established,1983-04-30,enwiki-cn,', 'established,1983-04-30,agency,'],
      ['established 1983-04-30 corroborated'],
    ],
    [
      'a finer date wins over a coarser one that it agrees with, however weighty',
      ['established,1983-04,ministry,', 'established,1983-04-30,forum,'],
      ['established 1983-04-30 unconfirmed'],
    ],
    [
      'a signing yields to the entry into force, but leaves it unconfirmed',
      [
        'established,1983-04-01,ministry,,,,,signing',
        'established,1983-04-30,enwiki-cn,',
        'established,1983-04-30,enwiki-ls,',
      ],
      ['established 1983-04-30 unconfirmed (or established 1983-04-01)'],
    ],
    [
      'a government and a copy of its list are official, and one voice',
      ['established,1983-04-30,ministry,', 'established,1983-04-30,ministry-copy,'],
      ['established 1983-04-30 official'],
    ],
    [
      'both lists go before the government of a third state, even if a note doubts one of them',
      [
        'established,1983-05-03,enwiki-cn,',
        'established,1983-05-03,enwiki-ls,,,,,queried',
        'established,1983-05-04,ministry-fr,',
      ],
      ['established 1983-05-03 disputed (or established 1983-05-04)'],
    ],
    [
      'a source that contradicts itself goes behind a report',
      ['established,1983-05-03,enwiki-cn,', 'established,1983-05-05,enwiki-cn,', 'established,1983-05-10,agency,'],
      ['established 1983-05-10 unconfirmed (or established 1983-05-03, established 1983-05-05)'],
    ],
    [
      'notes go behind a report, an article before it',
      ['established,1983-05-03,enwiki-cn-notes,', 'established,1983-05-04,agency,', 'established,1983-05-05,weekly,'],
      ['established 1983-05-04 disputed (or established 1983-05-03, established 1983-05-05)'],
    ],
    [
      'an article of the encyclopedia goes before a report',
      ['established,1983-05-04,zhwiki-pair-cn-ls,', 'established,1983-05-03,agency,'],
      ['established 1983-05-04 disputed (or established 1983-05-03)'],
    ],
    [
      'a weak source neither corroborates a date nor opposes it',
      [
        'established,1983-04-30,enwiki-cn,',
        'established,1983-04-30,enwiki-ls,',
        'established,1983-05-30,forum,',
        'severed,1990-04-07,agency,',
        'severed,1990-04-07,forum,',
      ],
      ['established 1983-04-30 listed (or established 1983-05-30)', 'severed 1990-04-07 unconfirmed'],
    ],
    [
      'a weak source alone for the day in a month that others give is not disputed by a report of another',
      ['established,1983-04,ministry,', 'established,1983-04-30,forum,', 'established,1983-05-05,agency,'],
      ['established 1983-04-30 unconfirmed (or established 1983-05-05)'],
    ],
    [
      'two reports that differ leave it disputed',
      ['established,1983-05-03,agency,', 'established,1983-05-04,weekly,'],
      ['established 1983-05-03 disputed (or established 1983-05-04)'],
    ],
    [
      'reports of two other days do not add up to a dispute',
      [
        'established,1983-05-03,agency,',
        'established,1983-05-03,enwiki-cn,',
        'established,1983-05-04,weekly,',
        'established,1983-05-05,ministry-fr,',
      ],
      ['established 1983-05-03 corroborated (or established 1983-05-04, established 1983-05-05)'],
    ],
    [
      'two voices do not dispute two of which one is much weightier',
      [
        'established,1983-05-03,agency,',
        'established,1983-05-03,ministry-fr,',
        'established,1983-05-04,weekly,',
        'established,1983-05-04,enwiki-cn-notes,',
      ],
      ['established 1983-05-03 corroborated (or established 1983-05-04)'],
    ],
    [
      'a list and its notes are disputed by the other list',
      [
        'established,1983-05-03,enwiki-cn,',
        'established,1983-05-03,enwiki-cn-notes,',
        'established,1983-05-04,enwiki-ls,',
      ],
      ['established 1983-05-03 disputed (or established 1983-05-04)'],
    ],
    [
      'both lists are not disputed by an article of the encyclopedia, but unconfirmed',
      [
        'established,1983-05-03,enwiki-cn,',
        'established,1983-05-03,enwiki-ls,',
        'established,1983-05-04,zhwiki-pair-cn-ls,',
      ],
      ['established 1983-05-03 unconfirmed (or established 1983-05-04)'],
    ],
    [
      'two signings that one government gives are one voice, those of two governments corroborate each other',
      [
        'established,1983-05-03,ministry,,,,,signing',
        'established,1983-05-03,ministry-yearbook,,,,,signing',
        'severed,1990-04-07,ministry,,,,,signing',
        'severed,1990-04-07,ministry-ls,,,,,signing',
      ],
      ['established 1983-05-03 unconfirmed', 'severed 1990-04-07 corroborated'],
    ],
    [
      'two reports corroborate each other',
      ['established,1983-05-03,agency,', 'established,1983-05-03,weekly,'],
      ['established 1983-05-03 corroborated'],
    ],
    [
      'a list and its notes go behind the government of a third state',
      [
        'established,1983-05-03,enwiki-cn,',
        'established,1983-05-03,enwiki-cn-notes,',
        'established,1983-05-04,ministry-fr,',
      ],
      ['established 1983-05-04 disputed (or established 1983-05-03)'],
    ],
    [
      'a report and its copy are one voice',
      ['established,1983-05-03,agency,', 'established,1983-05-03,agency-copy,'],
      ['established 1983-05-03 unconfirmed'],
    ],
    [
      'a date that its own source doubts yields',
      ['established,1983-04-30,enwiki-cn,', 'established,1983-05-30,enwiki-ls,,,,,failing-verification'],
      ['established 1983-04-30 unconfirmed (or established 1983-05-30)'],
    ],
  ])('%s', (_rule, claims, events) => {
    expect(resolveClaims('CN-LS', claims)).toEqual(events);
  });
});

describe('what is one act', () => {
  test.each([
    [
      'the same day of another year is a slip, even across a break',
      ['established,1983-04-30,ministry,', 'severed,1990-04-07,ministry,', 'established,1993-04-30,forum,'],
      ['established 1983-04-30 official (or established 1993-04-30)', 'severed 1990-04-07 official'],
    ],
    [
      'a slip belongs to the act that it was meant for, though others call that act otherwise',
      ['established,1983-04-30,ministry,', 'established,1993-04-30,forum,', 'resumed,1983-05-02,agency,'],
      ['established 1983-04-30 official (or established 1993-04-30, resumed 1983-05-02)'],
    ],
    [
      'a slip belongs to the act that it was meant for, also where several others call it otherwise',
      [
        'established,1983-04-30,ministry,',
        'established,1993-04-30,forum,',
        'resumed,1983-05-02,agency,',
        'resumed,1983-05-03,weekly,',
      ],
      [
        'resumed 1983-04-30 official (or established 1983-04-30, established 1993-04-30, resumed 1983-05-02, resumed 1983-05-03)',
      ],
    ],
    [
      'a break joins the act whose nearest date is nearer, and no act of which one source has another date',
      [
        'severed,1990-01-01,agency,',
        'severed,1990-02-01,weekly,',
        'severed,1990-03-25,forum,',
        'severed,1990-05-24,agency,',
      ],
      ['severed 1990-02-01 disputed (or severed 1990-01-01, severed 1990-03-25)', 'severed 1990-05-24 unconfirmed'],
    ],
    [
      'of three breaks the two that are nearer, if one source has the first and the last',
      ['severed,1990-01-01,agency,', 'severed,1990-02-20,weekly,', 'severed,1990-03-01,agency,'],
      ['severed 1990-01-01 unconfirmed', 'severed 1990-03-01 disputed (or severed 1990-02-20)'],
    ],
    [
      'two breaks near in time with nothing between them',
      ['established,1983,ministry,', 'severed,1990-04-05,enwiki-cn-notes,', 'severed,1990-04-07,ministry,'],
      ['established 1983 official', 'severed 1990-04-07 official (or severed 1990-04-05)'],
    ],
    [
      'not two breaks with a resumption between them',
      ['established,1983,ministry,', 'severed,1990,ministry,', 'resumed,1991,ministry,', 'severed,1992,forum,'],
      ['established 1983 official', 'severed 1990 official', 'resumed 1991 official', 'severed 1992 unconfirmed'],
    ],
    [
      'not two dates that one source gives',
      ['established,1983-04-30,ministry,', 'established,1994-01-12,ministry,', 'established,1994-01-12,enwiki-cn,'],
      ['established 1983-04-30 official', 'established 1994-01-12 official'],
    ],
    [
      'establishment and resumption after a break are a resumption',
      [
        'established,1983,ministry,',
        'severed,1990,ministry,',
        'established,1994-01-12,enwiki-cn,',
        'resumed,1994-01,forum,',
      ],
      [
        'established 1983 official',
        'severed 1990 official',
        'resumed 1994-01-12 unconfirmed (or established 1994-01-12)',
      ],
    ],
    [
      'not two beginnings of near years if the sources of both parties have both',
      [
        'established,1983-04-30,ministry,',
        'established,1983-04-30,enwiki-ls,',
        'established,1984-06-30,ministry,',
        'established,1984-06-30,enwiki-ls,',
      ],
      ['established 1983-04-30 official', 'established 1984-06-30 official'],
    ],
    [
      'two beginnings of near years if only one party has both',
      ['established,1983-04-30,ministry,', 'established,1983-04-30,enwiki-cn,', 'established,1984-06-30,ministry,'],
      ['established 1983-04-30 official (or established 1984-06-30)'],
    ],
    [
      'establishment and resumption after a break whose beginning is not on file are a resumption',
      ['severed,1990,ministry,', 'established,1994-01-12,enwiki-cn,', 'resumed,1994-01,forum,'],
      ['severed 1990 official', 'resumed 1994-01-12 unconfirmed (or established 1994-01-12)'],
    ],
    [
      'establishment and resumption after a recognition, or before a break, are what the weightier sources say',
      [
        'recognised,1980,ministry,',
        'established,1994-01-12,enwiki-cn,',
        'resumed,1994-01,forum,',
        'severed,2000,ministry,',
      ],
      ['recognised 1980 official', 'established 1994-01-12 unconfirmed (or resumed 1994-01)', 'severed 2000 official'],
    ],
    [
      'establishment and resumption with nothing before are a resumption if two sources call it so',
      ['established,1994-01-12,ministry,', 'resumed,1994-01-12,agency,', 'resumed,1994-01-12,forum,'],
      ['resumed 1994-01-12 official (or established 1994-01-12)'],
    ],
    [
      'establishment and resumption with nothing before are no resumption if a source and its copy call it so',
      ['established,1994-01-12,ministry,', 'resumed,1994-01-12,agency,', 'resumed,1994-01-12,agency-copy,'],
      ['established 1994-01-12 official (or resumed 1994-01-12)'],
    ],
    [
      'establishment and resumption with nothing before are a resumption if as weighty sources call it so',
      ['established,1994-01-12,enwiki-cn,', 'resumed,1994-01-12,enwiki-ls,'],
      ['resumed 1994-01-12 listed (or established 1994-01-12)'],
    ],
    [
      'establishment and resumption with nothing before are what the weightier sources say',
      ['established,1994-01-12,enwiki-cn,', 'established,1994-01-12,enwiki-ls,', 'resumed,1994,enwiki-ls-notes,'],
      ['established 1994-01-12 listed (or resumed 1994)'],
    ],
    [
      'an upgrade that another source counts as the establishment',
      ['established,1954-06-17,enwiki-cn,', 'upgraded,1972-03-13,ministry,', 'established,1972-03-13,enwiki-ls,'],
      ['established 1954-06-17 unconfirmed', 'upgraded 1972-03-13 official (or established 1972-03-13)'],
    ],
    [
      'not recognition and establishment, even on one day',
      ['recognised,1983-04-30,forum,', 'established,1983-04-30,ministry,'],
      ['recognised 1983-04-30 unconfirmed', 'established 1983-04-30 official'],
    ],
  ])('%s', (_rule, claims, events) => {
    expect(resolveClaims('CN-LS', claims)).toEqual(events);
  });

  test('not the beginnings with two states that bore one code', () => {
    expect(
      resolveClaims('CN-CZ', ['established,1949-10-06,ministry,czechoslovakia', 'established,1993-02-15,enwiki-cn,']),
    ).toEqual(['established 1949-10-06 official', 'established 1993-02-15 unconfirmed']);
  });

  test('a bare day of succession, which is one reckoning of the beginning with the predecessor', () => {
    expect(
      resolveClaims('CN-CZ', ['established,1949-10-06,ministry,czechoslovakia', 'established,1993-01-01,enwiki-cn,']),
    ).toEqual(['established 1949-10-06 official (or established 1993-01-01)']);
  });
});

describe('a ruling', () => {
  const differing = ['established,1983-04-29,enwiki-cn,', 'established,1983-04-30,enwiki-ls,'];

  test.each([
    ['dates an act', 'established 1983-04-30,date', ['established 1983-04-30 unconfirmed (or established 1983-04-29)']],
    [
      'joins what is one act already',
      'established 1983-04-30,same established 1983-04-29',
      ['established 1983-04-29 disputed (or established 1983-04-30)'],
    ],
    [
      'parts two acts, whichever it names first',
      'established 1983-04-30,apart established 1983-04-29',
      ['established 1983-04-29 unconfirmed', 'established 1983-04-30 unconfirmed'],
    ],
    [
      'parts two acts',
      'established 1983-04-29,apart established 1983-04-30',
      ['established 1983-04-29 unconfirmed', 'established 1983-04-30 unconfirmed'],
    ],
  ])('%s', (_verdict, ruling, events) => {
    expect(resolveClaims('CN-LS', differing, [ruling])).toEqual(events);
  });

  test.each([
    'established 1983-04-30,apart established 1983-04-29',
    'established 1983-04-29,apart established 1983-04-30',
  ])('separates no other acts: %s', (ruling) => {
    const breaks = ['severed,1990-04-05,enwiki-cn-notes,', 'severed,1990-04-07,ministry,'];
    expect(resolveClaims('CN-LS', [...differing, 'established,1983-05-01,agency,', ...breaks], [ruling])).toEqual([
      'established 1983-04-29 unconfirmed',
      'established 1983-04-30 unconfirmed (or established 1983-05-01)',
      'severed 1990-04-07 official (or severed 1990-04-05)',
    ]);
  });

  test('names the act that it dates, and leaves the others', () => {
    const claims = ['established,1994-01-12,enwiki-cn,', 'resumed,1994-01-12,forum,', 'severed,2000-01-02,ministry,'];
    expect(resolveClaims('CN-LS', claims, ['resumed 1994-01-12,date'])).toEqual([
      'resumed 1994-01-12 unconfirmed (or established 1994-01-12)',
      'severed 2000-01-02 official',
    ]);
  });

  test('that joins two acts does not decide which day holds', () => {
    const claims = [
      'consular,1971-05-06,forum,',
      'established,1971-05-06,ministry,',
      'established,1971-05-10,ministry-ls,',
    ];
    expect(resolveClaims('CN-LS', claims, ['consular 1971-05-06,same established 1971-05-06'])).toEqual([
      'established 1971-05-06 disputed (or consular 1971-05-06, established 1971-05-10)',
    ]);
  });

  test('joins two acts', () => {
    const claims = ['consular,1971-05-06,forum,', 'established,1971-05-06,ministry,'];
    expect(resolveClaims('CN-LS', claims, ['consular 1971-05-06,same established 1971-05-06'])).toEqual([
      'established 1971-05-06 official (or consular 1971-05-06)',
    ]);
  });

  test('says that no date can be preferred', () => {
    const claims = ['established,1983-04-29,forum,', 'established,1983-04-30,ministry,'];
    expect(resolveClaims('CN-LS', claims, ['established 1983-04-29,disputed'])).toEqual([
      'established 1983-04-30 disputed (or established 1983-04-29)',
    ]);
  });
});

describe('coarse dates are placed where they make sense', () => {
  test.each([
    [
      'a break some time in the year of the establishment comes after it',
      ['severed,1999,ministry,', 'established,1999-02-01,ministry,'],
      ['established 1999-02-01 official', 'severed 1999 official'],
    ],
    [
      'a break in the month of the resumption comes before it',
      ['established,1983,ministry,', 'resumed,1994-07-13,ministry,', 'severed,1994-07,ministry,'],
      ['established 1983 official', 'severed 1994-07 official', 'resumed 1994-07-13 official'],
    ],
    [
      'a resumption in the year of the next break comes before it',
      [
        'established,1983,ministry,',
        'severed,1985,ministry,',
        'severed,1991-03-01,ministry,',
        'resumed,1991,ministry,',
      ],
      ['established 1983 official', 'severed 1985 official', 'resumed 1991 official', 'severed 1991-03-01 official'],
    ],
  ])('%s', (_rule, claims, events) => {
    expect(resolveClaims('CN-LS', claims)).toEqual(events);
  });
});

describe('a resolved dataset', () => {
  const resolved = (lines: Lines) => {
    const texts = textsOf(lines);
    const { dataset, faults } = readDataset((file) => texts[file], '2024-01-12');
    expect(faults).toEqual([]);
    return resolve(dataset);
  };
  const state = (code: string, until = '') => `${code},,,,${until},,,,,,,other,`;

  test('has its pairs in order, and the end of those with a former state', () => {
    const claims = ['CN-PE', 'CN-LS', 'CN-MK'].map((pair) => `${pair},established,1960,ministry,,,,,,,`);
    const states = [state('CN'), state('LS'), state('MK', '1990-04'), state('PE')];
    const timelines = resolved({ claims, states });
    expect(timelines.map(({ pair }) => pair)).toEqual(['CN-LS', 'CN-MK', 'CN-PE']);
    expect(timelines[1]?.ended).toBe('1990-04');
    expect(timelines[0]).not.toHaveProperty('ended');
  });

  test('names the sources of each date, the weightiest first and equal ones by key', () => {
    const dates = {
      agency: 30,
      'agency-copy': 30,
      'enwiki-ls': 30,
      'enwiki-cn': 30,
      ministry: 30,
      weekly: 29,
      'ministry-ls': 28,
    };
    const claims = Object.entries(dates).map(([source, day]) => `CN-LS,established,1983-04-${day},${source},,,,,,,`);
    const [event] = resolved({ claims: [...claims, 'CN-LS,established,1983-04,forum,,,,,,,'] })[0]?.events ?? [];
    expect(event?.sources).toEqual(['ministry', 'enwiki-cn', 'enwiki-ls', 'agency', 'agency-copy']);
    expect(event?.alternatives.map(({ date, sources }) => [date, ...sources])).toEqual([
      ['1983-04', 'forum'],
      ['1983-04-28', 'ministry-ls'],
      ['1983-04-29', 'weekly'],
    ]);
  });

  test('does not cite a source that names only the month for a day that is uncertain', () => {
    const claims = ['1983-04-30,forum', '1983-04,ministry'].map((claim) => `CN-LS,established,${claim},,,,,,,`);
    const [uncertain] = resolved({ claims })[0]?.events ?? [];
    expect(uncertain).toMatchObject({ evidence: 'unconfirmed', sources: ['forum'] });
    expect(uncertain?.alternatives).toEqual([{ kind: 'established', date: '1983-04', sources: ['ministry'] }]);
    const [certain] =
      resolved({ claims: [...claims, 'CN-LS,established,1983-04-30,ministry-ls,,,,,,,'] })[0]?.events ?? [];
    expect(certain).toMatchObject({
      evidence: 'official',
      sources: ['ministry', 'ministry-ls', 'forum'],
      alternatives: [],
    });
  });

  test('has the circumstances that sources of its kind and date give', () => {
    const claims = [
      'CN-LS,established,1983-04-30,ministry,,,,,,,of this day',
      'CN-LS,established,1983-04,agency,,,,,,,of this month',
      'CN-LS,established,1983-05-30,enwiki-cn,,,,,,,of another day',
      'CN-LS,resumed,1983-04-30,enwiki-ls,,,,,,,of another kind',
    ];
    expect(resolved({ claims })[0]?.events[0]?.remark).toBe('of this day; of this month');
  });

  test('names the predecessors that acted and are not continued, whether a source names them or not', () => {
    const predecessors = ['CN,qing,Qing Empire,1644,1912,no,,It is another state.,'];
    const acts = (as: string) =>
      resolved({ claims: [`CN-PE,established,1875,ministry,${as},,,,,,`], predecessors })[0]?.events[0]?.as;
    expect(acts('')).toEqual(['qing']);
    expect(acts('qing')).toEqual(['qing']);
    expect(acts('tang')).toEqual(['tang', 'qing']);
    expect(
      resolved({ claims: ['CN-PE,established,1971,ministry,,,,,,,'], predecessors })[0]?.events[0],
    ).not.toHaveProperty('as');
  });
});
