import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, test } from 'vitest';
import { relationsSeed } from '../../../src/adapters/dynamodb/relations-seed.ts';
import { relationsTable } from '../../../src/adapters/dynamodb/relations-table.ts';
import { dayKeysOf } from '../../../src/domain/day-key.ts';
import type { Timeline } from '../../../src/domain/timeline.ts';
import { anEvent, aSource, aTimeline, chinaLesotho } from '../../support/builders.ts';
import { localTables } from '../../support/local-tables.ts';

const documentClient = await localTables();
const relations = relationsTable(documentClient, 'relations');

const chinaFrance = aTimeline('CN-FR', anEvent('established', '1964-01-27'));
const chinaRussia = aTimeline('CN-RU', anEvent('established', '1949-10-02'));
const albaniaChina = aTimeline('AL-CN', anEvent('established', '1949-11-23'));
const leapDay = aTimeline('BT-KW', anEvent('established', '1980-02-29'));
const monthOnly = aTimeline('AO-GH', anEvent('established', '1976-01', { standing: 'disputed' }));
const yearOnly = aTimeline('AR-LB', anEvent('established', '1945'));
const endedWithYugoslavia: Timeline = {
  ...aTimeline('CN-YU', anEvent('established', '1955-01-02')),
  ended: '1992-04-27',
};
const timelines = [
  chinaLesotho,
  chinaFrance,
  chinaRussia,
  albaniaChina,
  leapDay,
  monthOnly,
  yearOnly,
  endedWithYugoslavia,
];
const source = aSource('mfa-cn-list', { publisher: '外交部', title: '建交日期' });

beforeAll(async () => {
  await relationsSeed(documentClient, 'relations').seed(timelines, [source]);
});

function pairs(found: readonly Timeline[]) {
  return found.map(({ pair }) => pair);
}

describe('relations are found', () => {
  test('with their whole timeline', async () => {
    expect(await relations.onDays(['01-12'])).toEqual([chinaLesotho]);
  });

  test('with the end of a former state', async () => {
    expect(await relations.onDays(['01-02'])).toEqual([endedWithYugoslavia]);
  });

  test.each([
    ['the day of an anniversary', '2024-01-12', ['CN-LS']],
    ['28 February of a common year, for an event of the 29th', '2023-02-28', ['BT-KW']],
    ['29 February', '2024-02-29', ['BT-KW']],
    ['1 March, for an event of 29 February', '2023-03-01', ['BT-KW']],
    ['1 January, for an event of that month or year', '2024-01-01', ['AO-GH', 'AR-LB']],
    ['a day on which nothing happened', '2024-06-07', []],
  ] as const)('by %s', async (_which, day, expected) => {
    expect(pairs(await relations.onDays(dayKeysOf({ from: day, through: day })))).toEqual(expected);
  });

  test('by several days at once, each pair once', async () => {
    expect(pairs(await relations.onDays(['01-12', '04-30', '01-27']))).toEqual(['CN-FR', 'CN-LS']);
  });

  test('beyond the megabyte that one answer of DynamoDB holds', async () => {
    const note = 'as Soviet Union; '.repeat(2_000);
    const many = Array.from({ length: 60 }, (_, index) =>
      aTimeline(
        `SU-${String.fromCharCode(65 + Math.floor(index / 26), 65 + (index % 26))}`,
        anEvent('established', '1925-08-08', { note }),
      ),
    );
    await relationsSeed(documentClient, 'relations').seed([...timelines, ...many], [source]);
    expect(await relations.onDays(['08-08'])).toHaveLength(60);
  });
});

test('sources are found by their keys', async () => {
  const { licence, retrieved, origin, ...told } = source;
  expect(await relations.sources()).toEqual(new Map([[source.id, told]]));
});

describe('a row that the product cannot have written', () => {
  test.each([
    ['is not JSON', '{"pair":', 'is not JSON'],
    [
      'has an impossible date',
      JSON.stringify(aTimeline('ZA-ZM', anEvent('established', '2023-02-30'))),
      'events.0.date: is not a date',
    ],
    ['has an unknown kind', JSON.stringify(aTimeline('ZA-ZM')).replace('[]', '[{"kind":"friendly"}]'), 'events.0.kind'],
  ])('is refused with its table and key when it %s', async (_how, timeline, fault) => {
    await documentClient.send(
      new PutCommand({
        TableName: 'relations',
        Item: { pk: 'ZA-ZM', sk: '1990#established', day: '06-07', timeline },
      }),
    );
    const reading = relations.onDays(['06-07']);
    await expect(reading).rejects.toThrow('Table relations, item ZA-ZM 1990#established: timeline');
    await expect(reading).rejects.toThrow(fault);
  });
});
