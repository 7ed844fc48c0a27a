import type { MilestonePolicy } from '../../domain/milestone.ts';
import type { Preferences } from '../../domain/preferences.ts';
import type { EventKind } from '../../domain/relation-event.ts';
import type { FooterMessages } from '../catalogue.ts';
import { listed, ordinal } from './counts.ts';
import { date } from './dates.ts';
import { names } from './names.ts';

/** The most states, pairs or numbers listed, to limit the size of the mail. */
const LISTED = 12;

export const footer: FooterMessages = {
  why: 'You receive this digest because you subscribed to Jubilee with these settings:',
  follows: ({ states, pairs }) => {
    const followed = [...states.map(names.state), ...pairs.map((pair) => names.pair(pair))];
    return `Following: ${followed.length === 0 ? 'all states' : listed(followed, LISTED)}`;
  },
  kinds: (kinds) => `Acts: ${listed(kinds.map((kind) => acts[kind]))}`,
  policy: (policy) => `Milestones: ${counting(policy)}`,
  leadTimes: (leadTimes) => `Notice: ${notice(leadTimes)}`,
  schedule: ({ hour, timeZone, ...rhythm }) =>
    `Digest: ${sending(rhythm)} at ${String(hour).padStart(2, '0')}:00 (${timeZone})`,
  includeSevered: 'Also relations that are broken off',
  sendEmpty: 'Also write when nothing is due',
  changePreferences: 'Change these settings',
  unsubscribe: 'Unsubscribe',
  openSite: 'Open Jubilee on the web',
  asOf: ({ read, partlyUntil }) => `Data as of ${date(read)}, with some later changes until ${date(partlyUntil)}.`,
  attribution:
    'Dates come from the sources named with each item, among them articles by Wikipedia contributors (CC BY-SA 4.0; names and dates only), the Office of the Historian of the United States, and foreign ministries. They may be wrong: please check before you act on them.',
};

const acts: Readonly<Record<EventKind, string>> = {
  recognised: 'recognition',
  consular: 'consular relations',
  established: 'establishment',
  upgraded: 'upgrading',
  severed: 'severance',
  resumed: 'resumption',
};

function counting(policy: MilestonePolicy): string {
  if (policy === 'fives') return 'the 1st and every 5th anniversary';
  if (policy === 'tens') return 'every 10th anniversary';
  if (policy === 'jubilees') return 'every 25th anniversary';
  if (policy === 'every') return 'every anniversary';
  return `${listed(policy.map(ordinal), LISTED)} anniversary`;
}

/** Lists lead times, with the day before on its own: "7 and 1 days" would read as eight. */
function notice(leadTimes: readonly number[]): string {
  const ahead = [...leadTimes].filter((days) => days > 1).sort((one, other) => other - one);
  const parts = [
    ahead.length > 0 ? `${listed(ahead.map(String), LISTED)} days ahead` : '',
    leadTimes.includes(1) ? 'the day before' : '',
    leadTimes.includes(0) ? 'on the day' : '',
  ].filter((part) => part !== '');
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')}, and ${parts.at(-1)}`;
}

function sending({ frequency, weekday }: Pick<Preferences, 'frequency' | 'weekday'>): string {
  if (frequency === 'daily') return 'every day';
  if (frequency === 'monthly') return 'on the 1st of every month';
  return `every ${weekday.charAt(0).toUpperCase()}${weekday.slice(1)}`;
}
