import { type CalendarDate, firstDayOf, type PartialDate, yearOf } from './calendar-date.ts';
import { dayKeyOf, dayKeysOf } from './day-key.ts';
import { daysCounted, earliestDay, isUncertain } from './days-given.ts';
import { type DueMilestone, isMilestone, type Milestone, observedIn, type Span, spanLater } from './milestone.ts';
import type { DueFilter, MilestoneFilter } from './preferences.ts';
import { type Pair, partiesOf, type RelationEvent } from './relation-event.ts';
import { isBrokenOffOn, type Timeline } from './timeline.ts';

/**
 * Lists the milestones in the span, on each of their possible days, for pages, calendars and lists. A month or a year
 * counts on its first day. Soonest first, and on one day the longest relations first.
 */
export function milestonesBetween(timelines: readonly Timeline[], span: Span, filter: MilestoneFilter): Milestone[] {
  const keys = new Set(dayKeysOf(span));
  const found: Milestone[] = [];
  const daysIn = (event: RelationEvent) => daysShown(event).filter((day) => keys.has(dayKeyOf(day)));
  for (const milestone of milestonesIn(timelines, yearsIn(span), filter, daysIn)) {
    const day = firstDayOf(milestone.date);
    if (span.from <= day && day <= span.through) found.push(milestone);
  }
  return found.sort(compareMilestones);
}

/**
 * Lists the milestones to announce in the digest that covers `span`: those for which one of the lead times, counted back
 * from their earliest day, falls in the span. A milestone due at several lead times at once appears once, with the
 * longest. Soonest first, and on one day the longest relations first.
 *
 * @example
 * // China and Lesotho resumed relations on 12 January 1994
 * milestonesDue([chinaLesotho], { from: '2024-01-05', through: '2024-01-05' }, { ...fives, leadTimes: [30, 7, 0] })
 * // => [{ timeline: chinaLesotho, event: resumption, years: 30, date: '2024-01-12', leadTime: 7 }]
 */
export function milestonesDue(timelines: readonly Timeline[], span: Span, filter: DueFilter): DueMilestone[] {
  const windows = [...filter.leadTimes].sort(descending).flatMap((leadTime) => windowAhead(span, leadTime));
  const years = [...new Set(windows.flatMap(yearsIn))];
  const keys = new Set(windows.flatMap(dayKeysOf));
  const found: DueMilestone[] = [];
  const earliestDue = (event: RelationEvent) => [earliestDay(event)].filter((day) => keys.has(dayKeyOf(day)));
  for (const milestone of milestonesIn(timelines, years, filter, earliestDue)) {
    const day = firstDayOf(milestone.date);
    const window = windows.find(({ from, through }) => from <= day && day <= through);
    if (window !== undefined) found.push({ ...milestone, leadTime: window.leadTime });
  }
  return found.sort(compareMilestones);
}

/**
 * Yields the milestones in these years that pass the filter; all filtering happens here. Leaves out acts of
 * discontinued predecessors unless the filter includes them. `daysOf` selects the days of an event from which to count:
 * by default the earliest.
 */
export function* milestonesIn(
  timelines: readonly Timeline[],
  years: readonly number[],
  filter: MilestoneFilter,
  daysOf: (event: RelationEvent) => readonly PartialDate[] = (event) => [earliestDay(event)],
): Generator<Milestone> {
  for (const timeline of timelines) {
    if (!follows(filter, timeline.pair)) continue;
    for (const event of timeline.events) yield* milestonesOf({ timeline, event }, years, filter, daysOf);
  }
}

/** Yields the milestones of one event that pass the filter, whether or not the reader follows the pair. */
export function* milestonesOf(
  { timeline, event }: Pick<Milestone, 'timeline' | 'event'>,
  years: readonly number[],
  filter: MilestoneFilter,
  daysOf: (event: RelationEvent) => readonly PartialDate[],
): Generator<Milestone> {
  if (!isWanted(event, filter)) return;
  for (const day of daysOf(event)) yield* countedFrom(day, { timeline, event }, years, filter);
}

function* countedFrom(
  day: PartialDate,
  { timeline, event }: Pick<Milestone, 'timeline' | 'event'>,
  years: readonly number[],
  { policy, leapDay, includeSevered }: MilestoneFilter,
): Generator<Milestone> {
  for (const year of years) {
    const number = year - yearOf(day);
    if (!isMilestone(policy, number)) continue;
    const date = observedIn(year, day, leapDay);
    if (!includeSevered && isSilenced(event, timeline, firstDayOf(date))) continue;
    yield { timeline, event, years: number, date };
  }
}

/** Checks whether a reader with this filter follows the pair; without states and pairs they follow the whole world. */
export function follows({ states, pairs }: Pick<MilestoneFilter, 'states' | 'pairs'>, pair: Pair): boolean {
  if (states.length === 0 && pairs.length === 0) return true;
  const [one, other] = partiesOf(pair);
  return pairs.includes(pair) || states.includes(one) || states.includes(other);
}

/** Lists the days to show for one count; omits 29 February beside 28 February or 1 March, on which it may be observed. */
export function daysShown(event: RelationEvent): readonly PartialDate[] {
  if (!isUncertain(event)) return [event.date];
  const days = daysCounted(event).map(({ date }) => date);
  return days.filter((day) => !day.endsWith('-02-29') || days.every((other) => !/-02-28|-03-01/.test(other)));
}

type Window = Span & { readonly leadTime: number };

function windowAhead(span: Span, leadTime: number): Window[] {
  const later = spanLater(span, leadTime);
  return later === undefined ? [] : [{ ...later, leadTime }];
}

export function yearsIn({ from, through }: Span): number[] {
  return Array.from({ length: yearOf(through) - yearOf(from) + 1 }, (_, index) => yearOf(from) + index);
}

function isWanted({ kind, isDiscontinued }: RelationEvent, { kinds, includeDiscontinued }: MilestoneFilter): boolean {
  return kinds.includes(kind) && (!isDiscontinued || includeDiscontinued === true);
}

/** Checks whether a break silences a milestone. That of the break itself stays, as it is no celebration. */
function isSilenced(event: RelationEvent, timeline: Timeline, day: CalendarDate): boolean {
  return event.kind !== 'severed' && isBrokenOffOn(timeline, day);
}

function descending(one: number, other: number): number {
  return other - one;
}

/** The unique key by which milestones are sorted. */
export type SortKey = Pick<Milestone, 'years' | 'date'> & {
  readonly timeline: Pick<Timeline, 'pair'>;
  readonly event: Pick<RelationEvent, 'kind' | 'date'>;
};

/** Orders milestones soonest first, and on one day by longest relations; a month and a year come after their first day. */
export function compareMilestones(one: SortKey, other: SortKey): number {
  return (
    compare(firstDayOf(one.date), firstDayOf(other.date)) ||
    other.date.length - one.date.length ||
    other.years - one.years ||
    compare(one.timeline.pair, other.timeline.pair) ||
    compare(one.event.kind, other.event.kind) ||
    compare(one.event.date, other.event.date)
  );
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
