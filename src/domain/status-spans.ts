import { firstDayOf, type PartialDate } from './calendar-date.ts';
import { type RelationStatus, statusAfter, type Timeline } from './timeline.ts';

/** A time in which two states stood to each other in one way; without an end it lasts. */
export type StatusSpan = {
  readonly status: Exclude<RelationStatus, 'none'>;
  readonly from: PartialDate;
  readonly until?: PartialDate;
};

/**
 * When relations were in force and when they were broken off, in order; before the first and after the end of a party there were none.
 *
 * @example
 * // China and Lesotho: established 1983-04-30, severed 1990-04-07, resumed 1994-01-12
 * statusSpans(chinaLesotho)
 * // => [{ status: 'in force', from: '1983-04-30', until: '1990-04-07' }, { status: 'severed', … }, { status: 'in force', from: '1994-01-12' }]
 */
export function statusSpans({ events, ended }: Timeline): StatusSpan[] {
  const isBefore = (date: PartialDate) => ended === undefined || firstDayOf(date) < firstDayOf(ended);
  const changes: Pick<StatusSpan, 'status' | 'from'>[] = [];
  for (const { kind, date } of events) {
    const status = statusAfter[kind];
    if (status === undefined || status === changes.at(-1)?.status || !isBefore(date)) continue;
    changes.push({ status, from: date });
  }
  return changes.map((change, index) => {
    const until = changes[index + 1]?.from ?? ended;
    return until === undefined ? change : { ...change, until };
  });
}
