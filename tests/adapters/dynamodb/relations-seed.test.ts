import { randomBytes } from 'node:crypto';
import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { theApi } from '../../../bench/served-api.ts';
import { headKey } from '../../../src/adapters/dynamodb/relation-rows.ts';
import { VersionGone } from '../../../src/adapters/dynamodb/relations-reader.ts';
import {
  MAX_REMOVED,
  relationsSeed,
  type SeedProgress,
  TooManyRemoved,
} from '../../../src/adapters/dynamodb/relations-seed.ts';
import { relationsTable } from '../../../src/adapters/dynamodb/relations-table.ts';
import { addDays } from '../../../src/domain/calendar-date.ts';
import type { Change } from '../../../src/domain/change.ts';
import { type DayKey, dayKeyOf } from '../../../src/domain/day-key.ts';
import type { Timeline } from '../../../src/domain/timeline.ts';
import { DatasetMissing, datasetInMemory } from '../../../src/relations/dataset-in-memory.ts';
import { keptDays } from '../../../src/relations/kept-days.ts';
import { anEvent, aSource, aState, aTimeline, chinaLesotho } from '../../support/builders.ts';
import { type Interference, none, withInterference } from '../../support/interference.ts';
import { localTables } from '../../support/local-tables.ts';

const documentClient = await localTables();
const relations = relationsTable(documentClient, 'relations');
const { seed } = relationsSeed(documentClient, 'relations');

const chinaFrance = aTimeline('CN-FR', anEvent('established', '1964-01-27'));
const source = aSource('mfa-cn-list');

const hour = (number: number) => ({ now: () => new Date(Date.UTC(2024, 0, 5, number)) });

beforeEach(async () => {
  await documentClient.send(new DeleteCommand({ TableName: 'relations', Key: headKey }));
});

describe('seeding', () => {
  test('writes everything, the sources, and the timelines of each day', async () => {
    const report = await seed([chinaLesotho, chinaFrance], [source]);
    expect(report).toEqual({
      written: 2 + new Set(['04-30', '04-07', '01-12', '01-27']).size,
      removed: 0,
      unchanged: 0,
    });
  });

  test('removes at most 2 % of the previous events, unless it is forced or a deployment is rolled back', async () => {
    const many = Array.from({ length: 100 }, (_, index) => anEvent('established', addDays('1990-01-01', index)));
    const seedFirst = (count: number, maxRemoved?: number, at = 8) =>
      seed([aTimeline('CN-FR', ...many.slice(0, count))], [], { ...hour(at), maxRemoved });
    await seedFirst(100);
    const before = await relations.datasetVersion();
    await expect(seedFirst(50, MAX_REMOVED)).rejects.toThrow('has 50 events where the last one had 100');
    await expect(seedFirst(97, MAX_REMOVED)).rejects.toThrow(TooManyRemoved);
    expect(await relations.datasetVersion()).toBe(before);
    await seedFirst(98, MAX_REMOVED);
    await seedFirst(50);
    await seedFirst(100, MAX_REMOVED);
    await seedFirst(50, MAX_REMOVED);
    await seedFirst(98, MAX_REMOVED, 10);
    await seedFirst(100, MAX_REMOVED, 12);
    await expect(seedFirst(50, MAX_REMOVED, 14)).rejects.toThrow(TooManyRemoved);
  });

  test('records since when readers get the dataset, and leaves that unchanged when it seeds the same dataset again', async () => {
    await seed([chinaLesotho], [], hour(8));
    await seed([chinaLesotho], [], hour(9));
    expect(await relations.datasetSince()).toEqual(hour(8).now());
    await seed([chinaFrance], [], hour(10));
    expect(await relations.datasetSince()).toEqual(hour(10).now());
  });

  test('of an unchanged dataset writes nothing and costs one read', async () => {
    await seed([chinaLesotho, chinaFrance], [source]);
    const calls = await withInterference(documentClient, none, async () => {
      expect(await seed([chinaFrance, chinaLesotho], [source])).toMatchObject({ written: 0, removed: 0 });
    });
    expect(calls).toEqual(['GetItemCommand']);
  });

  test('keeps a replaced version for an hour, for functions that still read it', async () => {
    await seed([chinaLesotho], [], hour(8));
    const left = await relations.datasetVersion();
    await seed([chinaFrance], [], hour(9));
    expect(await relations.onDays(['01-12'], left)).toEqual([chinaLesotho]);
    expect(await relations.onDays(['01-12'])).toEqual([]);
    await seed([], [], hour(11));
    await expect(relations.onDays(['01-12'], left)).rejects.toThrow(VersionGone);
  });

  test('writes no row when it switches back to the previous version', async () => {
    await seed([chinaLesotho], [], hour(8));
    await seed([chinaFrance], [], { now: () => new Date('2024-01-05T08:10:00Z') });
    expect(await seed([chinaLesotho], [], { now: () => new Date('2024-01-05T08:20:00Z') })).toMatchObject({
      written: 0,
    });
    expect(await relations.onDays(['01-12'])).toEqual([chinaLesotho]);
  });

  test('of a new layout keeps the rows of the previous layout, which functions may still read', async () => {
    const Item = { pk: 'CN-LS', sk: '1994-01-12#resumed' };
    await documentClient.send(new PutCommand({ TableName: 'relations', Item }));
    const isThere = async () =>
      (await documentClient.send(new GetCommand({ TableName: 'relations', Key: Item }))).Item !== undefined;
    await seed([chinaLesotho], [], hour(8));
    expect(await isThere()).toBe(true);
    await seed([chinaFrance], [], hour(9));
    expect(await isThere()).toBe(false);
  });

  test('reports its progress', async () => {
    const progress: SeedProgress[] = [];
    await seed(manyDays(60), [], { onProgress: (step) => progress.push(step) });
    expect(progress).toHaveLength(3);
    expect(progress.map(({ done }) => done)).toEqual(
      progress.map(({ done }) => done).sort((one, other) => one - other),
    );
    expect(progress.at(-1)).toEqual({ done: 62, total: 62 });
  });

  test('retries unprocessed and throttled rows', async () => {
    await withInterference(documentClient, puttingBackOnce(), () => seed(manyDays(60), []));
    expect(await relations.onDays(manyDays(60).map(dayOf))).toEqual(manyDays(60));
  });

  test('of any dataset over any other gives readers exactly the new one', async () => {
    let runs = 0;
    const dataset = fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(dataset, dataset, async (earlier, later) => {
        runs += 4;
        await seed(earlier.map(numbered), [], hour(runs));
        await seed(later.map(numbered), [], hour(runs + 2));
        const expected = manyDays(13).filter((_, number) => later.includes(number));
        expect(await relations.onDays(manyDays(13).map(dayOf))).toEqual(expected);
        expect((await relations.all())?.timelines).toEqual(expected);
      }),
      { numRuns: 8 },
    );
  });
});

describe('a data release', () => {
  const change = (release: string): Change => ({
    ...{ release, pair: 'CN-FR', what: 'day', reason: 'A ministry gives it.', sources: [] },
    before: { kind: 'established', date: '1964-01-28', evidence: 'listed' },
    after: { kind: 'established', date: '1964-01-27', evidence: 'official' },
  });
  const releasing = (...releases: readonly string[]): Timeline => ({ ...chinaFrance, changes: releases.map(change) });
  const always = { from: '2000-01-01', through: '2099-12-31' } as const;
  const told = async () =>
    (await relations.changesIn(always)).map(({ change: { release }, appliedOn }) => [release, appliedOn]);

  test('counts from the day on which it was first applied here, whatever comes after', async () => {
    await seed([releasing('2024.1.1')], [], hour(1));
    expect(await told()).toEqual([]);
    await seed([releasing('2024.1.2', '2024.1.1')], [], hour(8));
    expect(await told()).toEqual([['2024.1.2', '2024-01-06']]);
    await seed([releasing('2024.1.1')], [], hour(9));
    await seed([releasing('2024.1.2', '2024.1.1')], [], hour(12));
    expect(await told()).toEqual([['2024.1.2', '2024-01-06']]);
  });

  test('is announced to nobody if the table is new, as nobody was sent an earlier date', async () => {
    await seed([releasing('2024.1.1')], [], hour(8));
    expect(await relations.head()).toMatchObject({ releases: { '2024.1.1': '0001-01-01' } });
  });

  test('keeps its day when a new layout of the table begins', async () => {
    await seed([releasing('2024.1.1')], [], hour(1));
    await seed([releasing('2024.1.2', '2024.1.1')], [], hour(8));
    const { Item = {} } = await documentClient.send(new GetCommand({ TableName: 'relations', Key: headKey }));
    await documentClient.send(new PutCommand({ TableName: 'relations', Item: { ...Item, sk: 'layout-0' } }));
    await documentClient.send(new DeleteCommand({ TableName: 'relations', Key: headKey }));
    await seed([releasing('2024.1.3', '2024.1.2', '2024.1.1')], [], hour(12));
    expect((await told()).sort()).toEqual([
      ['2024.1.2', '2024-01-06'],
      ['2024.1.3', '2024-01-07'],
    ]);
    await documentClient.send(new DeleteCommand({ TableName: 'relations', Key: { ...headKey, sk: 'layout-0' } }));
  });

  test('is read once per version, with the timelines that it changed', async () => {
    await seed([releasing('2024.1.1')], [], hour(1));
    await seed([releasing('2024.1.2', '2024.1.1')], [], hour(8));
    const run = keptDays(relations);
    const calls = await withInterference(documentClient, none, async () => {
      for (const days of [run(), run()]) {
        const [found] = await days.changesIn({ from: '2024-01-06', through: '2024-01-06' });
        expect(found).toMatchObject({ change: { release: '2024.1.2' }, timeline: { pair: 'CN-FR' } });
      }
    });
    expect(calls).toEqual(['GetItemCommand', 'QueryCommand', 'GetItemCommand']);
  });
});

describe('a seeding that is killed', () => {
  const [old, corrected] = [manyDays(3), manyDays(4)];
  const now = () => new Date('2024-01-05T09:00:00Z');

  test.each(['before', 'after'])(
    '%s any of its calls leaves readers the old dataset or the new, and an API that starts cold never answers 503',
    async (when) => {
      await seed([chinaLesotho], [], hour(3));
      await seed(old, [source], hour(7));
      const calls = await withInterference(documentClient, none, () => seed(corrected, [source], hour(9)));
      expect(calls).toEqual([
        'GetItemCommand',
        'BatchWriteItemCommand',
        'PutItemCommand',
        'ScanCommand',
        'BatchWriteItemCommand',
      ]);
      for (let left = 0; left < calls.length; left += 1) {
        await seed(old, [source], hour(8));
        await withInterference(documentClient, killing(when, left), () =>
          seed(corrected, [source], { now }).catch(() => {}),
        );
        const cold = datasetInMemory(relationsTable(documentClient, 'relations'), now);
        const { timelines } = await cold();
        expect([old, corrected]).toContainEqual(timelines);
        expect((await theApi({ dataset: cold }).request('/health')).status).toBe(200);
        const days = keptDays(relationsTable(documentClient, 'relations'))();
        expect(await days.onDays(corrected.map(dayOf))).toEqual(timelines);
        expect([...(await days.sources()).keys()]).toEqual([source.id]);
      }
    },
  );

  test('is completed by the next', async () => {
    await seed(old, [source], hour(8));
    await withInterference(documentClient, killing('before', 2), () => seed(corrected, [source]).catch(() => {}));
    await seed(corrected, [source], hour(9));
    expect((await relations.all())?.timelines).toEqual(corrected);
    expect(await relations.onDays(corrected.map(dayOf))).toEqual(corrected);
  });

  test('would be visible to readers if it switched the head first', async () => {
    await seed(old, [source], hour(8));
    const headFirst: Interference = async ({ command }, send) => {
      if (command === 'BatchWriteItemCommand') throw new Error('killed');
      return send();
    };
    const Item = { ...headKey, hash: 'of rows that are not written' };
    await documentClient.send(new PutCommand({ TableName: 'relations', Item }));
    await withInterference(documentClient, headFirst, () => seed(corrected, [source]).catch(() => {}));
    await expect(datasetInMemory(relationsTable(documentClient, 'relations'), now)()).rejects.toThrow(DatasetMissing);
  });
});

describe('the snapshot', () => {
  const states = [aState('CN')];

  test('holds everything at once, in the order of the pairs', async () => {
    await seed([chinaLesotho, chinaFrance], [source], { states });
    expect(await relations.all()).toMatchObject({ timelines: [chinaFrance, chinaLesotho], sources: [source], states });
  });

  test('is there once the table is seeded', async () => {
    const fresh = relationsTable(await localTables(), 'relations');
    expect(await fresh.all()).toBeUndefined();
  });

  test('is stored in several items when one would exceed DynamoDB’s limit', async () => {
    const noisy = ({ pair }: Timeline) =>
      aTimeline(pair, anEvent('established', '1964-01-27', { remark: randomBytes(100_000).toString('base64') }));
    const timelines = manyDays(6).map(noisy);
    await seed(timelines, []);
    expect((await relations.all())?.timelines).toEqual(timelines);
  });
});

test('the version of the dataset follows its content and not its order', async () => {
  await seed([chinaLesotho, chinaFrance], []);
  const version = await relations.datasetVersion();
  await seed([chinaFrance], []);
  expect(await relations.datasetVersion()).not.toBe(version);
  await seed([chinaFrance, chinaLesotho], []);
  expect(await relations.datasetVersion()).toBe(version);
});

/** A timeline on a day of its own each, in the order of their pairs. */
function manyDays(count: number): Timeline[] {
  return Array.from({ length: count }, (_, index) => numbered(index));
}

function numbered(number: number): Timeline {
  const letters = String.fromCharCode(65 + Math.floor(number / 26) + 1, 65 + (number % 26));
  return aTimeline(`AA-${letters}`, anEvent('established', addDays('1964-01-27', number)));
}

function dayOf({ events }: Timeline): DayKey {
  return dayKeyOf(events[0]?.date ?? '1964');
}

/** Lets a number of calls through and fails the rest; `after`: the last one reaches DynamoDB, but its answer is lost. */
function killing(when: string, calls: number): Interference {
  let left = calls;
  return async (_call, send) => {
    left -= 1;
    if (left >= 0) return send();
    if (when === 'after' && left === -1) await send();
    throw new Error('killed');
  };
}

/** Puts back the last ten rows of the first batch, and throttles the second. */
function puttingBackOnce(): Interference {
  let batches = 0;
  return async ({ input }, send) => {
    if (!('RequestItems' in input)) return send();
    batches += 1;
    if (batches === 2) throw Object.assign(new Error('Rate exceeded'), { name: 'ThrottlingException' });
    if (batches > 1) return send();
    const requests = Object.values(input.RequestItems ?? {}).flat();
    const answer = await send({ RequestItems: { relations: requests.slice(0, -10) } });
    return { ...answer, output: { ...answer.output, UnprocessedItems: { relations: requests.slice(-10) } } };
  };
}
