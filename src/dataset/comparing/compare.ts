import { dayNumber, firstDayOf, type PartialDate } from '../../domain/calendar-date.ts';
import { type EventKind, pairOf, type RelationEvent, type StateCode } from '../../domain/relation-event.ts';
import type { Timeline } from '../../domain/timeline.ts';
import type { ListedAct } from './own-list.ts';

export const findings = ['agrees', 'differs', 'new'] as const;

/** A line of a ministry's list, compared with what is on file. */
export type Compared = ListedAct & {
  readonly finding: (typeof findings)[number];
  /** The nearest act on file; absent if no act is of its kind. */
  readonly onFile?: RelationEvent;
  /** Sources on file that give the listed date, although it was not chosen. */
  readonly alsoGivenBy: readonly string[];
};

/** The kinds that count as one, as ministries use established, renewed and resumed for the same beginning. */
const beginnings: readonly EventKind[] = ['established', 'resumed', 'upgraded'];

/**
 * Compares the list of `state` with the timelines. A line agrees if an act on file has its date or a finer form of it; it
 * differs if an act of its kind is on file to which no other line of the list applies.
 *
 * @example
 * // Latvia and Bulgaria resumed relations on 10 September 1991
 * compareList([{ line: 7, partner: 'BG', kind: 'established', date: '1991-09' }], 'LV', [bulgariaLatvia])
 * // => [{ line: 7, …, finding: 'agrees', onFile: resumption, alsoGivenBy: [] }]
 */
export function compareList(acts: readonly ListedAct[], state: StateCode, timelines: readonly Timeline[]): Compared[] {
  const eventsByPair = new Map(timelines.map(({ pair, events }) => [pair, events]));
  return acts.map((act) => {
    const listed = acts.filter(({ partner }) => partner === act.partner);
    return compareAct(act, listed, eventsByPair.get(pairOf(state, act.partner)) ?? []);
  });
}

function compareAct(act: ListedAct, listed: readonly ListedAct[], events: readonly RelationEvent[]): Compared {
  const agreeing = events.find((event) => agrees(act, event));
  if (agreeing) return { ...act, finding: 'agrees', onFile: agreeing, alsoGivenBy: [] };
  const [nearest] = events
    .filter((event) => isOfKind(act, event) && !listed.some((other) => agrees(other, event)))
    .sort((one, other) => distance(one.date, act.date) - distance(other.date, act.date));
  const alsoGivenBy = [...new Set(events.flatMap((event) => findSources(event, act.date)))];
  return nearest === undefined
    ? { ...act, finding: 'new', alsoGivenBy }
    : { ...act, finding: 'differs', onFile: nearest, alsoGivenBy };
}

function agrees(act: ListedAct, event: RelationEvent): boolean {
  return isOfKind(act, event) && event.date.startsWith(act.date);
}

function isOfKind(act: ListedAct, { kind }: RelationEvent): boolean {
  return kind === act.kind || (beginnings.includes(kind) && beginnings.includes(act.kind));
}

function findSources({ alternatives }: RelationEvent, date: PartialDate): readonly string[] {
  return alternatives.filter((other) => other.date === date).flatMap(({ sources }) => sources);
}

function distance(one: PartialDate, other: PartialDate): number {
  return Math.abs(dayNumber(firstDayOf(one)) - dayNumber(firstDayOf(other)));
}
