import { describe, expect, test } from 'vitest';
import { writeConfidence } from '../../src/dataset/files/confidence.ts';
import { writeEvents } from '../../src/dataset/files/events-csv.ts';
import { readDataset } from '../../src/dataset/read-dataset.ts';
import { readResolvedDataset } from '../../src/dataset/resolved-dataset.ts';
import { resolve } from '../../src/dataset/resolving/resolve.ts';
import { staleFile, staleFiles } from '../../src/dataset/stale-files.ts';
import type { Confidence } from '../../src/domain/confidence.ts';
import { type Lines, textsOf } from './small-dataset.ts';

const held: Confidence = {
  ...{ evidence: 'official', era: '1945–1989', opposed: false, pooled: 'nothing' },
  ...{ compared: 10, held: 9, share: 0.9, low: 0.596, high: 0.982 },
};
const established = 'CN-LS,established,1983-04-30,ministry,,,,,,,';

/** The files of a small dataset, edited and generated, in which some may stand otherwise. */
function filesOf(lines: Lines, otherwise: Readonly<Record<string, string>> = {}) {
  const edited = textsOf(lines);
  const { dataset } = readDataset((file) => edited[file], '2024-01-12');
  const timelines = resolve(dataset);
  const files: Readonly<Record<string, string>> = {
    ...edited,
    'events.csv': writeEvents(timelines),
    'confidence.csv': writeConfidence([held]),
    ...otherwise,
  };
  return { dataset, timelines, file: (name: string) => files[name] ?? '' };
}

describe('the dataset that the product carries', () => {
  const read = (lines: Lines) => readResolvedDataset(filesOf(lines).file);

  test('has beside each event what is cited for it and how often such dates held', () => {
    const citations = ['Ministry,https://a.example/,yes,CN-LS established 1983-04-30 ministry'];
    const [timeline] = read({ claims: [established, 'CN-LS,severed,1990,forum,,,,,,,'], citations }).timelines;
    expect(timeline?.events).toMatchObject([
      {
        cited: [{ publisher: 'Ministry', url: 'https://a.example/' }],
        confidence: { share: 0.9, low: 0.596, high: 0.982, n: 10 },
      },
      { kind: 'severed' },
    ]);
    expect(timeline?.events[1]).not.toHaveProperty('cited');
    expect(timeline?.events[1]).not.toHaveProperty('confidence');
  });

  test('has beside each pair its rulings, changes and settled status', () => {
    const { timelines } = read({
      claims: [established, 'CN-MK,established,1993-10-12,ministry,,,,,,,', 'CN-PE,established,1971,ministry,,,,,,,'],
      rulings: ['CN-LS,established 1983-04-30,date,The ministry says so.,'],
      changes: ['2026.12.1,CN-LS,,established 1983-04-30 official,new,A source.,'],
      status: ['CN-MK,suspended,2020,Both say so.,', 'CN-PE,in force,,Both say so.,'],
    });
    expect(timelines[0]).toMatchObject({
      ...{ pair: 'CN-LS', rulings: ['The ministry says so.'], changes: [{ reason: 'A source.' }] },
    });
    expect(timelines[0]).not.toHaveProperty('settled');
    expect(timelines.map(({ settled }) => settled)).toStrictEqual([
      undefined,
      { status: 'suspended', since: '2020' },
      { status: 'in force' },
    ]);
    expect(timelines[1]).not.toHaveProperty('rulings');
    expect(timelines[1]).not.toHaveProperty('changes');
  });

  test('marks the acts of a predecessor that is not continued, and knows weekends and ends of states', () => {
    const { timelines, states, sources } = read({
      claims: ['CN-PE,established,1875,ministry,,,,,,,', 'CN-PE,upgraded,1971-11-02,ministry,,,,,,,'],
      predecessors: ['CN,qing,Qing Empire,1644,1912,no,,It is another state.,'],
      states: ['CN,,,,,,,,,,,other,', 'PE,,,,2020,,,,,,,other,'],
      weekends: ['CN,saturday sunday,Ministry,Hours,https://a.example/,2026-11-01'],
    });
    expect(timelines[0]?.events.map(({ isDiscontinued }) => isDiscontinued)).toEqual([true, undefined]);
    expect(timelines[0]?.events[1]).not.toHaveProperty('isDiscontinued');
    expect(timelines[0]?.ended).toBe('2020');
    expect(states.map(({ weekend }) => weekend)).toEqual([['saturday', 'sunday'], undefined]);
    expect(sources.map(({ id }) => id)).toContain('ministry');
  });

  test.each(['states', 'sources', 'rulings', 'predecessors', 'status', 'citations', 'changes', 'weekends'] as const)(
    'is not read with a faulty row in the file of the %s',
    (file) => {
      const { file: read } = filesOf({ claims: [established] });
      const name = `${file}.csv`;
      const faulty = (asked: string) => (asked === name ? `${read(asked)}what is no row\n` : read(asked));
      expect(() => readResolvedDataset(faulty)).toThrow(RangeError);
      expect(() => readResolvedDataset(faulty)).toThrow(`${name}:`);
    },
  );
});

describe('before it is used, the dataset', () => {
  test('is checked whether it matches the files that people edit', () => {
    expect(staleFile(filesOf({ claims: [established] }).file)).toBeUndefined();
  });

  test.each([
    ['a fault in them', { 'claims.csv': 'no header' }, /^claims\.csv:1: /],
    ['events that they do not resolve to', { 'events.csv': 'pair\n' }, /^data\/events\.csv is stale.*data resolve/],
    [
      'a share without its row',
      { 'confidence.csv': writeConfidence([]) },
      /^data\/confidence\.csv is stale.*data calibrate/,
    ],
  ])('is refused for %s', (_what, otherwise, reason) => {
    expect(staleFile(filesOf({ claims: [established] }, otherwise).file)).toMatch(reason);
  });

  test('is measured again by those who edit it', () => {
    const { dataset, timelines, file } = filesOf({ claims: [established] }, { 'confidence.csv': writeConfidence([]) });
    expect(staleFiles(dataset, timelines, file)).toEqual([]);
    const stale = filesOf({ claims: [established] }, { 'events.csv': '' });
    expect(staleFiles(stale.dataset, stale.timelines, stale.file)).toEqual([
      expect.stringContaining('data/events.csv is stale'),
      expect.stringContaining('data/confidence.csv is stale'),
    ]);
  });
});
