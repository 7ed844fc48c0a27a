import { type CalendarDate, firstDayOf, type PartialDate } from './calendar-date.ts';
import type { Change } from './change.ts';
import { agreedDate } from './days-given.ts';
import type { Pair, RelationEvent } from './relation-event.ts';

/** All events of a pair in the order in which they happened, as `data/events.csv` lists them. */
export type Timeline = {
  readonly pair: Pair;
  readonly events: readonly RelationEvent[];
  /** When one of the parties ceased to exist; absent while both exist. */
  readonly ended?: PartialDate;
  /** The editors' reasons for deciding where the general rule lacks a fact. */
  readonly rulings?: readonly string[];
  /** The changes to the pair by data releases, latest first. */
  readonly changes?: readonly Change[];
  /** A status known without a dated act. It holds until a later act. */
  readonly settled?: StatusSince;
};

/** The statuses of relations on a day: none, in force, broken off, or suspended. */
export const relationStatuses = ['none', 'in force', 'severed', 'suspended'] as const;
export type RelationStatus = (typeof relationStatuses)[number];

/** A status, and since when, if that is on file. */
export type StatusSince = { readonly status: RelationStatus; readonly since?: PartialDate };

/** A status known without a dated act: a row of `data/status.csv`. Without `since`: since some day after the latest act. */
export type SettledStatus = StatusSince & {
  readonly pair: Pair;
  readonly reason: string;
  /** A web address or a key of `data/sources.csv`; empty for common knowledge. */
  readonly source: string;
};

/** Returns the status after an act; recognition, consular relations and acts of a discontinued predecessor change nothing. */
export function statusAfter({
  kind,
  manner,
  isDiscontinued,
}: RelationEvent): Exclude<RelationStatus, 'none'> | undefined {
  if (isDiscontinued || kind === 'recognised' || kind === 'consular') return undefined;
  if (kind !== 'severed') return 'in force';
  return manner === 'suspended' || manner === 'frozen' ? 'suspended' : 'severed';
}

/**
 * Returns the status of the pair at the end of `day`, and since when. A month or a year counts from its first day; a
 * state that has ended has no relations. Relations count from their latest beginning: a second establishment or a
 * resumption starts them anew, whether or not the lapse is on file. For an uncertain date, `since` is the agreed part.
 *
 * @example
 * // China and Lesotho: established 1983-04-30, severed 1990-04-07, resumed 1994-01-12
 * statusSinceOn(chinaLesotho, '1992-01-01') // => { status: 'severed', since: '1990-04-07' }
 */
export function statusSinceOn(timeline: Timeline, day: CalendarDate): StatusSince {
  const { events, settled, ended } = timeline;
  if (ended !== undefined && hasEndedBy(timeline, day)) return { status: 'none', since: ended };
  const last = events.findLastIndex((event) => isBy(event, day) && statusAfter(event) !== undefined);
  if (settled !== undefined && isSettledOn(timeline, settled, day)) return settled;
  const change = events[last];
  const status = change && statusAfter(change);
  if (status === undefined) return { status: 'none' };
  const ofSpan = events.slice(0, last + 1);
  const since = status === 'in force' ? findBeginning(ofSpan) : firstOfRun(ofSpan, status);
  const agreed = since && agreedDate(since);
  return agreed === undefined ? { status } : { status, since: agreed };
}

export function statusOn(timeline: Timeline, day: CalendarDate): RelationStatus {
  return statusSinceOn(timeline, day).status;
}

/** Checks whether relations that once began are no longer in force on `day`: broken off, suspended, or a party has ended. */
export function isBrokenOffOn(timeline: Timeline, day: CalendarDate): boolean {
  if (hasEndedBy(timeline, day)) return true;
  const status = statusOn(timeline, day);
  return status === 'none' ? timeline.settled?.status === 'none' && hasBegunBy(timeline, day) : status !== 'in force';
}

/** Checks whether a settled status applies. A later act overrides it; without a date it applies from the latest act on, unless that act gives it. */
function isSettledOn({ events }: Timeline, { status, since }: StatusSince, day: CalendarDate): boolean {
  const latest = events.findLast((event) => statusAfter(event) !== undefined);
  if (since === undefined) return latest === undefined || (isBy(latest, day) && statusAfter(latest) !== status);
  return firstDayOf(since) <= day && (latest === undefined || firstDayOf(latest.date) <= firstDayOf(since));
}

function hasBegunBy({ events }: Timeline, day: CalendarDate): boolean {
  return events.some((event) => isBy(event, day) && statusAfter(event) !== undefined);
}

/** Finds the latest establishment or resumption not followed by a break or, if only upgrades are on file, the first of them. */
function findBeginning(events: readonly RelationEvent[]): RelationEvent | undefined {
  const inForce = lastRun(events, 'in force');
  return inForce.findLast(({ kind }) => kind !== 'upgraded') ?? inForce[0];
}

function firstOfRun(events: readonly RelationEvent[], status: RelationStatus): RelationEvent | undefined {
  return lastRun(events, status)[0];
}

/** Returns the final run of acts that lead to this status. */
function lastRun(events: readonly RelationEvent[], status: RelationStatus): readonly RelationEvent[] {
  const changes = events.filter((event) => statusAfter(event) !== undefined);
  return changes.slice(changes.findLastIndex((event) => statusAfter(event) !== status) + 1);
}

function isBy({ date }: RelationEvent, day: CalendarDate): boolean {
  return firstDayOf(date) <= day;
}

function hasEndedBy({ ended }: Timeline, day: CalendarDate): boolean {
  return ended !== undefined && firstDayOf(ended) <= day;
}
