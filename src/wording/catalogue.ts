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
 * The messages of one language, but for those of the pages: what mails, calendars and feeds say. Each is a whole sentence or a whole label: callers may set them one below the other
 * but never join pieces into a sentence, for the next language orders, inflects and counts in its own way.
 */
export type Catalogue = {
  readonly direction: 'ltr' | 'rtl';
  /** A label and what it introduces, in one line. */
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
  /** A state the reader follows comes first, then the alphabet of the language decides. */
  readonly orderParties: (pair: Pair, followed?: readonly StateCode[]) => readonly [StateCode, StateCode];
  /** Compares two names in the alphabet of the language: Chinese by pinyin, Arabic from alif. */
  readonly compare: (one: string, other: string) => number;
};

export type DateMessages = {
  /** A date as precise as it is known: `12 January 1994`, `April 1990`, `1990`. */
  readonly date: (date: PartialDate) => string;
  /** Alternative dates: `12 or 21 October 1993`. */
  readonly either: (dates: readonly PartialDate[]) => string;
  /** The same, each date in words and with who gives it: `12 October (official: North Macedonia) or 21 October 1993 (…)`. */
  readonly choice: (choices: readonly { readonly text: string; readonly by: string }[]) => string;
  /** Who gives a date, in few words: states whose governments do, states whose lists in the encyclopedia do, and others by name. */
  readonly givers: (givers: {
    readonly governments: readonly string[];
    readonly lists: readonly string[];
    readonly publishers: readonly string[];
  }) => string;
  /** Some count from a day of another year. */
  readonly countedFrom: (origin: PartialDate) => string;
  /** What stands beside the only day of such a date. */
  readonly doubts: Readonly<Record<'unconfirmed' | 'disputed', string>>;
  /** `Friday 12 January 2024`, as it stands within a line. */
  readonly dayWithWeekday: (day: CalendarDate) => string;
  /** When a milestone is observed, as a line of its own; says so when the day is not recorded. */
  readonly observed: (date: PartialDate) => string;
};

export type MilestoneMessages = {
  /** What is observed and which number it is; a break is never called an anniversary. */
  readonly title: (milestone: MilestoneFacts & { readonly note: string }) => string;
  /** The same in few words, for a subject line or a calendar entry. */
  readonly brief: (milestone: MilestoneFacts) => string;
  readonly labels: { readonly timeline: string; readonly otherCounts: string; readonly sources: string };
  /** One event of the timeline. Its note is left out where the title already has it. */
  readonly event: (
    event: Pick<RelationEvent, 'kind' | 'evidence'> & { readonly dates: readonly PartialDate[]; readonly note: string },
  ) => string;
  /** The end of the timeline: one of the states exists no more. */
  readonly partyEnded: (on: PartialDate) => string;
  /** `isFirst`: the earliest establishment, where the relations have begun again since. */
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
  /** The day itself is missing from the year: 29 February in a common year. */
  readonly leapDay: (date: CalendarDate) => string;
  /** Which day of the week it is in one of the states, and whether offices rest. */
  readonly weekdayIn: (place: {
    readonly state: StateCode;
    readonly day: CalendarDate;
    readonly isWeekend: boolean;
  }) => string;
  readonly sourcesDiffer: (dates: readonly PartialDate[]) => string;
  /** Who gives one of the dates on which sources differ. */
  readonly givenBy: (date: PartialDate, citations: readonly Citation[]) => string;
  readonly alsoOnFile: (date: PartialDate, citations: readonly Citation[]) => string;
  /** Other sources call the same act by another kind; `date` only where theirs is another one. */
  readonly calledOtherwise: (call: {
    readonly kind: EventKind;
    readonly date: PartialDate | undefined;
    readonly citations: readonly Citation[];
  }) => string;
  /** One source alone gives the date; when several are named, the others copy it or are less precise. */
  readonly oneSource: (publishers: number) => string;
  readonly evidence: Readonly<Record<Evidence, string>>;
  /** How well a date is supported, and how many of `of` such dates hold; `held` is `of` where nearly all do. */
  readonly support: (support: { readonly word: Evidence; readonly held: number; readonly of: number }) => string;
  /** An encyclopedia and what it cites for the date. */
  readonly citing: (publisher: string, cited: string) => string;
  /** A publisher whose page was read as a copy, at another address. */
  readonly copy: (publisher: string) => string;
  /** Above the works that an encyclopedia cites. */
  readonly citedNotRead: string;
  /** A part of the data's own note on an event. */
  readonly note: (part: string) => string;
};

/** A publisher and what it published: one publisher's pages may contradict one another. */
export type Citation = { readonly publisher: string; readonly titles: readonly string[] };

export type DigestMessages = {
  readonly masthead: string;
  readonly heading: string;
  /** Names the first milestone and how many more there are. */
  readonly subject: (
    first: MilestoneFacts & {
      /** Both names, as the item has them. */
      readonly names: string;
      /** All days that are given, in the year of the milestone. */
      readonly when: string;
      readonly more: number;
    },
  ) => string;
  readonly subjectWhenEmpty: (on: CalendarDate) => string;
  /** The lines that an inbox shows beside the subject. */
  readonly preview: (groups: readonly { readonly when: string; readonly pairs: readonly string[] }[]) => string;
  /** When a group's date falls, seen from the digest: `today`, a number of days ahead or ago, or in a month. */
  readonly when: (date: PartialDate, daysAhead: number) => string;
  readonly count: (milestones: number) => string;
  /** Above the items of a digest for several days: their lead times begin in it, their dates are later. */
  readonly toPrepare: string;
  readonly coversLate: (coverage: Span) => string;
  readonly nothingDue: string;
  readonly whyEmpty: string;
  /** The link to the whole list behind a digest; `{count}` is completed in the browser. */
  readonly more: (count: number | '{count}') => string;
  /** Under an item: where each link leads. */
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
  /** How old the data is. */
  readonly asOf: (asOf: AsOf) => string;
  readonly attribution: string;
};
