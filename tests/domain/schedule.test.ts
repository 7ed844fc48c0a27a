import { describe, expect, test } from 'vitest';
import {
  hoursServed,
  hoursServedIn,
  isServedSince,
  localDate,
  localTime,
  TICK_MINUTES,
  tickAt,
  tickServing,
  ticksDue,
  ticksIn,
} from '../../src/domain/schedule.ts';

describe('eight in the morning of 5 January 2024', () => {
  test.each([
    ['Asia/Shanghai', '2024-01-05T00:00:00Z'],
    ['Asia/Kathmandu', '2024-01-05T02:15:00Z'],
    ['Asia/Katmandu', '2024-01-05T02:15:00Z'],
    ['Asia/Calcutta', '2024-01-05T02:30:00Z'],
    ['Pacific/Chatham', '2024-01-04T18:15:00Z'],
    ['Pacific/Kiritimati', '2024-01-04T18:00:00Z'],
    ['America/St_Johns', '2024-01-05T11:30:00Z'],
    ['Pacific/Pago_Pago', '2024-01-05T19:00:00Z'],
    ['Australia/Eucla', '2024-01-04T23:15:00Z'],
    ['US/Eastern', '2024-01-05T13:00:00Z'],
    ['Etc/GMT+12', '2024-01-05T20:00:00Z'],
    ['UTC', '2024-01-05T08:00:00Z'],
  ])('in %s is served by the tick of %s', (timeZone, tick) => {
    const eight = { date: '2024-01-05', hour: 8 } as const;
    expect(tickServing(eight, timeZone)).toEqual(new Date(tick));
    expect(hoursServed(new Date(tick), timeZone)).toEqual([eight]);
    expect(localDate(new Date(tick), timeZone)).toBe('2024-01-05');
  });
});

test('between full hours nothing is served', () => {
  expect(hoursServed(new Date('2024-01-05T02:00:00Z'), 'Asia/Kathmandu')).toEqual([]);
  expect(hoursServed(new Date('2024-01-05T00:15:00Z'), 'Asia/Shanghai')).toEqual([]);
});

test('an instant belongs to the quarter of an hour that has begun', () => {
  expect(TICK_MINUTES).toBe(15);
  expect(tickAt(new Date('2024-01-05T08:14:59.999Z'))).toEqual(new Date('2024-01-05T08:00:00Z'));
  expect(tickAt(new Date('2024-01-05T08:15:00Z'))).toEqual(new Date('2024-01-05T08:15:00Z'));
  expect(tickAt(new Date('1969-12-31T23:59:59Z'))).toEqual(new Date('1969-12-31T23:45:00Z'));
});

test.each(['Europe/Paris', 'Australia/Lord_Howe', 'America/St_Johns', 'Pacific/Apia', 'UTC'])(
  'many ticks together serve the hours of %s that each of them serves, in order',
  (timeZone) => {
    for (const [after, through] of [
      ['2011-12-20T03:15:00Z', '2012-01-05T20:00:00Z'],
      ['2024-03-01T00:00:00Z', '2024-04-20T11:45:00Z'],
      ['2024-09-25T23:30:00Z', '2024-11-10T00:15:00Z'],
    ] as const) {
      const span = { after: new Date(after), through: new Date(through) };
      const each = ticksIn(span).flatMap((tick) => hoursServed(tick, timeZone));
      expect(hoursServedIn(span, timeZone)).toEqual(each);
    }
  },
);

describe('when the clocks change', () => {
  test('put forward, they reach the skipped hour together with the next', () => {
    const tick = new Date('2024-03-31T01:00:00Z');
    expect(tickServing({ date: '2024-03-31', hour: 2 }, 'Europe/Paris')).toEqual(tick);
    expect(hoursServed(tick, 'Europe/Paris')).toEqual([
      { date: '2024-03-31', hour: 2 },
      { date: '2024-03-31', hour: 3 },
    ]);
  });

  test('put back, they do not reach an hour again', () => {
    const [first, again] = [new Date('2024-10-27T00:00:00Z'), new Date('2024-10-27T01:00:00Z')];
    expect(hoursServed(first, 'Europe/Paris')).toEqual([{ date: '2024-10-27', hour: 2 }]);
    expect(hoursServed(again, 'Europe/Paris')).toEqual([]);
    expect(tickServing({ date: '2024-10-27', hour: 2 }, 'Europe/Paris')).toEqual(first);
  });

  test('at a minute past midnight, as in St. John’s until 2011, midnight is served once though it recurs', () => {
    const [first, again] = [new Date('2010-11-07T02:30:00Z'), new Date('2010-11-07T03:30:00Z')];
    expect(localTime(again, 'America/St_Johns')).toEqual({ day: '2010-11-07', time: '00:00' });
    expect(hoursServed(first, 'America/St_Johns')).toEqual([{ date: '2010-11-07', hour: 0 }]);
    expect(hoursServed(again, 'America/St_Johns')).toEqual([]);
  });

  test('by half an hour on Lord Howe Island, every hour is still served', () => {
    expect(hoursServed(new Date('2024-10-05T15:30:00Z'), 'Australia/Lord_Howe')).toEqual([
      { date: '2024-10-06', hour: 2 },
    ]);
    expect(hoursServed(new Date('2024-10-05T16:00:00Z'), 'Australia/Lord_Howe')).toEqual([
      { date: '2024-10-06', hour: 3 },
    ]);
    expect(hoursServed(new Date('2024-04-06T15:00:00Z'), 'Australia/Lord_Howe')).toEqual([]);
    expect(hoursServed(new Date('2024-04-06T15:30:00Z'), 'Australia/Lord_Howe')).toEqual([
      { date: '2024-04-07', hour: 2 },
    ]);
  });

  test('30 December 2011, which Samoa skipped, is served whole when the 31st begins', () => {
    const tick = new Date('2011-12-30T10:00:00Z');
    const served = hoursServed(tick, 'Pacific/Apia');
    expect(served).toHaveLength(25);
    expect(served[0]).toEqual({ date: '2011-12-30', hour: 0 });
    expect(served.at(-1)).toEqual({ date: '2011-12-31', hour: 0 });
    expect(tickServing({ date: '2011-12-30', hour: 8 }, 'Pacific/Apia')).toEqual(tick);
    expect(tickServing({ date: '2011-12-29', hour: 23 }, 'Pacific/Apia')).toEqual(new Date('2011-12-30T09:00:00Z'));
    expect(tickServing({ date: '2011-12-31', hour: 8 }, 'Pacific/Apia')).toEqual(new Date('2011-12-30T18:00:00Z'));
  });
});

test.each([
  ['at the tick itself', '2024-01-05T00:00:00Z', true],
  ['a moment after the tick', '2024-01-05T00:00:00.001Z', false],
  ['days before', '2024-01-01T00:00:00Z', true],
  ['days after', '2024-01-09T00:00:00Z', false],
  ['fourteen hours before the date begins in UTC', '2024-01-04T10:00:00Z', true],
])('whether an hour is served since an instant: %s', (_when, since, expected) => {
  const eight = { date: '2024-01-05', hour: 8 } as const;
  expect(isServedSince(eight, 'Asia/Shanghai', new Date(since))).toBe(expected);
});

describe('the ticks to plan', () => {
  const tick = new Date('2024-01-20T08:00:00Z');
  const due = (plannedThrough?: string) =>
    ticksDue(plannedThrough === undefined ? undefined : new Date(plannedThrough), tick);

  test('are only this one, if none was ever planned', () => {
    expect(due()).toEqual({ after: new Date('2024-01-20T07:45:00Z'), through: tick });
  });

  test('are none, if it has been planned', () => {
    expect(due('2024-01-20T08:00:00Z')).toBeUndefined();
    expect(due('2024-01-20T08:15:00Z')).toBeUndefined();
  });

  test('are all since the last, as far back as 14 days', () => {
    expect(due('2024-01-19T06:00:00Z')).toEqual({ after: new Date('2024-01-19T06:00:00Z'), through: tick });
    expect(due('2024-01-01T06:00:00Z')).toEqual({ after: new Date('2024-01-06T08:00:00Z'), through: tick });
  });
});

test('the clocks of a zone show its local date and time', () => {
  expect(localTime(new Date('2024-01-05T18:20:00Z'), 'Asia/Kathmandu')).toEqual({ day: '2024-01-06', time: '00:05' });
});
