import type { CalendarDate, PartialDate } from '../domain/calendar-date.ts';
import type { MilestonePolicy, Span } from '../domain/milestone.ts';
import type { OtherCount } from '../domain/other-counts.ts';
import type { Preferences, SwitchName } from '../domain/preferences.ts';
import type { EventKind, Evidence, Pair, RelationEvent, StateCode } from '../domain/relation-event.ts';
import type { AsOf } from './as-of.ts';
import type { CalendarMessages, MilestoneFacts } from './calendar-messages.ts';
import type { CorrectionMessages } from './correction-messages.ts';
import type { NoticeMessages } from './notice-messages.ts';

/**
 * The messages of mails, calendars and feeds in one language; pages have more. Each is a whole sentence or a whole label:
 * callers must never join pieces into a sentence, as every language orders, inflects and counts in its own way.
 */
export type Catalogue = {
  readonly direction: 'ltr' | 'rtl';
  /** A label with its content, in one line. */
  readonly labelled: (label: string, content: string) => string;
  readonly names: NameMessages;
  readonly dates: DateMessages;
  readonly milestones: MilestoneMessages;
  readonly digests: DigestMessages;
  readonly corrections: CorrectionMessages;
  readonly notices: NoticeMessages;
  readonly calendars: CalendarMessages;
};

export type NameMessages = {
  readonly state: (code: StateCode) => string;
  /** Both states of a pair in the order of `orderParties`, as a heading: without articles, so that it is right for every name. */
  readonly pair: (pair: Pair, followed?: readonly StateCode[]) => string;
  /** Orders a pair: a state that the reader follows first, otherwise by the alphabet of the language. */
  readonly orderParties: (pair: Pair, followed?: readonly StateCode[]) => readonly [StateCode, StateCode];
  /** Compares two names in the alphabet of the language: Chinese by pinyin, Arabic from alif. */
  readonly compare: (one: string, other: string) => number;
};

export type DateMessages = {
  /** A date as precise as it is known: `12 January 1994`, `April 1990`, `1990`. */
  readonly date: (date: PartialDate) => string;
  /** Alternative dates: `12 or 21 October 1993`. */
  readonly either: (dates: readonly PartialDate[]) => string;
  /** Alternative dates, each with its sources: `12 October (official: North Macedonia) or 21 October 1993 (…)`. */
  readonly choice: (choices: readonly { readonly text: string; readonly by: string }[]) => string;
  /** The sources of a date in brief: states by their governments, states by their lists in the encyclopedia, others by name. */
  readonly givers: (givers: {
    readonly governments: readonly string[];
    readonly lists: readonly string[];
    readonly publishers: readonly string[];
  }) => string;
  /** A note that some count from a day of another year. */
  readonly countedFrom: (origin: PartialDate) => string;
  /** The mark of an uncertain date with a single day. */
  readonly doubts: Readonly<Record<'unconfirmed' | 'disputed', string>>;
  /** `Friday 12 January 2024`, as written within a line. */
  readonly dayWithWeekday: (day: CalendarDate) => string;
  /** When a milestone is observed, as a line of its own; says so if the day is unknown. */
  readonly observed: (date: PartialDate) => string;
};

export type MilestoneMessages = {
  /** The act and the number of its anniversary; a break is never called an anniversary. */
  readonly title: (milestone: MilestoneFacts & { readonly note: string }) => string;
  /** The same in brief, for a subject line or a calendar entry. */
  readonly brief: (milestone: MilestoneFacts) => string;
  readonly labels: { readonly timeline: string; readonly otherCounts: string; readonly sources: string };
  /** One event of the timeline, without a note that the title already has. */
  readonly event: (
    event: Pick<RelationEvent, 'kind' | 'evidence'> & { readonly dates: readonly PartialDate[]; readonly note: string },
  ) => string;
  /** The end of the timeline: one of the states no longer exists. */
  readonly partyEnded: (on: PartialDate) => string;
  /** `isFirst`: the earliest establishment, if relations have begun again since. */
  readonly otherCount: (
    count: Pick<OtherCount, 'kind' | 'years'> & {
      readonly origins: readonly PartialDate[];
      readonly dates: readonly PartialDate[];
      readonly isFirst: boolean;
    },
  ) => string;
  /** The status of the relations on the milestone's day, if they are not in force. */
  readonly brokenOff: (since: PartialDate | undefined) => string;
  readonly suspended: (since: PartialDate | undefined) => string;
  readonly withoutRelations: string;
  /** One of the states no longer exists on the milestone's day. */
  readonly ended: (on: PartialDate) => string;
  /** The year lacks the day: 29 February in a common year. */
  readonly leapDay: (date: CalendarDate) => string;
  /** The weekday in one of the states, and whether offices are closed. */
  readonly weekdayIn: (place: {
    readonly state: StateCode;
    readonly day: CalendarDate;
    readonly isWeekend: boolean;
  }) => string;
  readonly sourcesDiffer: (dates: readonly PartialDate[]) => string;
  /** The sources of one of the disputed dates. */
  readonly givenBy: (date: PartialDate, citations: readonly Citation[]) => string;
  readonly alsoOnFile: (date: PartialDate, citations: readonly Citation[]) => string;
  /** Other sources give another kind for the same act; `date` is set if theirs differs. */
  readonly calledOtherwise: (call: {
    readonly kind: EventKind;
    readonly date: PartialDate | undefined;
    readonly citations: readonly Citation[];
  }) => string;
  /** One source alone gives the date; if several are named, the others copy it or are less precise. */
  readonly oneSource: (publishers: number) => string;
  readonly evidence: Readonly<Record<Evidence, string>>;
  /** The support for a date, and how many of `of` such dates hold; `held` equals `of` if nearly all do. */
  readonly support: (support: { readonly word: Evidence; readonly held: number; readonly of: number }) => string;
  /** An encyclopedia with its citation for the date. */
  readonly citing: (publisher: string, cited: string) => string;
  /** A publisher with a page that was read as a copy, at another address. */
  readonly copy: (publisher: string) => string;
  /** The heading of the works that an encyclopedia cites. */
  readonly citedNotRead: string;
  /** A part of the data's own note on an event. */
  readonly note: (part: string) => string;
};

/** A publisher with its titles, as one publisher's pages may contradict one another. */
export type Citation = { readonly publisher: string; readonly titles: readonly string[] };

export type DigestMessages = {
  readonly masthead: string;
  readonly heading: string;
  /** The first milestone, and the number of others. */
  readonly subject: (
    first: MilestoneFacts & {
      /** Both names, as in the item. */
      readonly names: string;
      /** All given days, in the year of the milestone. */
      readonly when: string;
      readonly more: number;
    },
  ) => string;
  readonly subjectWhenEmpty: (on: CalendarDate) => string;
  /** The lines that an inbox shows beside the subject. */
  readonly preview: (groups: readonly { readonly when: string; readonly pairs: readonly string[] }[]) => string;
  /** The date of a group relative to the digest: `today`, a number of days ahead or ago, or in a month. */
  readonly when: (date: PartialDate, daysAhead: number) => string;
  readonly count: (milestones: number) => string;
  /** The heading of a digest for several days: lead times begin within them, dates are later. */
  readonly toPrepare: string;
  readonly coversLate: (coverage: Span) => string;
  readonly nothingDue: string;
  readonly whyEmpty: string;
  /** The link to the full list behind a digest; the browser fills in `{count}`. */
  readonly more: (count: number | '{count}') => string;
  /** The links under an item. */
  readonly links: { readonly page: string; readonly facts: string; readonly calendar: string };
  readonly footer: FooterMessages;
};

export type FooterMessages = Readonly<Record<SwitchName, string>> & {
  readonly why: string;
  readonly follows: (preferences: Pick<Preferences, 'states' | 'pairs'>) => string;
  readonly kinds: (kinds: readonly EventKind[]) => string;
  readonly policy: (policy: MilestonePolicy) => string;
  readonly leadTimes: (leadTimes: readonly number[]) => string;
  readonly schedule: (preferences: Pick<Preferences, 'frequency' | 'weekday' | 'hour' | 'timeZone'>) => string;
  readonly changePreferences: string;
  readonly unsubscribe: string;
  readonly openSite: string;
  /** The age of the data. */
  readonly asOf: (asOf: AsOf) => string;
  readonly attribution: string;
};
