import { type PartialDate, yearOf } from './calendar-date.ts';
import { isUncertain } from './days-given.ts';
import { daysObserved, type ObservedDay } from './days-observed.ts';
import { type LeapDayRule, type Milestone, observedIn } from './milestone.ts';
import { defaultKinds, type EventKind } from './relation-event.ts';

/** Another beginning in the same timeline, and its anniversary in the year of a milestone. */
export type OtherCount = {
  readonly kind: EventKind;
  readonly origin: PartialDate;
  readonly years: number;
  readonly date: PartialDate;
  /** If the date is disputed or unconfirmed: every day from which it may be counted, with its anniversary. */
  readonly days?: readonly Pick<ObservedDay, 'origin' | 'date'>[];
};

/**
 * Lists the other ways to count the years of the same relations, oldest first, so that readers do not confuse them with
 * the milestone. Leaves out acts of discontinued predecessors.
 *
 * @example
 * // China and Lesotho: established 1983-04-30, severed 1990-04-07, resumed 1994-01-12
 * otherCounts(resumptionIn2024, 'feb28')
 * // => [{ kind: 'established', origin: '1983-04-30', years: 41, date: '2024-04-30' }]
 */
export function otherCounts({ timeline, event, date }: Milestone, leapDay: LeapDayRule): OtherCount[] {
  const beginnings: readonly EventKind[] = defaultKinds;
  return timeline.events
    .filter((other) => other !== event && beginnings.includes(other.kind) && !other.isDiscontinued)
    .filter((other) => yearOf(other.date) < yearOf(date))
    .map((other) => {
      const years = yearOf(date) - yearOf(other.date);
      return {
        kind: other.kind,
        origin: other.date,
        years,
        date: observedIn(yearOf(date), other.date, leapDay),
        ...(isUncertain(other) && { days: daysObserved({ event: other, years }, leapDay).map(withoutSources) }),
      };
    });
}

function withoutSources({ origin, date }: ObservedDay): Pick<ObservedDay, 'origin' | 'date'> {
  return { origin, date };
}
