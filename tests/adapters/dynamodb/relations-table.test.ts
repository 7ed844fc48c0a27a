import { randomBytes } from 'node:crypto';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, test } from 'vitest';
import { packKey } from '../../../src/adapters/dynamodb/relation-rows.ts';
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
const monthOnly = aTimeline('AO-GH', anEvent('established', '1976-01', { evidence: 'disputed' }));
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

  test('in several rows when one would exceed DynamoDB’s limit', async () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      aTimeline(
        `SU-${String.fromCharCode(65 + Math.floor(index / 26), 65 + (index % 26))}`,
        anEvent('established', '1925-08-08', { remark: randomBytes(30_000).toString('base64') }),
      ),
    );
    await relationsSeed(documentClient, 'relations').seed([...timelines, ...many], [source]);
    expect(await relations.onDays(['08-08'])).toEqual(many);
  });
});

test('sources are found by their keys', async () => {
  expect(await relations.sources()).toEqual(new Map([[source.id, source]]));
});

describe('before the table is seeded', () => {
  const fresh = async () => relationsTable(await localTables(), 'relations');

  test('there is no version, no timeline and no source', async () => {
    const empty = await fresh();
    expect(await empty.datasetVersion()).toBeUndefined();
    expect(await empty.all()).toBeUndefined();
    expect(await empty.onDays(['01-12'])).toEqual([]);
    expect(await empty.sources()).toEqual(new Map());
  });
});

test('a row that the product cannot have written is refused with its table and key', async () => {
  const pk = packKey((await relations.datasetVersion()) ?? '', 'day 01-12');
  const Item = { pk, sk: '000', piece: 'not bytes' };
  await documentClient.send(new PutCommand({ TableName: 'relations', Item }));
  await expect(relations.onDays(['01-12'])).rejects.toThrow(`Table relations, item ${pk}: piece`);
});
