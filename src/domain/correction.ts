import { addDays, type CalendarDate, dayBeside, firstDayOf, LAST_DAY, lastDayOf } from './calendar-date.ts';
import type { ReleasedAct } from './change.ts';
import type { ChangeInTimeline } from './change-history.ts';
import type { Milestone, Span } from './milestone.ts';
import { compareMilestones, daysShown, follows, milestonesOf, yearsIn } from './milestones-due.ts';
import type { DueFilter } from './preferences.ts';
import type { RelationEvent } from './relation-event.ts';
import { localDate } from './schedule.ts';
import type { Timeline } from './timeline.ts';

/** A change to the data, and the day from which it counts on this stack: digests announce it as of that day. */
export type AppliedChange = ChangeInTimeline & { readonly appliedOn: CalendarDate };

/** A change about which to notify a reader, who was sent the old date of an imminent milestone, or soon would have been. */
export type Correction = AppliedChange & {
  /** The nearest milestone by the new date; absent if none lies ahead. */
  readonly milestone?: Milestone;
};

/** The days within which a milestone makes a change matter, if the reader has no longer lead time. */
const MIN_DAYS_AHEAD = 60;

/** The zone whose clocks are furthest ahead, and how long (ms) a release may take to reach every reader. */
const EARLIEST_ZONE = 'Pacific/Kiritimati';
const MS_TO_APPLY = 3_600_000;

/**
 * Returns the day from which a release applied `at` an instant counts: the first that has not begun anywhere, so that no
 * digest of that day can have gone out without it.
 *
 * @example
 * dayOfRelease(new Date('2026-12-01T08:00:00Z')) // => '2026-12-02'; on Kiritimati it is 22:00 on the 1st
 */
export function dayOfRelease(at: Date): CalendarDate {
  return addDays(localDate(new Date(at.getTime() + MS_TO_APPLY), EARLIEST_ZONE), 1);
}

/**
 * Lists the corrections in the digest that covers the changes of `span`, soonest first: for pairs that the reader follows,
 * if an old or new day of a milestone they want lies ahead, within 60 days or their longest lead time if that is longer.
 */
export function correctionsDue(changes: readonly AppliedChange[], span: Span, filter: DueFilter): Correction[] {
  return [...correctionsIn(changes, span, filter)].sort(soonestFirst).map(({ correction }) => correction);
}

/** Checks whether any correction is due. Stops at the first, as the planner asks for up to a million readers. */
export function isCorrectionDue(changes: readonly AppliedChange[], span: Span, filter: DueFilter): boolean {
  return !correctionsIn(changes, span, filter).next().done;
}

function* correctionsIn(changes: readonly AppliedChange[], span: Span, filter: DueFilter): Generator<Dated> {
  for (const applied of changes) {
    const { appliedOn, change } = applied;
    if (appliedOn < span.from || span.through < appliedOn || !follows(filter, change.pair)) continue;
    const found = toCorrection(applied, filter);
    if (found !== undefined) yield found;
  }
}

type Dated = { readonly correction: Correction; readonly nearest: Milestone };

function toCorrection(applied: AppliedChange, filter: DueFilter): Dated | undefined {
  const { before, after } = findEvents(applied);
  const ahead = daysAhead(applied.appliedOn, filter);
  const [milestone] = after ? milestonesAhead(after, applied.timeline, ahead, filter) : [];
  const [former] = before ? milestonesAhead(before, applied.timeline, ahead, filter) : [];
  const nearest = milestone ?? former;
  return nearest && { nearest, correction: milestone ? { ...applied, milestone } : applied };
}

/** Finds the act as the timeline has it now, and as it was; only kind and date of the latter are on file. */
function findEvents({ change, timeline }: AppliedChange): { before?: RelationEvent; after?: RelationEvent } {
  const isAfter = ({ kind, date }: RelationEvent) => kind === change.after?.kind && date === change.after.date;
  const after = timeline.events.find(isAfter) ?? (change.after && asEvent(change.after));
  const { isDiscontinued } = after ?? {};
  const before = change.before && { ...asEvent(change.before), ...(isDiscontinued && { isDiscontinued }) };
  return { ...(before && { before }), ...(after && { after }) };
}

function asEvent(act: ReleasedAct): RelationEvent {
  return { ...act, sources: [], alternatives: [] };
}

function daysAhead(from: CalendarDate, { leadTimes }: DueFilter): Span {
  return { from, through: dayBeside(from, Math.max(MIN_DAYS_AHEAD, ...leadTimes)) ?? LAST_DAY };
}

/** Finds the milestones ahead; a month or a year counts while any of its days lies ahead. */
function milestonesAhead(event: RelationEvent, timeline: Timeline, ahead: Span, filter: DueFilter): Milestone[] {
  const found = [...milestonesOf({ timeline, event }, yearsIn(ahead), filter, daysShown)];
  return found
    .filter(({ date }) => ahead.from <= lastDayOf(date) && firstDayOf(date) <= ahead.through)
    .sort(compareMilestones);
}

function soonestFirst(one: Dated, other: Dated): number {
  return compareMilestones(one.nearest, other.nearest);
}
