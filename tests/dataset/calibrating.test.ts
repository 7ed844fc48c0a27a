import { describe, expect, test } from 'vitest';
import { isWhole, measure } from '../../src/dataset/calibrating/cells.ts';
import { type Comparison, compareWithIndependent } from '../../src/dataset/calibrating/comparisons.ts';
import { withCalibration } from '../../src/dataset/calibrating/readme-section.ts';
import { wilson } from '../../src/dataset/calibrating/wilson.ts';
import { readConfidence, writeConfidence } from '../../src/dataset/files/confidence.ts';
import { readDataset } from '../../src/dataset/read-dataset.ts';
import { type Confidence, findConfidence } from '../../src/domain/confidence.ts';
import type { RelationEvent } from '../../src/domain/relation-event.ts';
import { textsOf } from './small-dataset.ts';

test.each([
  // Newcombe 1998, Statistics in Medicine 17, table I, method 3
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
  [0, 0, 0, 1],
])('%i of %i has the Wilson interval %d to %d', (held, compared, low, high) => {
  const interval = wilson(held, compared);
  expect([interval.low, interval.high].map((share) => Number(share.toFixed(4)))).toEqual([low, high]);
});

const event = (date: RelationEvent['date'], alternatives: RelationEvent['alternatives'] = []): RelationEvent => ({
  kind: 'established',
  date,
  evidence: 'listed',
  sources: [],
  alternatives,
});

const opposing = [{ kind: 'established', date: '1980-01-02', sources: [] }] as const;

describe('measuring', () => {
  const comparison = (other: Partial<Comparison>): Comparison => ({
    evidence: 'listed',
    era: '1945–1989',
    opposed: false,
    held: true,
    ...other,
  });
  const times = (count: number, other: Partial<Comparison>) => Array.from({ length: count }, () => comparison(other));
  const occurring = [event('1950-01-01'), event('1950-01-01', opposing), event('1999-01-01')];
  const sortsOf = (measured: readonly Confidence[]) =>
    measured.map(({ era, opposed, held, compared, pooled }) => [era, opposed, held, compared, pooled]);

  test('gives each sort of date its own share when enough could be compared', () => {
    const comparisons = [
      ...times(18, {}),
      ...times(2, { held: false }),
      ...times(20, { opposed: true, held: false }),
      ...times(20, { evidence: 'official', held: false }),
    ];
    expect(sortsOf(measure(comparisons, occurring)).slice(0, 2)).toEqual([
      ['1945–1989', false, 18, 20, 'nothing'],
      ['1945–1989', true, 0, 20, 'nothing'],
    ]);
  });

  test('pools opposed and unopposed dates, then the eras, where too few could be compared', () => {
    const comparisons = [
      ...times(19, {}),
      ...times(1, { opposed: true, held: false }),
      comparison({ era: 'since 1990' }),
    ];
    expect(sortsOf(measure(comparisons, occurring))).toEqual([
      ['1945–1989', false, 19, 20, 'opposed'],
      ['1945–1989', true, 19, 20, 'opposed'],
      ['since 1990', false, 20, 21, 'eras'],
    ]);
  });

  test('says nothing where nothing could be compared', () => {
    expect(measure([], occurring)).toEqual([]);
  });
});

describe('a file of measured shares is whole', () => {
  const share = { held: 18, compared: 30, share: 0.6, low: 0.423, high: 0.754, pooled: 'nothing' } as const;
  const unopposed: Confidence = { evidence: 'listed', era: '1945–1989', opposed: false, ...share };
  const opposed: Confidence = { ...unopposed, opposed: true };
  const events = [event('1950-01-01'), event('1950-01-01', opposing)];

  test('if every sort of date among the events is measured, for each evidence that is measured at all', () => {
    expect(isWhole([unopposed, opposed], events)).toBe(true);
    expect(isWhole([unopposed], events)).toBe(false);
    expect(isWhole([unopposed, opposed], [...events, { ...event('1950'), evidence: 'official' }])).toBe(true);
    expect(isWhole([], events)).toBe(false);
  });

  test.each([{ held: 17 }, { compared: 31 }, { share: 0.7 }, { low: 0.4 }, { high: 0.8 }])(
    'unless its numbers contradict each other: %o',
    (other) => {
      expect(isWhole([unopposed, { ...opposed, ...other }], events)).toBe(false);
    },
  );
});

test('a date is compared with the sources that had no part in it, the official ones before the press', () => {
  const claims = [
    'CN-LS,established,1983-04-30,enwiki-cn,,,,,,,',
    'CN-LS,established,1983-04-30,enwiki-ls,,,,,,,',
    'CN-LS,established,1983-04-30,agency,,,,,,,',
    'CN-LS,established,1983-05-01,ministry,,,,,,,',
    'CN-MK,established,1993-10-12,enwiki-cn,,,,,,,',
    'CN-MK,established,1993-10-12,agency,,,,,,,',
    'CN-PE,established,1971-11-02,enwiki-cn,,,,,,,',
  ];
  const { dataset, faults } = readDataset((file) => textsOf({ claims })[file], '2026-01-01');
  expect(faults).toEqual([]);
  expect(compareWithIndependent(dataset).map(({ evidence, era, held }) => [evidence, era, held])).toEqual([
    ['official', '1945–1989', false],
    ['corroborated', '1945–1989', false],
    ['listed', '1945–1989', false],
    ['unconfirmed', 'since 1990', true],
  ]);
});

describe('a comparison', () => {
  const compared = (claims: readonly string[], rulings: readonly string[] = []) => {
    const lines = { claims: claims.map((claim) => `CN-LS,${claim},,,,,,,`), rulings };
    const { dataset, faults } = readDataset((file) => textsOf(lines)[file], '2026-01-01');
    expect(faults).toEqual([]);
    return compareWithIndependent(dataset).map(({ evidence, held }) => [evidence, held]);
  };
  const differing = ['established,1983-04-30,enwiki-cn', 'established,1983-05-01,enwiki-ls'];

  test('leaves out rulings on dates, since the editors knew the sources that are held out', () => {
    const claims = [...differing, 'established,1983-04-30,agency'];
    expect(compared(claims)).toEqual([['disputed', true]]);
    expect(compared(claims, ['CN-LS,established 1983-05-01,date,Why.,'])).toEqual([['disputed', true]]);
  });

  test('keeps rulings on what is one act, where both are still claimed', () => {
    const ruling = 'CN-LS,established 1983-04-30,apart established 1983-05-01,Why.,';
    expect(compared([...differing, 'established,1983-04-30,agency'], [ruling])).toEqual([['unconfirmed', true]]);
    const ofAgency = 'CN-LS,established 1983-04-30,apart established 1983-05-03,Why.,';
    expect(compared([...differing, 'established,1983-05-03,agency'], [ofAgency])).toEqual([]);
  });

  test('is left out where all claims of a pair are held out, ruled or not', () => {
    const ofPress = ['established,1983-05-03,agency', 'established,1983-05-20,weekly'];
    const ruling = 'CN-LS,established 1983-05-03,apart established 1983-05-20,Why.,';
    expect(compared(ofPress, [ruling])).toEqual([]);
  });

  test('is left out where the independent sources give only a month, or call the act no beginning', () => {
    expect(compared(['established,1983-04-30,enwiki-cn', 'established,1983-04,agency'])).toEqual([]);
    const upgraded = ['established,1972-03-13,enwiki-ls', 'upgraded,1972-03-13,ministry'];
    expect(compared(['established,1954-06-17,enwiki-cn', ...upgraded])).toEqual([]);
  });

  test('is with the day of the best independent source, also where a lesser one gives the same day', () => {
    const lists = ['established,1983-05-01,enwiki-cn', 'established,1983-05-01,enwiki-ls'];
    const others = [
      'established,1983-04-30,ministry',
      'established,1983-04-30,agency',
      'established,1983-05-01,weekly',
    ];
    expect(compared([...lists, ...others])).toEqual([
      ['official', true],
      ['corroborated', false],
      ['listed', false],
    ]);
  });

  test('is made of beginnings that have a day, and of no other act', () => {
    const broken = ['severed,1990-04-07,enwiki-cn', 'severed,1990-04-07,agency'];
    expect(compared(['established,1983-04,enwiki-cn', 'established,1983-04,agency', ...broken])).toEqual([]);
    const recognised = [
      'established,1983-04-30,enwiki-cn',
      'established,1983-04-30,agency',
      'recognised,1983-04-30,weekly',
    ];
    expect(compared([...recognised, 'recognised,1983-04-30,enwiki-ls'])).toHaveLength(1);
    const resumed = ['resumed,1994-01-12,enwiki-cn', 'resumed,1994-01-12,agency'];
    expect(compared(['established,1983,enwiki-cn', 'severed,1990,enwiki-cn', ...resumed])).toEqual([
      ['unconfirmed', true],
    ]);
  });
});

test('weaker evidence is compared only for states whose dates rest on it: nine tenths given by a government are too many', () => {
  const codes = 'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ'.split(' ');
  const compared = (official: number, others: readonly string[] = codes) => {
    const claims = [
      ...others.map((code) => `${code}-CN,recognised,1989-01-01,ministry,,,,,,,`),
      ...others.map(
        (code, index) => `${code}-CN,established,1990-01-01,${index < official ? 'ministry' : 'enwiki-cn'},,,,,,,`,
      ),
      ...['enwiki-cn', 'enwiki-ls', 'ministry'].map((source) => `CN-LS,established,1983-04-30,${source},,,,,,,`),
    ];
    const states = ['CN', 'LS', ...others].sort().map((code) => `${code},,,,,,,,,,,un_member,`);
    const { dataset, faults } = readDataset((file) => textsOf({ claims, states })[file], '2026-01-01');
    expect(faults).toEqual([]);
    return compareWithIndependent(dataset).map(({ evidence }) => evidence);
  };
  expect(compared(17)).toEqual(['listed']);
  expect(compared(18)).toEqual([]);
  expect(compared(16, codes.slice(1))).toEqual(['listed']);
  expect(compared(17, codes.slice(1))).toEqual([]);
  expect(compared(18, codes.slice(2))).toEqual(['listed']);
});

describe('confidence', () => {
  const row: Confidence = {
    ...{ evidence: 'listed', era: '1945–1989', opposed: true, pooled: 'nothing' },
    ...{ compared: 30, held: 18, share: 0.6, low: 0.423, high: 0.754 },
  };

  test('is written and read', () => {
    expect(readConfidence(writeConfidence([row]))).toEqual([row]);
  });

  test('of an event is that of dates of its evidence, era and opposition', () => {
    expect(findConfidence(event('1980-01-01', opposing), [row])).toBe(row);
    expect(findConfidence(event('1980-01-01'), [row])).toBeUndefined();
    expect(findConfidence(event('1990-01-01', opposing), [row])).toBeUndefined();
  });

  test('stands in the data dictionary between its marks', () => {
    const marks = '<!-- calibration: written by jubilee data calibrate -->\nold\n<!-- end of calibration -->';
    const written = withCalibration(`before\n${marks}\nafter`, [row]);
    expect(written).toMatch(/^before\n<!-- .*\| 18 of 30 \| 60 % \| 42 %–75 % \|.*-->\nafter$/s);
    expect(written).not.toContain('old');
    expect(withCalibration(written, [row])).toBe(written);
    expect(withCalibration('without marks', [row])).toBe('without marks');
    const other: Confidence = { ...row, opposed: false, pooled: 'eras' };
    expect(withCalibration(marks, [row, other])).toContain(
      `
| evidence | era | another day on file | held | share | 95 % interval | pooled |
| --- | --- | --- | --- | --- | --- | --- |
| listed | 1945–1989 | yes | 18 of 30 | 60 % | 42 %–75 % |  |
| listed | 1945–1989 | no | 18 of 30 | 60 % | 42 %–75 % | eras |
`,
    );
  });
});
