import { expect, test } from 'vitest';
import { addDays, type CalendarDate } from '../../src/domain/calendar-date.ts';
import { daysToCheck, ticksToCheck } from '../../src/domain/day-check.ts';
import { onlyTick } from '../../src/domain/schedule.ts';

const at = (text: string) => new Date(`${text}:00Z`);

test('a day is checked at three in the morning of the next, with the tick at which its digest was due', () => {
  const inShanghai = { timeZone: 'Asia/Shanghai', hour: 8 };
  expect(daysToCheck(onlyTick(at('2024-01-05T19:00')), inShanghai)).toEqual([
    { day: '2024-01-05', tick: at('2024-01-05T00:00') },
  ]);
  expect(daysToCheck(onlyTick(at('2024-01-05T18:45')), inShanghai)).toEqual([]);
});

test.each([
  'UTC',
  'Europe/Paris',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
])('every day of a year is checked once in %s, whatever its clocks do', (timeZone) => {
  const days: CalendarDate[] = [];
  const HOUR_MS = 3_600_000;
  for (
    let after = at('2024-01-01T12:00');
    after < at('2025-01-02T12:00');
    after = new Date(after.getTime() + HOUR_MS)
  ) {
    const ticks = { after, through: new Date(after.getTime() + HOUR_MS) };
    days.push(...daysToCheck(ticks, { timeZone, hour: 8 }).map(({ day }) => day));
  }
  expect(days).toEqual(days.map((_, index) => addDays(days[0] ?? '2024-01-01', index)));
  expect(days.length).toBeGreaterThanOrEqual(366);
});

test('what was left is checked an hour at a time, as far back as digests are caught up', () => {
  expect(ticksToCheck(at('2024-01-05T08:00'), at('2024-01-05T12:00'))).toEqual({
    after: at('2024-01-05T08:00'),
    through: at('2024-01-05T09:00'),
  });
  expect(ticksToCheck(at('2023-01-05T08:00'), at('2024-01-15T08:00'))?.after).toEqual(at('2024-01-01T08:00'));
  expect(ticksToCheck(at('2024-01-05T12:00'), at('2024-01-05T12:00'))).toBeUndefined();
});
