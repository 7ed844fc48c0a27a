import { precisionOf } from '../domain/calendar-date.ts';
import type { LeapDayRule, Milestone } from '../domain/milestone.ts';
import { otherCounts } from '../domain/other-counts.ts';
import { partiesOf } from '../domain/relation-event.ts';

export type AnniversaryRecord = ReturnType<typeof anniversaryRecord>;

/**
 * A milestone as programs read it. `date` and `origin` are as precise as the source, `2024-04` for a month;
 * `otherCounts` are the other beginnings in the same timeline, with their own anniversary in that year.
 */
export function anniversaryRecord(milestone: Milestone, leapDay: LeapDayRule) {
  const { timeline, event, years, date } = milestone;
  return {
    pair: timeline.pair,
    parties: partiesOf(timeline.pair),
    kind: event.kind,
    years,
    date,
    precision: precisionOf(date),
    origin: event.date,
    standing: event.standing,
    alternatives: event.alternatives,
    sources: event.sources,
    otherCounts: otherCounts(milestone, leapDay),
    note: event.note,
  };
}
