import { randomBytes } from 'node:crypto';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { relationsSeed, type SeedProgress } from '../../../src/adapters/dynamodb/relations-seed.ts';
import { relationsTable } from '../../../src/adapters/dynamodb/relations-table.ts';
import type { Timeline } from '../../../src/domain/timeline.ts';
import { anEvent, aSource, aState, aTimeline, chinaLesotho } from '../../support/builders.ts';
import { type Interference, none, withInterference } from '../../support/interference.ts';
import { localTables } from '../../support/local-tables.ts';

const documentClient = await localTables();
const relations = relationsTable(documentClient, 'relations');
const { seed } = relationsSeed(documentClient, 'relations');

const chinaFrance = aTimeline('CN-FR', anEvent('established', '1964-01-27'));
const source = aSource('mfa-cn-list');

/** How many rows there are beside those of events and sources. */
const [SNAPSHOT, VERSION] = [1, 1];

beforeEach(async () => {
  await seed([], []);
});

describe('seeding', () => {
  test('writes every event and every source', async () => {
    expect(await seed([chinaLesotho, chinaFrance], [source])).toEqual({
      written: 5 + SNAPSHOT,
      removed: 0,
      unchanged: 0,
    });
  });

  test('tells since when the table holds its dataset, which an unchanged one does not touch', async () => {
    const at = (text: string) => ({ now: () => new Date(text) });
    await seed([chinaLesotho], [], at('2024-01-05T08:00:00Z'));
    await seed([chinaLesotho], [], at('2024-01-06T08:00:00Z'));
    expect(await relations.datasetSince()).toEqual(new Date('2024-01-05T08:00:00Z'));
    await seed([chinaFrance], [], at('2024-01-07T08:00:00Z'));
    expect(await relations.datasetSince()).toEqual(new Date('2024-01-07T08:00:00Z'));
  });

  test('an unchanged dataset again writes nothing and costs one read', async () => {
    await seed([chinaLesotho, chinaFrance], [source]);
    const calls = await withInterference(documentClient, none, async () => {
      expect(await seed([chinaFrance, chinaLesotho], [source])).toEqual({
        written: 0,
        removed: 0,
        unchanged: 5 + SNAPSHOT,
      });
    });
    expect(calls).toEqual(['GetItemCommand']);
  });

  test('a changed event writes the rows of its pair, the snapshot, and nothing else', async () => {
    await seed([chinaLesotho, chinaFrance], [source]);
    const corrected = {
      ...chinaLesotho,
      events: [...chinaLesotho.events.slice(0, 2), anEvent('resumed', '1994-01-13')],
    };
    expect(await seed([corrected, chinaFrance], [source])).toEqual({
      written: 3 + SNAPSHOT,
      removed: 1,
      unchanged: 2,
    });
    expect(await relations.onDays(['01-13'])).toEqual([corrected]);
    expect(await relations.onDays(['01-12'])).toEqual([]);
  });

  test('removes an event that is no longer in the data from the index of days', async () => {
    await seed([chinaLesotho, chinaFrance], []);
    expect(await seed([chinaLesotho], [])).toEqual({ written: SNAPSHOT, removed: 1, unchanged: 3 });
    expect(await relations.onDays(['01-27'])).toEqual([]);
  });

  test('says how far it has come', async () => {
    const progress: SeedProgress[] = [];
    await seed(manyTimelines(60), [], { onProgress: (step) => progress.push(step) });
    expect(progress).toHaveLength(3);
    expect(progress.map(({ done }) => done)).toEqual(
      progress.map(({ done }) => done).sort((one, other) => one - other),
    );
    expect(progress.at(-1)).toEqual({ done: 60 + SNAPSHOT, total: 60 + SNAPSHOT });
  });

  test('writes again what DynamoDB puts back', async () => {
    await withInterference(documentClient, puttingBackOnce(), () => seed(manyTimelines(30), []));
    expect(await countRows()).toBe(30 + SNAPSHOT + VERSION);
  });

  test('that was interrupted has no version, and the next one writes only the rest', async () => {
    await interrupted(3, () => seed(manyTimelines(200), []));
    expect(await relations.datasetVersion()).toBeUndefined();
    const { written, unchanged } = await seed(manyTimelines(200), []);
    expect(written + unchanged).toBe(200 + SNAPSHOT);
    expect(unchanged).toBeGreaterThanOrEqual(75);
    expect(written).toBeGreaterThan(0);
  });

  test('back to the data from before an interrupted change restores it', async () => {
    await seed(manyTimelines(100), []);
    await interrupted(2, () => seed([], []));
    await seed(manyTimelines(100), []);
    expect(await relations.onDays(['01-27'])).toHaveLength(100);
    expect(await countRows()).toBe(100 + SNAPSHOT + VERSION);
  });

  test('any dataset over any other leaves exactly the new one', async () => {
    const dataset = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(dataset, dataset, async (earlier, later) => {
        await seed(earlier.map(numbered), []);
        await seed(later.map(numbered), []);
        const sorted = later.sort((one, other) => one - other).map(numbered);
        expect(await relations.onDays(['01-27'])).toEqual(sorted);
        expect(await countRows()).toBe(later.length + SNAPSHOT + VERSION);
      }),
      { numRuns: 25 },
    );
  });
});

describe('the snapshot', () => {
  const states = [aState('CN')];

  test('holds everything at once, in the order of the pairs', async () => {
    await seed([chinaLesotho, chinaFrance], [source], { states });
    expect(await relations.all()).toEqual({ timelines: [chinaFrance, chinaLesotho], sources: [source], states });
  });

  test('is there once the table is seeded', async () => {
    const fresh = relationsTable(await localTables(), 'relations');
    expect(await fresh.all()).toBeUndefined();
  });

  test('is kept in pieces when DynamoDB would not take it in one', async () => {
    const noisy = ({ pair }: Timeline) =>
      aTimeline(pair, anEvent('established', '1964-01-27', { note: randomBytes(100_000).toString('base64') }));
    const timelines = manyTimelines(6).map(noisy);
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

function manyTimelines(count: number): Timeline[] {
  return Array.from({ length: count }, (_, index) => numbered(index));
}

function numbered(number: number): Timeline {
  const letters = String.fromCharCode(65 + Math.floor(number / 26) + 1, 65 + (number % 26));
  return aTimeline(`AA-${letters}`, anEvent('established', '1964-01-27'));
}

async function countRows(): Promise<number | undefined> {
  return (await documentClient.send(new ScanCommand({ TableName: 'relations', Select: 'COUNT' }))).Count;
}

async function interrupted(batches: number, work: () => Promise<unknown>): Promise<void> {
  let left = batches;
  const failing: Interference = ({ command }, send) => {
    if (command === 'BatchWriteItemCommand') left -= 1;
    return left < 0 ? Promise.reject(new Error('interrupted')) : send();
  };
  await expect(withInterference(documentClient, failing, work)).rejects.toThrow('interrupted');
}

/** Leaves out the last ten writes of the first batch, and says so. */
function puttingBackOnce(): Interference {
  let done = false;
  return async ({ input }, send) => {
    if (done || !('RequestItems' in input)) return send();
    done = true;
    const requests = Object.values(input.RequestItems ?? {}).flat();
    const relations = requests.slice(0, -10);
    const answer = await send({ RequestItems: { relations } });
    return { ...answer, output: { ...answer.output, UnprocessedItems: { relations: requests.slice(-10) } } };
  };
}
