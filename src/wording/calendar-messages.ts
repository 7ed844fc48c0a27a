import type { EventKind, Pair, StateCode } from '../domain/relation-event.ts';

/** What a calendar or a feed carries: the anniversaries of the world, of a state, of a pair, or of all that a subscriber follows. */
export type Followed = 'world' | { readonly state: StateCode } | { readonly pair: Pair } | 'mine';

export type MilestoneFacts = { readonly kind: EventKind; readonly years: number };

/** What calendars and feeds say beside the facts of the milestones. */
export type CalendarMessages = {
  /** The name of a calendar or feed, what tells it from the others first: programs cut it short. */
  readonly name: (followed: Followed) => string;
  /** What a calendar holds, and that its dates are to be checked. */
  readonly aboutCalendar: string;
  /** A calendar cut to the nearest entries. */
  readonly nearestOnly: (milestones: number) => string;
  readonly aboutFeed: (leadTime: number) => string;
  /** A milestone as the title of a calendar entry, whose day the calendar shows. */
  readonly entry: (milestone: MilestoneFacts & { readonly pair: Pair }) => string;
  /** By which calendar programs group and colour. */
  readonly category: Readonly<Record<EventKind, string>>;
};
