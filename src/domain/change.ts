import { type CalendarDate, type PartialDate, parseCalendarDate } from './calendar-date.ts';
import type { EventKind, Evidence, Pair } from './relation-event.ts';

/**
 * The day of a release; `undefined` if the name is none.
 *
 * @example
 * releasedOn('2026.12.1') // => '2026-12-01'
 */
export function releasedOn(release: string): CalendarDate | undefined {
  if (!/^\d{4}\.[1-9]\d?\.[1-9]\d?$/.test(release)) return undefined;
  return parseCalendarDate(
    release
      .split('.')
      .map((part) => part.padStart(2, '0'))
      .join('-'),
  );
}

/** The name of the release that is made on a day. */
export function formatRelease(day: CalendarDate): string {
  return day.split('-').map(Number).join('.');
}

/** An act as of a release. */
export type ReleasedAct = {
  readonly kind: EventKind;
  readonly date: PartialDate;
  readonly evidence: Evidence;
};

/** How an act differs from the last release. `evidence`: only that its date has become disputed, or is so no more. */
export const changeSorts = ['new', 'gone', 'day', 'kind', 'evidence'] as const;
export type ChangeSort = (typeof changeSorts)[number];

/** A change of what the data says of an act: a row of `data/changes.csv`. */
export type Change = {
  /** The data release that made it, named for its day: `2026.12.1`. */
  readonly release: string;
  readonly pair: Pair;
  /** Absent where the act is new. */
  readonly before?: ReleasedAct;
  /** Absent where the act is gone. */
  readonly after?: ReleasedAct;
  readonly what: ChangeSort;
  /** Why, in our own words. */
  readonly reason: string;
  /** Keys of `data/sources.csv` that decided it. */
  readonly sources: readonly string[];
};
