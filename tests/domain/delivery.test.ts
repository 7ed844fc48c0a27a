import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import { coveredByDeliveries, isOfThisSubscription, RELEASED } from '../../src/domain/delivery.ts';

const later = '2024-01-05T09:10:00.000Z';
const earlier = '2024-01-05T08:50:00.000Z';
const through = (date: CalendarDate) => ({ from: date, through: date });

describe('the days that a subscriber has been sent', () => {
  test('end with the last date of all sent digests, in whatever order they are recorded', () => {
    const record = (['2024-01-04', '2024-01-05', '2024-01-03'] as const).map((date) => ({
      coverage: through(date),
      status: 'sent' as const,
      leaseEnds: earlier,
    }));
    expect(coveredByDeliveries(record).coveredThrough).toBe('2024-01-05');
  });

  test.each([
    ['failed', earlier, '2024-01-05'],
    ['claimed', later, '2024-01-05'],
    ['unconfirmed', earlier, '2024-01-05'],
    ['claimed', RELEASED.toISOString(), undefined],
    ['sent', RELEASED.toISOString(), '2024-01-05'],
    ['failed', RELEASED.toISOString(), '2024-01-05'],
  ] as const)(
    'include a digest that SES may have accepted, %s under a lease until %s: %s',
    (status, leaseEnds, told) => {
      expect(coveredByDeliveries([{ coverage: through('2024-01-05'), status, leaseEnds }]).coveredThrough).toBe(told);
    },
  );

  test('end, for changes of the data, with the last day of those that announced any', () => {
    const record = ([{ changesThrough: '2024-01-04' }, {}, { changesThrough: '2024-01-03' }] as const).map(
      (changes) => ({
        ...changes,
        ...{ coverage: through('2024-01-05'), status: 'sent' as const, leaseEnds: earlier },
      }),
    );
    expect(coveredByDeliveries(record).changesToldThrough).toBe('2024-01-04');
  });

  test('are none before the first digest', () => {
    expect(coveredByDeliveries([])).toEqual({});
  });
});

test('a digest belongs to the current subscription unless its reader has subscribed anew, or come back, since it was planned', () => {
  const present = { subscriptionVersion: 2, reinstatedAt: later };
  expect(isOfThisSubscription(present, present)).toBe(true);
  for (const before of [
    { ...present, subscriptionVersion: 1 },
    { subscriptionVersion: 2 },
    { ...present, reinstatedAt: earlier },
  ])
    expect(isOfThisSubscription(before, present)).toBe(false);
});
