import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, expect, test } from 'vitest';
import { watermarkTable } from '../../../src/adapters/dynamodb/watermark-table.ts';
import { localTables } from '../../support/local-tables.ts';

const documents = await localTables();
const minute = (minutes: number) => new Date(Date.parse('2024-01-05T08:00:00Z') + minutes * 60_000);
const text = (minutes: number) => minute(minutes).toISOString();
let watermark: ReturnType<typeof watermarkTable>;

beforeEach(async () => {
  await documents.send(new DeleteCommand({ TableName: 'limits', Key: { counter: 'feedback' } }));
  watermark = watermarkTable(documents, 'limits');
});

const hear = (minutes: number, isBehind = false) =>
  watermark.raise({ heardThrough: text(minutes), isBehind }, minute(minutes));

test('no event has been seen at first', async () => {
  expect(await watermark.read()).toBeUndefined();
});

test('feedback is steady from the first event on, and the watermark rises with the others', async () => {
  for (const minutes of [0, 4, 8]) await hear(minutes);
  expect(await watermark.read()).toEqual({ heardThrough: text(8), steadySince: text(0) });
});

test('after a silence feedback is steady only from the next event on, which may be the newest of a backlog', async () => {
  for (const minutes of [0, 6]) await hear(minutes);
  expect(await watermark.read()).toEqual({ heardThrough: text(6), steadySince: text(6) });
});

test('feedback is steady only since it was last behind, however recently', async () => {
  for (const [minutes, isBehind] of [
    [0, false],
    [1, true],
    [1.05, false],
    [1.1, true],
    [2, false],
  ] as const)
    await hear(minutes, isBehind);
  expect(await watermark.read()).toEqual({ heardThrough: text(2), steadySince: text(1.1) });
});

test('a function that keeps up writes the watermark every ten seconds at most', async () => {
  await hear(0);
  await hear(0.1);
  expect(await watermark.read()).toMatchObject({ heardThrough: text(0) });
  await hear(0.2);
  expect(await watermark.read()).toMatchObject({ heardThrough: text(0.2) });
});

test('a late event of an earlier mail never lowers the watermark, and marks feedback as unsteady if it shows a backlog', async () => {
  await hear(30);
  await watermark.raise({ heardThrough: text(5), isBehind: false }, minute(31));
  expect(await watermark.read()).toEqual({ heardThrough: text(30), steadySince: text(30) });
  await watermark.raise({ heardThrough: text(6), isBehind: true }, minute(32));
  expect(await watermark.read()).toEqual({ heardThrough: text(30), steadySince: text(32) });
  await watermark.raise({ heardThrough: text(7), isBehind: false }, minute(40));
  expect(await watermark.read()).toEqual({ heardThrough: text(30), steadySince: text(40) });
});
