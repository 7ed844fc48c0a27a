import { describe, expect, test } from 'vitest';
import { resolveClaims } from './small-dataset.ts';

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
      'parts two acts',
      'established 1983-04-29,apart established 1983-04-30',
      ['established 1983-04-29 unconfirmed', 'established 1983-04-30 unconfirmed'],
    ],
  ])('%s', (_verdict, ruling, events) => {
    expect(resolveClaims('CN-LS', differing, [ruling])).toEqual(events);
  });

  test('joins two acts', () => {
    const claims = ['consular,1971-05-06,forum,', 'established,1971-05-06,ministry,'];
    expect(resolveClaims('CN-LS', claims, ['consular 1971-05-06,same established 1971-05-06'])).toEqual([
      'established 1971-05-06 official (or consular 1971-05-06)',
    ]);
  });

  test('holds that no date can be preferred', () => {
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
