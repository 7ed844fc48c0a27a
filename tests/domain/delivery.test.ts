import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import { isOfPresentLife, toldBy } from '../../src/domain/delivery.ts';

const now = new Date('2024-01-05T09:00:00Z');
const later = '2024-01-05T09:10:00.000Z';
const earlier = '2024-01-05T08:50:00.000Z';
const through = (date: CalendarDate) => ({ from: date, through: date });

describe('what somebody was told', () => {
  test('is the last date of all that was sent, in whatever order it is on record', () => {
    const record = (['2024-01-04', '2024-01-05', '2024-01-03'] as const).map((date) => ({
      coverage: through(date),
      status: 'sent' as const,
      leaseEnds: earlier,
    }));
    expect(toldBy(record, now)).toBe('2024-01-05');
  });

  test.each([
    ['failed', earlier, '2024-01-05'],
    ['claimed', later, '2024-01-05'],
    ['claimed', earlier, undefined],
  ] as const)('takes in a digest that is %s under a lease until %s: %s', (status, leaseEnds, told) => {
    expect(toldBy([{ coverage: through('2024-01-05'), status, leaseEnds }], now)).toBe(told);
  });

  test('is nothing before the first digest', () => {
    expect(toldBy([], now)).toBeUndefined();
  });
});

test('a digest is of the present life unless its reader has subscribed anew, or come back, since it was planned', () => {
  const present = { generation: 2, reinstatedAt: later };
  expect(isOfPresentLife(present, present)).toBe(true);
  for (const before of [{ ...present, generation: 1 }, { generation: 2 }, { ...present, reinstatedAt: earlier }])
    expect(isOfPresentLife(before, present)).toBe(false);
});
