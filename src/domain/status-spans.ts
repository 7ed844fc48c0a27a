import { firstDayOf, type PartialDate } from './calendar-date.ts';
import { type RelationStatus, statusAfter, type Timeline } from './timeline.ts';

/** A period with one status of relations; open-ended without `until`. */
export type StatusSpan = {
  readonly status: Exclude<RelationStatus, 'none'>;
  readonly from: PartialDate;
  readonly until?: PartialDate;
  /** Set if it is over, but its end is not on file. */
  readonly endsUndated?: true;
};

/**
 * Lists the spans in which relations were in force, broken off or suspended, in order; none before the first act or
 * after the end of a party. A settled status without a date has no span: it leaves the end of the last one undated.
 *
 * @example
 * // China and Lesotho: established 1983-04-30, severed 1990-04-07, resumed 1994-01-12
 * statusSpans(chinaLesotho)
 * // => [{ status: 'in force', from: '1983-04-30', until: '1990-04-07' }, { status: 'severed', … }, { status: 'in force', from: '1994-01-12' }]
 */
export function statusSpans({ events, ended, settled }: Timeline): StatusSpan[] {
  const isBefore = (date: PartialDate) => ended === undefined || firstDayOf(date) < firstDayOf(ended);
  const changes: Pick<StatusSpan, 'status' | 'from'>[] = [];
  for (const event of events) {
    const status = statusAfter(event);
    if (status === undefined || status === changes.at(-1)?.status || !isBefore(event.date)) continue;
    changes.push({ status, from: event.date });
  }
  const last = changes.at(-1);
  const isSettled = settled !== undefined && settled.status !== last?.status && isLatest(settled.since, last?.from);
  if (isSettled && settled.since !== undefined && settled.status !== 'none')
    changes.push({ status: settled.status, from: settled.since });
  return changes.map((change, index) => {
    const until = changes[index + 1]?.from ?? ended ?? (isSettled && change === last ? settled.since : undefined);
    if (until !== undefined) return { ...change, until };
    return isSettled && change === last ? { ...change, endsUndated: true } : change;
  });
}

function isLatest(since: PartialDate | undefined, last: PartialDate | undefined): boolean {
  return since === undefined || last === undefined || firstDayOf(last) <= firstDayOf(since);
}
