import { expect, test } from 'vitest';
import { checkTable } from '../../../src/adapters/dynamodb/check-table.ts';
import { runTable } from '../../../src/adapters/dynamodb/run-table.ts';
import type { DayCheck } from '../../../src/domain/day-check.ts';
import { localTables } from '../../support/local-tables.ts';

const documents = await localTables();
const checks = checkTable(documents, 'runs');

const at = (time: string) => new Date(`2024-01-05T${time}:00Z`);
const aCheck = (after: Date, through: Date): DayCheck => ({
  ...{ after, through, days: ['2024-01-04'], missing: ['subscriber-1'] },
  counts: { due: 3, sent: 1, failed: 1, missing: 1, unjudged: 2 },
});

test('the ledger records how far days are checked, beside how far ticks are planned', async () => {
  expect(await checks.checkedThrough()).toBeUndefined();
  expect(await checks.advance({ after: at('02:45'), through: at('03:00') })).toBe(true);
  expect(await checks.checkedThrough()).toEqual(at('03:00'));
  expect(await runTable(documents, 'runs').head()).toEqual({});
});

test('only one of two checks that start together continues', async () => {
  await checks.beginAfter(at('03:00'));
  const ends = [at('04:00'), at('04:00')].map((through) => checks.advance({ after: at('03:00'), through }));
  expect((await Promise.all(ends)).sort()).toEqual([false, true]);
});

test('a check repeated after a crash is recorded once, and the newest is listed first', async () => {
  await checks.record(aCheck(at('03:00'), at('03:15')), at('03:20'));
  await checks.record(aCheck(at('03:00'), at('04:00')), at('04:10'));
  await checks.record(aCheck(at('04:00'), at('05:00')), at('05:10'));
  expect(await checks.latest(10)).toEqual([
    { ...aCheck(at('04:00'), at('05:00')), doneAt: at('05:10') },
    { ...aCheck(at('03:00'), at('04:00')), doneAt: at('04:10') },
  ]);
  expect(await runTable(documents, 'runs').latest(10)).toEqual([]);
});
