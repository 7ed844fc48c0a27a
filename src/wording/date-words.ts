import { isDay, type PartialDate } from '../domain/calendar-date.ts';
import { daysGiven, type GivenDay, isUncertain } from '../domain/days-given.ts';
import { daysObserved } from '../domain/days-observed.ts';
import type { LeapDayRule, Milestone } from '../domain/milestone.ts';
import type { RelationEvent, StateCode } from '../domain/relation-event.ts';
import { type Source, stateOfList } from '../domain/source.ts';
import type { Catalogue } from './catalogue.ts';
import { isolated } from './isolation.ts';

export type Sources = ReadonlyMap<Source['id'], Source>;

export type Following = {
  readonly leapDay: LeapDayRule;
  readonly sources: Sources;
  /** The states that the reader follows; a day that one of them gives comes first. */
  readonly states?: readonly StateCode[];
};

/** The order of days; by time without sources and states. */
type Order = Pick<Following, 'leapDay' | 'states'> & { readonly sources?: Sources };

/** Lists the days of an act, in the order to show them. */
export function datesOf(event: RelationEvent): PartialDate[] {
  return daysGiven(event).map(({ date }) => date);
}

/** Says briefly when a milestone falls, for a subject or a title. Never shows an uncertain day alone. */
export function whenWords(milestone: Milestone, reading: Order, { dates }: Pick<Catalogue, 'dates'>): string {
  const { event, date } = milestone;
  if (!isUncertain(event)) return dates.date(date);
  const days = followedFirst(daysObserved(milestone, reading.leapDay), reading).map((day) => day.date);
  return uncertainWords(days, event, dates);
}

/** Says briefly when an act took place. Never shows an uncertain day alone. */
export function whenActedWords(event: RelationEvent, { dates }: Pick<Catalogue, 'dates'>): string {
  return isUncertain(event) ? uncertainWords(datesOf(event), event, dates) : dates.date(event.date);
}

function uncertainWords(days: readonly PartialDate[], event: RelationEvent, dates: Catalogue['dates']): string {
  const [first = event.date, ...others] = days;
  if (others.length > 0) return dates.either(days);
  return dates.choice([
    { text: dates.date(first), by: dates.doubts[event.evidence === 'disputed' ? 'disputed' : 'unconfirmed'] },
  ]);
}

/** Writes the line on when a milestone is observed: every possible day with its sources. */
export function observedWords(milestone: Milestone, reading: Following, wording: Catalogue): string {
  const { event, date } = milestone;
  const { dates } = wording;
  if (!isUncertain(event)) return dates.observed(date);
  const observed = daysObserved(milestone, reading.leapDay);
  const counted = new Set(observed.map(({ origin }) => origin));
  const elsewhere = daysGiven(event).filter((day) => !counted.has(day.date));
  return givenWords(
    [
      ...followedFirst(observed, reading).map(({ date: day, sources }, index) => ({
        text: index === 0 ? dates.observed(day) : withinLine(day, dates),
        sources,
      })),
      ...elsewhere.map((day) => ({ text: dates.countedFrom(day.date), sources: day.sources })),
    ],
    event,
    { reading, wording },
  );
}

/** Writes a date for use within a line, in lower case: in most languages no weekday or preposition has a capital there. */
function withinLine(date: PartialDate, { dayWithWeekday, observed }: Catalogue['dates']): string {
  return isDay(date) ? dayWithWeekday(date) : observed(date).replace(/^./u, (initial) => initial.toLowerCase());
}

/** Writes the date of an act: every day on file with its sources. */
export function actDateWords(event: RelationEvent, reading: Pick<Following, 'sources'>, wording: Catalogue): string {
  if (!isUncertain(event)) return wording.dates.date(event.date);
  const days = daysGiven(event).map((day) => ({ text: wording.dates.date(day.date), sources: day.sources }));
  return givenWords(days, event, { reading, wording });
}

type Given = { readonly text: string; readonly sources: readonly string[] };
type Setting = { readonly reading: Pick<Following, 'sources'>; readonly wording: Catalogue };

function givenWords(days: readonly Given[], { evidence }: RelationEvent, { reading, wording }: Setting): string {
  const { doubts, choice } = wording.dates;
  const [only, ...others] = days;
  if (only !== undefined && others.length === 0)
    return choice([{ text: only.text, by: evidence === 'disputed' ? doubts.disputed : doubts.unconfirmed }]);
  return choice(days.map(({ text, sources }) => ({ text, by: giverWords(sources, reading.sources, wording) })));
}

/** Names the sources of a day: governments by their states; the encyclopedia's lists and others only if there is no better one. */
function giverWords(ids: readonly string[], sources: Sources, { dates, names }: Catalogue): string {
  const governments = once(ids.flatMap((id) => sources.get(id)?.government ?? []));
  const lists = once(ids.flatMap((id) => stateOfList(id) ?? []));
  const others = ids.filter((id) => stateOfList(id) === undefined && sources.get(id)?.government === undefined);
  const publishers =
    governments.length + lists.length > 0 ? [] : once(others.map((id) => sources.get(id)?.publisher ?? id));
  return dates.givers({
    governments: governments.map(names.state),
    lists: governments.length > 0 ? [] : lists.map(names.state),
    publishers: publishers.slice(0, 2).map(isolated),
  });
}

/** Puts the day of a followed state's government first, where governments count different days. */
function followedFirst<Day extends GivenDay>(days: readonly Day[], { sources, states = [] }: Order): Day[] {
  const isFollowed = ({ sources: ids }: Day) =>
    ids.some((id) => states.includes(sources?.get(id)?.government ?? stateOfList(id) ?? ''));
  return [...days].sort((one, other) => Number(isFollowed(other)) - Number(isFollowed(one)));
}

function once<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}
