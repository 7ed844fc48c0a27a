import type { CalendarDate, PartialDate, Weekday } from '../domain/calendar-date.ts';
import type { ChangeSort } from '../domain/change.ts';
import type { DayKey } from '../domain/day-key.ts';
import type { HeatStep } from '../domain/heat-map.ts';
import type { Span } from '../domain/milestone.ts';
import type { ClockTime } from '../domain/morning-elsewhere.ts';
import type { Evidence, Pair, StateCode } from '../domain/relation-event.ts';
import type { Grade } from '../domain/source.ts';
import type { StatusSpan } from '../domain/status-spans.ts';
import type { Preference } from '../domain/why-preferred.ts';
import type { Message } from './message.ts';

/** The messages of the pages of states, pairs, days and years. */
export type ReadingMessages = {
  readonly filter: FilterMessages;
  readonly day: DayMessages;
  readonly search: SearchMessages;
  readonly states: StatesMessages;
  readonly state: StateMessages;
  readonly relation: RelationMessages;
  readonly planner: PlannerMessages;
  readonly year: YearMessages;
  readonly about: (counts: AboutCounts) => Message & { readonly sections: readonly Message[] };
  readonly changes: ChangesMessages;
  readonly ways: WaysMessages;
  readonly missing: Readonly<Record<Missing, Message>>;
  readonly wrong: WrongMessages;
};

export const pageParameters = [
  'state',
  'with',
  'region',
  'pair',
  'kind',
  'policy',
  'years',
  'from',
  'parties',
  'facts',
  'page',
  'lang',
] as const;
/** A query parameter of pages, with the same name in every language. */
export type PageParameter = (typeof pageParameters)[number];

/** The messages on a faulty address, and how to fix it. */
type WrongMessages = {
  readonly tooMany: (most: number) => string;
  readonly asked: (parameter: string, value: string) => string;
  /** The parameter that was probably meant. */
  readonly meant: (parameter: string) => string;
  readonly oneOf: (values: readonly (string | number)[]) => string;
  /** Words, or numbers of years. */
  readonly policy: (words: readonly string[]) => string;
};

/** The sort of thing that an address names but that does not exist. */
export type Missing = 'state' | 'pair' | 'events' | 'date' | 'year';

/** The messages of a page's filter. */
type FilterMessages = {
  readonly legend: string;
  readonly state: string;
  readonly wholeWorld: string;
  readonly kind: string;
  readonly usualKinds: string;
  readonly policy: string;
  readonly show: string;
};

/** The messages of the page of a day, and of a day in every year. */
type DayMessages = {
  readonly previous: string;
  readonly next: string;
  readonly policies: string;
  /** No anniversary that passes the filter falls on the date. */
  readonly noneOfThese: string;
  readonly allYears: (day: DayKey) => string;
  readonly inAllYears: (day: DayKey) => string;
  readonly lede: string;
  readonly none: string;
  readonly inYear: (day: DayKey, year: number) => string;
};

type StatesMessages = {
  readonly title: string;
  readonly lede: string;
  readonly partners: (inForce: number) => string;
};

export type StateMessages = {
  readonly description: (code: StateCode) => string;
  readonly relations: (counts: { readonly inForce: number; readonly severed: number }) => string;
  readonly since: (date: PartialDate) => string;
  readonly unMemberSince: (date: PartialDate) => string;
  /** The same if the seat is older than the present state. */
  readonly unSeatSince: (date: PartialDate) => string;
  /** The label of a state that others do not recognise. */
  readonly contested: string;
  /** Describes the organisations that have relations without being states. */
  readonly organisations: Readonly<Record<StateCode, string>>;
  readonly ended: (on: PartialDate) => string;
  readonly followedBy: string;
  readonly cameFrom: string;
  readonly next: string;
  readonly noneNext: string;
  readonly year: (year: number) => string;
  readonly picture: string;
  readonly howToRead: string;
  /** A note that lines at the edge began before this day. */
  readonly clipped: (start: CalendarDate) => string;
  readonly inForce: string;
  readonly severed: string;
  /** The years in which relations were in force: `1983–1990, since 1994`. */
  readonly spans: (inForce: readonly StatusSpan[]) => string;
  readonly withoutRelations: Message;
};

export type RelationMessages = {
  readonly description: (pair: Pair) => string;
  /** The status today, and since when, if that is on file. */
  readonly status: Readonly<Record<'inForce' | 'severed' | 'suspended', (since: PartialDate | undefined) => string>>;
  /** There are no relations, although no act says so. */
  readonly without: string;
  /** No act on file began relations. */
  readonly none: string;
  readonly ended: (on: PartialDate) => string;
  readonly picture: string;
  readonly periods: PeriodMessages;
  readonly table: string;
  readonly act: string;
  readonly date: string;
  readonly sources: string;
  readonly grades: Readonly<Record<Grade, string>>;
  readonly why: (preference: Preference) => string;
  /** The numbers of acts that the present state does not continue. */
  readonly discontinued: (numbers: readonly string[]) => string;
  /** The two governments give different dates. */
  readonly bothGive: (givers: readonly { readonly state: StateCode; readonly date: PartialDate }[]) => string;
  readonly rulings: string;
  readonly coming: string;
  readonly noneComing: string;
  readonly silent: string;
  /** The facts of a milestone as plain text, to paste elsewhere. */
  readonly facts: Message & Readonly<Record<'inAll' | 'inOne' | 'copy' | 'copied', string>>;
  readonly report: ReportMessages;
};

/** The messages of a pair's picture as a table. */
type PeriodMessages = Readonly<Record<'asTable' | 'from' | 'until' | 'status' | 'today' | 'undated', string>>;

/** The messages of the form to report an error, and of its answer. */
type ReportMessages = Message & {
  readonly link: string;
  readonly act: string;
  readonly anotherAct: string;
  readonly text: string;
  readonly date: string;
  readonly dateHint: string;
  readonly source: string;
  readonly send: string;
  /** The fault of a field, and how to fix it. */
  readonly wrong: Readonly<Record<ReportField, string>>;
  readonly thanks: Message;
};

export const reportFields = ['text', 'date', 'source'] as const;
/** The fields of the form that may be faulty. */
export type ReportField = (typeof reportFields)[number];

const tableWords = [
  'date',
  'weekday',
  'country',
  'partner',
  'anniversary',
  'years',
  'jubilee',
  'yes',
  'no',
  'evidence',
  'days',
  'page',
] as const;

export type PlannerMessages = {
  readonly title: string;
  readonly lede: string;
  readonly description: string;
  readonly state: string;
  readonly partner: string;
  readonly allPartners: string;
  readonly region: string;
  readonly noRegion: string;
  readonly firstMonth: string;
  readonly firstMonthHint: string;
  readonly years: string;
  readonly duration: (count: number) => string;
  readonly show: string;
  readonly heading: (name: string) => string;
  readonly span: (span: Span) => string;
  readonly summary: (counts: { readonly milestones: number; readonly busyWeeks: number }) => string;
  readonly busyWeek: (week: Span & { readonly milestones: number }) => string;
  readonly day: string;
  /** A day under the heading of its month: `Monday 7`. */
  readonly dayInMonth: (day: CalendarDate) => string;
  readonly milestone: string;
  readonly inBothCapitals: string;
  readonly emptyMonth: string;
  readonly weekend: (code: StateCode) => string;
  /** The local time in one capital when the morning of the day begins in the other. */
  readonly morning: (clock: {
    readonly here: StateCode;
    readonly elsewhere: StateCode;
    readonly day: CalendarDate;
    readonly shown: ClockTime;
  }) => string;
  readonly later: string;
  readonly aboutCapitals: string;
  /** The link to the facts of a milestone, to paste elsewhere. */
  readonly facts: string;
  readonly calendar: string;
  readonly xlsx: string;
  readonly csv: string;
  /** Headings and values of the table for spreadsheets. */
  readonly table: Readonly<Record<(typeof tableWords)[number], string>>;
};

type YearMessages = {
  readonly title: (year: number) => string;
  readonly description: (year: number) => string;
  readonly lede: (counts: { readonly milestones: number; readonly days: number }) => string;
  readonly month: (month: PartialDate) => string;
  readonly weekday: (weekday: Weekday) => string;
  /** The number of a day in its month, as in `day`. */
  readonly number: (day: CalendarDate) => string;
  readonly day: (day: CalendarDate, milestones: number) => string;
  readonly scale: string;
  readonly quiet: string;
  readonly step: (step: HeatStep) => string;
  readonly busiest: string;
  readonly withoutDay: (milestones: number) => string;
  readonly previous: string;
  readonly next: string;
};

/** The counts on the page about the data. */
export type AboutCounts = Readonly<
  Record<'states' | 'pairs' | 'events' | 'day' | 'month' | 'year' | 'sources' | 'officialSources', number>
> & {
  readonly evidence: Readonly<Record<Evidence, number>>;
  /** The lowest and the highest measured share of dates that held, over all eras. */
  readonly held: Readonly<Record<Evidence, { readonly least: number; readonly most: number }>>;
};

/** The messages of the search. */
type SearchMessages = {
  readonly title: string;
  /** The hint of the search field. */
  readonly hint: string;
  /** Several states have that name. */
  readonly which: string;
  /** No name matches, but a similar one exists. */
  readonly didYouMean: string;
  readonly nothing: string;
  /** A date that its month does not have. */
  readonly noSuchDay: string;
};

/** The messages on the changes of data releases. */
type ChangesMessages = {
  readonly title: string;
  readonly none: string;
  /** The heading of the changes of one pair. */
  readonly here: string;
  readonly what: Readonly<Record<ChangeSort, string>>;
};

type WaysMessages = {
  /** The link to the form with this state or pair chosen. */
  readonly alerts: (name: string) => string;
  readonly data: string;
  readonly planner: string;
  readonly states: string;
  readonly about: string;
};
