import type { CalendarMessages } from '../calendar-messages.ts';
import { counted } from './counts.ts';
import { milestones } from './milestones.ts';
import { names } from './names.ts';

/** The attribution of the dates, with the advice to check them. */
export const attribution =
  'Dates come from foreign ministries, the Office of the Historian of the United States, and articles by Wikipedia contributors (CC BY-SA 4.0; names and dates only). They may be wrong: please check before you act on them.';

export const calendars: CalendarMessages = {
  name: (followed) => {
    if (followed === 'world') return 'World: diplomatic anniversaries';
    if (followed === 'mine') return 'My diplomatic anniversaries';
    return `${'state' in followed ? names.state(followed.state) : names.pair(followed.pair)}: diplomatic anniversaries`;
  },
  aboutCalendar: `Anniversaries whose day is known; those of a month or a year are left out. ${attribution}`,
  nearestOnly: (count) => `Only the nearest ${count.toLocaleString('en-GB')} milestones are here.`,
  aboutFeed: (leadTime) =>
    leadTime === 0
      ? `An entry for each milestone, on its day. ${attribution}`
      : `An entry for each milestone, ${counted(leadTime, 'day', 'days')} ahead. ${attribution}`,
  entry: ({ pair, ...milestone }) => `${names.pair(pair)}: ${milestones.brief(milestone)}`,
  category: {
    recognised: 'Recognition',
    consular: 'Consular relations',
    established: 'Establishment',
    upgraded: 'Upgrading',
    severed: 'Severance',
    resumed: 'Resumption',
  },
};
