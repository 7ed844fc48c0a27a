import { anniversaryPage } from './anniversaries.ts';
import { changesPage } from './changes.ts';
import { feedRequests } from './feed-requests.ts';
import type { KnownStates } from './preferences.ts';

/** Builds the request schemas of data, calendars and feeds. Separate from subscriptions, whose address parser loads a table of all scripts. */
export function dataRequests(states: KnownStates) {
  return { anniversaries: anniversaryPage(states), dataChanges: changesPage(states), ...feedRequests(states) };
}
