import type { PartialDate } from '../domain/calendar-date.ts';
import type { DayKey } from '../domain/day-key.ts';
import type { MilestonePolicy } from '../domain/milestone.ts';
import { defaultPreferences } from '../domain/preferences.ts';
import type { Pair, StateCode } from '../domain/relation-event.ts';

/** The paths of pages, forms, calendars, feeds and the API. Only a POST changes anything; GET never does. */
export const paths = {
  front: '/',
  /** Followed by a date. */
  on: '/on',
  /** Followed by a state, a pair or `world`, then `.ics`. */
  calendars: '/calendars',
  /** Followed by the key of a subscriber's personal calendar, then `.ics`. */
  myCalendar: '/calendars/my',
  resetCalendar: '/preferences/calendar/reset',
  calendarReplaced: '/preferences/calendar',
  /** Followed by a state, a pair or `world`, then `.atom`. */
  feeds: '/feeds',
  search: '/search',
  /** Alone, or followed by a code. */
  statePages: '/states',
  /** Followed by a pair. */
  relationPages: '/relations',
  planner: '/planner',
  plannerCsv: '/planner.csv',
  plannerXlsx: '/planner.xlsx',
  /** Followed by a year. */
  year: '/year',
  about: '/about',
  changes: '/changes',
  reported: '/reported',
  subscribe: '/subscribe',
  subscribeAsked: '/subscribe/asked',
  confirm: '/confirm',
  confirmed: '/confirm/done',
  moved: '/confirm/moved',
  preferences: '/preferences',
  preferencesSaved: '/preferences/saved',
  preferencesLink: '/preferences/link',
  changeAddress: '/preferences/address',
  undoMove: '/preferences/address/undo',
  movedBack: '/preferences/address/undone',
  unsubscribe: '/unsubscribe',
  undoUnsubscribe: '/unsubscribe/undo',
  undone: '/unsubscribe/undone',
  erase: '/erase',
  erased: '/erase/done',
  docs: '/docs',
  openApi: '/v1/openapi.json',
  preview: '/v1/preview',
  anniversaries: '/v1/anniversaries',
  dataChanges: '/v1/changes',
  /** Followed by a pair. */
  relations: '/v1/relations',
  /** Alone, or followed by a code. */
  states: '/v1/states',
  /** Followed by a key. */
  sources: '/v1/sources',
  /** Alone, or followed by the name of a file. */
  dataset: '/v1/dataset',
} as const;

/** Returns the path of a date, or of a day in every year. */
export function datePath(date: PartialDate | DayKey): string {
  return `${paths.on}/${date}`;
}

export function statePath(code: StateCode): string {
  return `${paths.statePages}/${code}`;
}

export function pairPath(pair: Pair): string {
  return `${paths.relationPages}/${pair}`;
}

/** Returns the path to which a pair's error report is posted. */
export function reportPath(pair: Pair): string {
  return `${pairPath(pair)}/report`;
}

/** Returns the path of a pair's page that shows facts as plain text. */
export function factsPath(
  pair: Pair,
  { policy, inAll = false }: { readonly policy: MilestonePolicy; readonly inAll?: boolean },
): string {
  const asked = { policy: policyInQuery(policy), facts: inAll ? 'all' : undefined };
  return `${withQuery(pairPath(pair), asked)}#facts`;
}

export function yearPath(year: number): string {
  return `${paths.year}/${year}`;
}

/** Formats a policy for a query; `undefined` for the default. */
export function policyInQuery(policy: MilestonePolicy): string | undefined {
  if (policy === defaultPreferences.policy) return undefined;
  return typeof policy === 'string' ? policy : policy.join();
}

/** Adds a query to a path, leaving out empty parameters. */
export function withQuery(
  path: string,
  asked: Readonly<Record<string, string | readonly string[] | undefined>>,
): string {
  const query = new URLSearchParams();
  for (const [name, values] of Object.entries(asked)) {
    for (const value of [values ?? []].flat()) if (value !== '') query.append(name, value);
  }
  return query.size === 0 ? path : `${path}?${query}`;
}

/** Adds a token to a path. */
export function withToken(path: string, token: string): string {
  return `${path}?${new URLSearchParams({ t: token })}`;
}
