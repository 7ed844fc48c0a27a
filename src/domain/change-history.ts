import { type CalendarDate, FIRST_DAY } from './calendar-date.ts';
import { type Change, type ReleasedAct, releasedOn } from './change.ts';
import { type Pair, partiesOf, type RelationEvent, type StateCode } from './relation-event.ts';
import type { Timeline } from './timeline.ts';

/** A change, and the present timeline of its pair. */
export type ChangeInTimeline = { readonly change: Change; readonly timeline: Timeline };

/** A filter of changes to the data; without fields it selects all. */
export type ChangeFilter = {
  readonly state?: StateCode | undefined;
  readonly pair?: Pair | undefined;
  /** Selects releases from this day on. */
  readonly since?: CalendarDate | undefined;
};

/** Selects changes made by data releases, earliest first, so that later releases only append. */
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

/** Lists the changes to one pair, latest release first. */
export function changesIn(timeline: Timeline): ChangeInTimeline[] {
  return (timeline.changes ?? []).map((change) => ({ change, timeline }));
}

/** Orders changes by release, then pair, then act; no two are equal. */
function compareChanges(one: ChangeInTimeline, other: ChangeInTimeline): number {
  return changeKey(one.change) < changeKey(other.change) ? -1 : 1;
}

/** Returns the permanent key of a change, by which changes are also sorted. */
export function changeKey({ release, pair, before, after }: Change): string {
  return [releaseDay(release), pair, actKey(before), actKey(after)].join(' ');
}

/** Finds the event that a release left; `undefined` once a later release has changed it. */
export function findUnchanged(act: ReleasedAct, { events }: Pick<Timeline, 'events'>): RelationEvent | undefined {
  return events.find(({ kind, date, evidence }) => kind === act.kind && date === act.date && evidence === act.evidence);
}

/**
 * Lists the changes that led to an event as it is now, latest first, as in `timeline.changes`.
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

/** Returns the kind and date under which an act was first published, or today's if another act has those now. */
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
