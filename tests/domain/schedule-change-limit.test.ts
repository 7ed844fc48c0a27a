import { expect, test } from 'vitest';
import { mayChangeSchedule } from '../../src/domain/schedule-change-limit.ts';

const now = new Date('2024-02-01T12:00:00Z');
const changed = (times: number, instant: string) => Array.from({ length: times }, () => instant);

test.each([
  ['9 changes in the last hour', changed(9, '2024-02-01T11:00:01Z'), true],
  ['10 changes in the last hour', changed(10, '2024-02-01T11:00:01Z'), false],
  ['10 changes an hour ago', changed(10, '2024-02-01T11:00:00Z'), true],
  ['99 changes in 30 days', changed(99, '2024-01-02T12:00:01Z'), true],
  ['100 changes in 30 days', changed(100, '2024-01-02T12:00:01Z'), false],
  ['100 changes 30 days ago', changed(100, '2024-01-02T12:00:00Z'), true],
])('after %s a schedule may change once more: %s', (_when, changedAt, may) => {
  expect(mayChangeSchedule(changedAt, now)).toBe(may);
});
