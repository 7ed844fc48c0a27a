import { precisionOf } from '../domain/calendar-date.ts';
import { daysObserved } from '../domain/days-observed.ts';
import type { LeapDayRule, Milestone } from '../domain/milestone.ts';
import { otherCounts } from '../domain/other-counts.ts';
import { partiesOf, type RelationEvent } from '../domain/relation-event.ts';

export type AnniversaryRecord = ReturnType<typeof anniversaryRecord>;

/**
 * Builds the API's record of a milestone on one of its `days`. `date` and `origin` are as precise as the source (`2024-04`
 * for a month); `otherCounts` are the other beginnings in the same timeline, with their own anniversary in that year.
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
    days: daysObserved(milestone, leapDay),
    otherCounts: otherCounts(milestone, leapDay),
    ...supportRecord(event),
  };
}

/** Builds the record of an event's evidence, sources and circumstances. */
export function supportRecord(event: RelationEvent) {
  return {
    evidence: event.evidence,
    ...(event.confidence && { confidence: event.confidence }),
    alternatives: event.alternatives,
    sources: event.sources,
    cited: event.cited ?? [],
    as: event.as ?? [],
    ...(event.isDiscontinued && { isDiscontinued: event.isDiscontinued }),
    ...(event.by && { by: event.by }),
    ...(event.level && { level: event.level }),
    ...(event.manner && { manner: event.manner }),
    doubts: event.doubts ?? [],
    ...(event.tag && { tag: event.tag }),
    ...(event.remark && { remark: event.remark }),
  };
}
