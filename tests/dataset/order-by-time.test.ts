import { expect, test } from 'vitest';
import { orderByTime } from '../../src/dataset/resolving/order-by-time.ts';
import type { PartialDate } from '../../src/domain/calendar-date.ts';
import { type EventKind, eventKinds } from '../../src/domain/relation-event.ts';
import { anEvent } from '../support/builders.ts';

type Act = readonly [EventKind, PartialDate];

test.each<[string, ...Act[]]>([
  ['by day', ['established', '1960-01-02'], ['upgraded', '1970-01-01'], ['severed', '1980'], ['resumed', '1990-05']],
  ['by kind on one day', ...eventKinds.map((kind) => [kind, '1960-01-01'] as const)],
  ['with the finer break before the coarser', ['established', '1960'], ['severed', '1990-04-05'], ['severed', '1991']],
  ['with the coarser of two breaks first where it may be the earlier', ['severed', '1990'], ['severed', '1990-04-05']],
  ['with a break of the year after its beginning', ['established', '1999-02-01'], ['severed', '1999']],
  [
    'with a resumption of the month after its break',
    ['established', '1983'],
    ['severed', '1994-07'],
    ['resumed', '1994-07-13'],
  ],
  [
    'with a resumption of the year before the next break, though relations were raised while broken off',
    ['severed', '1985'],
    ['upgraded', '1986'],
    ['resumed', '1991'],
    ['severed', '1991-03-01'],
  ],
])('acts are put in order %s', (_rule, ...acts) => {
  const events = acts.map(([kind, date]) => anEvent(kind, date));
  expect(orderByTime(events)).toEqual(events);
  expect(orderByTime(events.toReversed())).toEqual(events);
});
