import { type CalendarDate, FIRST_DAY } from './calendar-date.ts';
import { type Change, type ReleasedAct, releasedOn } from './change.ts';
import { type Pair, partiesOf, type RelationEvent, type StateCode } from './relation-event.ts';
import type { Timeline } from './timeline.ts';

/** A change, and the timeline of its pair as it stands now. */
export type ChangeInTimeline = { readonly change: Change; readonly timeline: Timeline };

/** Selects changes of the data; empty: all. */
export type ChangeFilter = {
  readonly state?: StateCode | undefined;
  readonly pair?: Pair | undefined;
  /** Those of releases from this day on. */
  readonly since?: CalendarDate | undefined;
};

/** The changes that data releases made, the earliest first: later releases only add to the end. */
export function selectChanges(
  timelines: readonly Timeline[],
  { state, pair, since }: ChangeFilter,
): ChangeInTimeline[] {
  return timelines
    .filter((timeline) => pair === undefined || timeline.pair === pair)
    .filter((timeline) => state === undefined || partiesOf(timeline.pair).includes(state))
    .flatMap(changesIn)
    .filter(({ change }) => since === undefined || releaseDay(change.release) >= since)
    .sort(compareChanges);
}

/** The changes of one pair, the latest release first. */
export function changesIn(timeline: Timeline): ChangeInTimeline[] {
  return (timeline.changes ?? []).map((change) => ({ change, timeline }));
}

/** The earliest release first, in it by pair and act. No two changes have the same place. */
function compareChanges(one: ChangeInTimeline, other: ChangeInTimeline): number {
  return changeKey(one.change) < changeKey(other.change) ? -1 : 1;
}

/** Names a change for ever, and says where it stands in the order. */
export function changeKey({ release, pair, before, after }: Change): string {
  return [releaseDay(release), pair, actKey(before), actKey(after)].join(' ');
}

/** The event that is still as a release left it; `undefined` once a later one has changed it. */
export function findUnchanged(act: ReleasedAct, { events }: Pick<Timeline, 'events'>): RelationEvent | undefined {
  return events.find(({ kind, date, evidence }) => kind === act.kind && date === act.date && evidence === act.evidence);
}

/**
 * The changes that made an event what it is, the latest first; `changes` of the timeline are in that order.
 *
 * @example
 * traceHistory(timeline, establishedOnThe12th) // => [the change from the 21st to the 12th]
 */
export function traceHistory({ changes = [] }: Timeline, { kind, date }: RelationEvent): readonly Change[] {
  let act: Pick<ReleasedAct, 'kind' | 'date'> | undefined = { kind, date };
  return changes.filter(({ after, before }) => {
    if (act === undefined || after?.kind !== act.kind || after.date !== act.date) return false;
    act = before;
    return true;
  });
}

/** The kind and date under which an act was first given; those of today where another act has them now. */
export function firstGiven(timeline: Timeline, event: RelationEvent): Pick<RelationEvent, 'kind' | 'date'> {
  const earliest = traceHistory(timeline, event).at(-1);
  const { kind, date } = earliest?.before ?? earliest?.after ?? event;
  const isTaken = timeline.events.some((other) => other.kind === kind && other.date === date);
  return isTaken ? event : { kind, date };
}

function releaseDay(release: string): CalendarDate {
  return releasedOn(release) ?? FIRST_DAY;
}

function actKey(act: ReleasedAct | undefined): string {
  return act === undefined ? '-' : `${act.kind} ${act.date}`;
}
