import type { Pair, StateCode } from '../domain/relation-event.ts';

/** Where the pages and their forms stand. What changes something is a POST to one of these; GET only ever shows. */
export const paths = {
  front: '/',
  /** Followed by a date. */
  on: '/on',
  /** Followed by a state, a pair or `world`, and `.ics`. */
  calendars: '/calendars',
  /** Followed by the key of a subscriber's own calendar, and `.ics`. */
  myCalendar: '/calendars/my',
  resetCalendar: '/preferences/calendar/reset',
  /** Followed by a state, a pair or `world`, and `.atom`. */
  feeds: '/feeds',
  subscribe: '/subscribe',
  confirm: '/confirm',
  preferences: '/preferences',
  preferencesLink: '/preferences/link',
  unsubscribe: '/unsubscribe',
  undoUnsubscribe: '/unsubscribe/undo',
  erase: '/erase',
  docs: '/docs',
  openApi: '/v1/openapi.json',
  preview: '/v1/preview',
  anniversaries: '/v1/anniversaries',
  /** Followed by a pair. */
  relations: '/v1/relations',
  /** Alone, or followed by a code. */
  states: '/v1/states',
  /** Followed by a key. */
  sources: '/v1/sources',
  /** Alone, or followed by the name of a file. */
  dataset: '/v1/dataset',
} as const;

export function statePath(code: StateCode): string {
  return `/states/${code}`;
}

export function pairPath(pair: Pair): string {
  return `/relations/${pair}`;
}

/** The page's address with the token that opens it. */
export function withToken(path: string, token: string): string {
  return `${path}?${new URLSearchParams({ t: token })}`;
}
