import { type CalendarDate, firstDayOf, type PartialDate } from './calendar-date.ts';
import type { EventKind, Pair, RelationEvent } from './relation-event.ts';

/** All events of a pair in the order in which they happened, as `data/events.csv` lists them. */
export type Timeline = {
  readonly pair: Pair;
  readonly events: readonly RelationEvent[];
  /** When one of the parties ceased to exist; absent while both do. */
  readonly ended?: PartialDate;
  /** Why the editors decided where the general rule cannot know. */
  readonly rulings?: readonly string[];
};

/** How two states stand to each other on a day: without relations, in relations, or after a break. */
export const relationStatuses = ['none', 'in force', 'severed'] as const;
export type RelationStatus = (typeof relationStatuses)[number];

export const settledStatuses = ['none', 'in force', 'severed', 'suspended'] as const;

/** A status that no dated act can say: a row of `data/status.csv`. */
export type SettledStatus = {
  readonly pair: Pair;
  readonly status: (typeof settledStatuses)[number];
  /** Since when it holds; absent: since some day after the latest act. */
  readonly since?: PartialDate;
  readonly reason: string;
  /** A web address or a key of `data/sources.csv`; empty for common knowledge. */
  readonly source: string;
};

/** What an act makes of the relations; recognition and consular relations leave them as they are. */
export const statusAfter: Partial<Record<EventKind, Exclude<RelationStatus, 'none'>>> = {
  established: 'in force',
  upgraded: 'in force',
  resumed: 'in force',
  severed: 'severed',
};

/**
 * The status of the pair at the end of `day`. A month or a year counts from its first day; a state that
 * has ended has relations with nobody.
 *
 * @example
 * // China and Lesotho: established 1983-04-30, severed 1990-04-07, resumed 1994-01-12
 * statusOn(chinaLesotho, '1992-01-01') // => 'severed'
 */
export function statusOn(timeline: Timeline, day: CalendarDate): RelationStatus {
  if (hasEndedBy(timeline, day)) return 'none';
  const change = timeline.events.findLast((event) => event.kind in statusAfter && firstDayOf(event.date) <= day);
  return (change && statusAfter[change.kind]) ?? 'none';
}

/** Whether relations that once began are no more in force on `day`: broken off, or one of the parties has ended. */
export function isBrokenOffOn(timeline: Timeline, day: CalendarDate): boolean {
  return hasEndedBy(timeline, day) || statusOn(timeline, day) === 'severed';
}

function hasEndedBy({ ended }: Timeline, day: CalendarDate): boolean {
  return ended !== undefined && firstDayOf(ended) <= day;
}
