import type { EventKind, Pair, StateCode } from '../domain/relation-event.ts';

/** The content of a calendar or feed: anniversaries of the world, of a state, of a pair, or of a subscriber's choices. */
export type Followed = 'world' | { readonly state: StateCode } | { readonly pair: Pair } | 'mine';

export type MilestoneFacts = { readonly kind: EventKind; readonly years: number };

/** The messages of calendars and feeds, besides the facts of milestones. */
export type CalendarMessages = {
  /** The name of a calendar or feed, with the distinctive part first, as programs cut it short. */
  readonly name: (followed: Followed) => string;
  /** The content of a calendar, and the advice to check its dates. */
  readonly aboutCalendar: string;
  /** A note that a calendar has only the nearest entries. */
  readonly nearestOnly: (milestones: number) => string;
  readonly aboutFeed: (leadTime: number) => string;
  /** A milestone as the title of a calendar entry, whose day the calendar shows. */
  readonly entry: (milestone: MilestoneFacts & { readonly pair: Pair }) => string;
  /** The category by which calendar programs group and colour. */
  readonly category: Readonly<Record<EventKind, string>>;
};
