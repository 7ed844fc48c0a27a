import type { ReleasedAct } from '../domain/change.ts';
import { type ChangeInTimeline, findUnchanged } from '../domain/change-history.ts';
import { daysGiven } from '../domain/days-given.ts';
import type { Timeline } from '../domain/timeline.ts';

/** Builds the API's record of a change: its acts with all their days. */
export function changeRecord({ change, timeline }: ChangeInTimeline) {
  const { before, after } = change;
  return {
    ...change,
    ...(before && { before: actRecord(before, timeline) }),
    ...(after && { after: actRecord(after, timeline) }),
  };
}

/** Builds the record of an act. If it has changed since the release, only its date is on file. */
function actRecord(act: ReleasedAct, timeline: Timeline) {
  const event = findUnchanged(act, timeline);
  return { ...act, ...(event && { days: daysGiven(event) }) };
}
