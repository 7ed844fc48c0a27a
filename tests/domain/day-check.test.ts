import { describe, expect, test } from 'vitest';
import { addDays, type CalendarDate } from '../../src/domain/calendar-date.ts';
import { daysToCheck, digestOfDay, findOutcome, ticksToCheck } from '../../src/domain/day-check.ts';
import { onlyTick } from '../../src/domain/schedule.ts';
import { aSubscriber, preferencesWith } from '../support/builders.ts';

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

test('what was missed is checked an hour at a time, as far back as digests are caught up', () => {
  expect(ticksToCheck(at('2024-01-05T08:00'), at('2024-01-05T12:00'))).toEqual({
    after: at('2024-01-05T08:00'),
    through: at('2024-01-05T09:00'),
  });
  expect(ticksToCheck(at('2023-01-05T08:00'), at('2024-01-15T08:00'))?.after).toEqual(at('2024-01-01T08:00'));
  expect(ticksToCheck(at('2024-01-05T12:00'), at('2024-01-05T12:00'))).toBeUndefined();
});

describe('the digest that was due on a day', () => {
  const friday = { day: '2024-01-05', tick: at('2024-01-05T08:00') } as const;
  const dueTo = (schedule: Parameters<typeof digestOfDay>[1]) => {
    const due = digestOfDay(friday, schedule);
    return typeof due === 'object' ? due.on : due;
  };

  test('is that of the schedule', () => {
    expect(dueTo(aSubscriber())).toBe('2024-01-05');
    expect(dueTo(aSubscriber({ preferences: preferencesWith({ frequency: 'weekly' }) }))).toBeUndefined();
  });

  test('is none on a day without a digest, whatever was changed since', () => {
    const weekly = aSubscriber({ preferences: preferencesWith({ frequency: 'weekly' }) });
    expect(dueTo({ ...weekly, preferredSince: '2024-01-06T00:00:00.000Z' })).toBeUndefined();
  });

  test.each([
    ['at the tick', '2024-01-05T08:00:00.000Z', '2024-01-05'],
    ['a moment later', '2024-01-05T08:00:00.001Z', 'unknown'],
  ])('is not known if the filter was changed after the tick: %s', (_when, preferredSince, due) => {
    expect(dueTo({ ...aSubscriber(), preferredSince })).toBe(due);
  });

  test.each([
    ['before the tick, so that none was due', '2024-01-05T07:59:59.999Z', undefined],
    ['at the tick, while it was on its way', '2024-01-05T08:00:00.000Z', 'unknown'],
    ['within the hour, while it was on its way', '2024-01-05T08:59:59.999Z', 'unknown'],
    ['an hour later', '2024-01-05T09:00:00.000Z', '2024-01-05'],
  ])('under a schedule that was replaced %s', (_when, until, due) => {
    expect(dueTo({ ...aSubscriber(), until })).toBe(due);
  });
});

describe('a digest that was due', () => {
  const due = { coverage: { from: '2024-01-04', through: '2024-01-05' } } as const;
  const delivery = (status: 'sent' | 'failed' | 'claimed', from: CalendarDate, through: CalendarDate) => ({
    status,
    coverage: { from, through },
  });

  test('was sent if one that covers its days was, even if another attempt failed', () => {
    const failed = delivery('failed', '2024-01-04', '2024-01-05');
    expect(findOutcome(due, [failed, delivery('sent', '2024-01-04', '2024-01-05')])).toBe('sent');
    expect(findOutcome(due, [delivery('sent', '2024-01-01', '2024-01-09')])).toBe('sent');
    expect(findOutcome(due, [failed])).toBe('failed');
  });

  test('is missing if none covers all of its days, or the one that does has no outcome', () => {
    const partly = [delivery('sent', '2024-01-05', '2024-01-05'), delivery('sent', '2024-01-01', '2024-01-04')];
    expect(findOutcome(due, [])).toBe('missing');
    expect(findOutcome(due, partly)).toBe('missing');
    expect(findOutcome(due, [delivery('claimed', '2024-01-04', '2024-01-05')])).toBe('missing');
  });
});
