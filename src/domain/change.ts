import { type CalendarDate, type PartialDate, parseCalendarDate } from './calendar-date.ts';
import type { EventKind, Evidence, Pair } from './relation-event.ts';

/**
 * Parses the name of a release into its day; `undefined` if malformed.
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

/** Returns the name of the release of a day. */
export function formatRelease(day: CalendarDate): string {
  return day.split('-').map(Number).join('.');
}

/** An act as of a release. */
export type ReleasedAct = {
  readonly kind: EventKind;
  readonly date: PartialDate;
  readonly evidence: Evidence;
};

/** The ways in which an act differs from the last release. `evidence`: only whether its date is disputed. */
export const changeSorts = ['new', 'gone', 'day', 'kind', 'evidence'] as const;
export type ChangeSort = (typeof changeSorts)[number];

/** A change to what the data says about an act: a row of `data/changes.csv`. */
export type Change = {
  /** The data release that made it, named after its day: `2026.12.1`. */
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
