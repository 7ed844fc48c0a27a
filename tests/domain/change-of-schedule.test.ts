import { describe, expect, test } from 'vitest';
import { changeSchedule, coveredBy, formerSchedule, scheduleFrom } from '../../src/domain/change-of-schedule.ts';
import { findDigestPeriod } from '../../src/domain/digest.ts';
import type { Preferences } from '../../src/domain/preferences.ts';
import { localDate } from '../../src/domain/schedule.ts';
import { aSubscriber, preferencesWith } from '../support/builders.ts';

describe('coverage begins with the day of confirmation', () => {
  test.each([
    ['UTC', '2024-01-04'],
    ['Asia/Shanghai', '2024-01-05'],
    ['Pacific/Kiritimati', '2024-01-05'],
    ['Pacific/Pago_Pago', '2024-01-04'],
  ])('as the calendar of %s shows it: the day after %s', (timeZone, coveredThrough) => {
    const schedule = scheduleFrom(preferencesWith({ timeZone }), new Date('2024-01-05T20:00:00Z'));
    expect(schedule).toMatchObject({ coveredThrough, scheduledSince: '2024-01-05T20:00:00.000Z' });
  });

  test('and changes of the data are reported from the first release that has begun nowhere yet', () => {
    // 10:00 on the 6th on Kiritimati: a release of the 7th has begun nowhere
    expect(scheduleFrom(preferencesWith(), new Date('2024-01-05T20:00:00Z')).changesToldThrough).toBe('2024-01-06');
  });
});

describe('a subscriber who chooses another schedule', () => {
  const inKiritimati = { timeZone: 'Pacific/Kiritimati' };
  const inPagoPago = { timeZone: 'Pacific/Pago_Pago' };

  test.each([
    ['weekly', 'daily in mid-week', [{ frequency: 'weekly' }, {}], '2024-01-10T12:00:00Z', '2024-01-14'],
    [
      'monthly',
      'weekly in February',
      [{ frequency: 'monthly' }, { frequency: 'weekly' }],
      '2024-02-10T12:00:00Z',
      '2024-02-29',
    ],
    ['daily', 'monthly', [{}, { frequency: 'monthly' }], '2024-01-10T12:00:00Z', '2024-01-10'],
    ['08:00', '20:00 after today’s digest', [{ hour: 8 }, { hour: 20 }], '2024-01-10T09:00:00Z', '2024-01-10'],
    ['08:00', '20:00 before today’s digest', [{ hour: 8 }, { hour: 20 }], '2024-01-10T07:00:00Z', '2024-01-09'],
    ['20:00', '08:00, which is over', [{ hour: 20 }, { hour: 8 }], '2024-01-10T12:00:00Z', '2024-01-09'],
    [
      'Kiritimati',
      'Pago Pago, where it is yesterday',
      [inKiritimati, inPagoPago],
      '2024-01-09T18:30:00Z',
      '2024-01-10',
    ],
    ['Pago Pago', 'Kiritimati, where it is tomorrow', [inPagoPago, inKiritimati], '2024-01-09T19:30:00Z', '2024-01-09'],
  ] as const)('from %s to %s', (...[, , [before, after], at, told]) => {
    expect(changed(before, after, at).coveredThrough).toBe(told);
  });

  test('next gets a digest that covers the day after', () => {
    const daily = changed({ frequency: 'weekly' }, {}, '2024-01-10T12:00:00Z');
    expect(findDigestPeriod(daily, ['2024-01-14'])).toBeUndefined();
    expect(findDigestPeriod(daily, ['2024-01-15'])?.coverage).toEqual({ from: '2024-01-15', through: '2024-01-15' });
  });

  test('from daily to weekly on the weekday itself gets the rest of the week as a digest of its own', () => {
    const weekly = changed({ hour: 8 }, { frequency: 'weekly', hour: 10 }, '2024-01-08T09:00:00Z');
    expect(findDigestPeriod(weekly, ['2024-01-08'])).toEqual({
      on: '2024-01-09',
      coverage: { from: '2024-01-09', through: '2024-01-14' },
      changeSpan: { from: '2024-01-09', through: '2024-01-08' },
    });
  });

  test('leaves the ticks until then to the old schedule, whenever a planner that is behind comes to them', () => {
    const at = new Date('2024-01-10T12:00:00Z');
    const before = aSubscriber();
    const after = { ...before, ...changeSchedule(before, preferencesWith({ hour: 20 }), at) };
    const former = formerSchedule(before, after);
    expect(former).toEqual({
      preferences: before.preferences,
      coveredThrough: before.coveredThrough,
      scheduledSince: before.scheduledSince,
      until: '2024-01-10T12:00:00.000Z',
    });
    expect(former && findDigestPeriod(former, ['2024-01-09', '2024-01-10'])?.coverage.through).toBe(
      after.coveredThrough,
    );
  });

  test.each([
    ['has unsubscribed meanwhile', { status: 'unsubscribed' }],
    ['has subscribed anew', { subscriptionVersion: 2 }],
    ['keeps the hour', { scheduledSince: aSubscriber().scheduledSince }],
  ] as const)('has no former schedule if the subscriber %s', (_who, overrides) => {
    const before = aSubscriber();
    expect(formerSchedule(before, aSubscriber({ scheduledSince: '2024-01-10T12:00:00.001Z', ...overrides }))).toBe(
      undefined,
    );
  });

  test('has no former schedule when they have only now confirmed', () => {
    const after = aSubscriber({ scheduledSince: '2024-01-10T12:00:00.001Z' });
    expect(formerSchedule(undefined, after)).toBeUndefined();
    expect(formerSchedule(aSubscriber({ status: 'pending' }), after)).toBeUndefined();
  });

  test('and again before any digest has come loses nothing', () => {
    const first = changed({ frequency: 'weekly' }, { frequency: 'monthly' }, '2024-01-10T12:00:00Z');
    const at = new Date('2024-01-10T12:05:00Z');
    const second = changeSchedule(first, preferencesWith(), at);
    expect(second.coveredThrough).toBe('2024-01-14');
  });

  test.each(['2024-01-12', '2024-01-14'])(
    'and again on %s, within a week that is covered, neither repeats the week nor loses changes of the data',
    (day) => {
      const daily = changed({ frequency: 'weekly' }, {}, '2024-01-10T12:00:00Z');
      const again = changeSchedule(daily, preferencesWith({ hour: 20 }), new Date(`${day}T12:00:00Z`));
      expect(again).toMatchObject({ coveredThrough: '2024-01-14', changesToldThrough: '2024-01-08' });
    },
  );

  test('and has moved west into the day of their last digest does not get its changes of the data again', () => {
    const inKiritimatiToday = aSubscriber({ preferences: preferencesWith(inKiritimati) });
    const weekly = preferencesWith({ ...inPagoPago, frequency: 'weekly', weekday: 'tuesday', hour: 23 });
    const moved = changeSchedule(inKiritimatiToday, weekly, new Date('2024-01-09T18:30:00Z'));
    const after = coveredBy(moved, new Date('2024-01-10T11:00:00Z'));
    expect(after).toEqual({ coveredThrough: '2024-01-15', changesToldThrough: '2024-01-10' });
  });

  test('at the very instant of a planned tick is not counted into it twice', () => {
    const at = new Date('2024-01-10T08:00:00Z');
    const schedule = changeSchedule(aSubscriber(), preferencesWith({ hour: 10 }), at);
    expect(schedule).toMatchObject({ coveredThrough: '2024-01-10', scheduledSince: '2024-01-10T08:00:00.001Z' });
  });

  test('who confirmed at the very instant of a tick gets that tick’s digest', () => {
    const confirmed = aSubscriber({ scheduledSince: '2024-01-10T08:00:00.000Z', coveredThrough: '2024-01-09' });
    expect(coveredBy(confirmed, new Date('2024-01-10T09:00:00Z')).coveredThrough).toBe('2024-01-10');
  });
});

test('a midnight that recurs because clocks were put back is not covered twice', () => {
  const inStJohns = aSubscriber({
    preferences: preferencesWith({ timeZone: 'America/St_Johns', hour: 0 }),
    scheduledSince: '2010-01-01T00:00:00.000Z',
    coveredThrough: '2009-12-31',
  });
  expect(localDate(new Date('2010-11-07T02:45:00Z'), 'America/St_Johns')).toBe('2010-11-06');
  expect(coveredBy(inStJohns, new Date('2010-11-07T02:45:00Z')).coveredThrough).toBe('2010-11-07');
});

test('a subscriber who changes states, kinds, policy or lead times keeps the schedule, and the time of the change is recorded', () => {
  const subscriber = aSubscriber();
  const preferences = preferencesWith({ states: ['CN'], kinds: ['severed'], policy: 'every', leadTimes: [365] });
  const at = new Date('2024-01-10T12:00:00Z');
  expect(changeSchedule(subscriber, preferences, at)).toEqual({
    preferences,
    coveredThrough: subscriber.coveredThrough,
    scheduledSince: subscriber.scheduledSince,
    preferredSince: '2024-01-10T12:00:00.000Z',
  });
});

function changed(before: Partial<Preferences>, after: Partial<Preferences>, at: string) {
  const instant = new Date(at);
  const subscriber = aSubscriber({ preferences: preferencesWith(before) });
  return changeSchedule(subscriber, preferencesWith(after), instant);
}
