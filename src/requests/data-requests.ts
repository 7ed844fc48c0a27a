import { anniversaryPage } from './anniversaries.ts';
import { changesPage } from './changes.ts';
import { feedRequests } from './feed-requests.ts';
import type { KnownStates } from './preferences.ts';

/** What may be asked of the data, calendars and feeds. Apart from subscriptions, whose addresses take a table of all scripts to read. */
export function dataRequests(states: KnownStates) {
  return { anniversaries: anniversaryPage(states), dataChanges: changesPage(states), ...feedRequests(states) };
}
