import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, expect, test } from 'vitest';
import { paceTable } from '../../../src/adapters/dynamodb/pace-table.ts';
import { localTables } from '../../support/local-tables.ts';

const documents = await localTables();
const sender = () => paceTable(documents, 'limits');
const now = Date.parse('2024-01-05T08:00:00Z');
const latest = now + 180_000;

beforeEach(() => documents.send(new DeleteCommand({ TableName: 'limits', Key: { counter: 'pace' } })));

test('the very first mails may go out at once', async () => {
  expect(await sender().reserve({ ms: 500, now, latest })).toBe(now);
});

test('mails requested while others go out come after them; after a pause they may go out at once', async () => {
  const { reserve } = sender();
  await reserve({ ms: 500, now, latest });
  expect(await reserve({ ms: 300, now: now + 100, latest })).toBe(now + 500);
  expect(await reserve({ ms: 300, now: now + 800, latest })).toBe(now + 800);
  expect(await reserve({ ms: 300, now: now + 5_000, latest })).toBe(now + 5_000);
});

test('eight concurrent senders get stretches that neither overlap nor leave a gap', async () => {
  const senders = Array.from({ length: 8 }, sender);
  const begins: number[] = [];
  for (let round = 0; round < 5; round += 1)
    begins.push(...(await Promise.all(senders.map(({ reserve }) => reserve({ ms: 100, now, latest })))).map(Number));
  expect(begins.sort((one, other) => one - other)).toEqual(Array.from({ length: 40 }, (_, index) => now + index * 100));
});

test('a sender that cannot wait long enough reserves nothing', async () => {
  const { reserve } = sender();
  await reserve({ ms: 10_000, now, latest });
  expect(await reserve({ ms: 100, now, latest: now + 9_999 })).toBeUndefined();
  expect(await reserve({ ms: 100, now, latest: now + 10_000 })).toBe(now + 10_000);
});

test('eight senders throttled at the same time push all others back by one second, not eight, and a second later by one more', async () => {
  const senders = Array.from({ length: 8 }, sender);
  await Promise.all(senders.map(({ pushBack }) => pushBack({ ms: 1_000, now, latest })));
  expect(await sender().reserve({ ms: 0, now, latest })).toBe(now + 1_000);
  await sender().pushBack({ ms: 1_000, now: now + 999, latest });
  await sender().pushBack({ ms: 1_000, now: now + 1_000, latest });
  expect(await sender().reserve({ ms: 0, now: now + 1_000, latest })).toBe(now + 2_000);
});
