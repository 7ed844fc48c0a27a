import * as z from 'zod';
import { defaultPreferences, languages, MAX_LEAD_TIME } from '../domain/preferences.ts';
import { type KnownStates, oneOf, partyFields, preferenceFields, readPolicy } from './preferences.ts';

/** Builds the schemas of calendars and feeds: the path says what they follow, the query the rest, in a form that calendar programs accept. */
export function feedRequests(states: KnownStates) {
  const fields = preferenceFields(states);
  const filter = {
    policy: z.string().default('fives').transform(readPolicy).pipe(fields.policy.unwrap()),
    kinds: listed.default([...defaultPreferences.kinds]).pipe(fields.kinds.unwrap()),
    lang: oneOf(languages).default(defaultPreferences.language),
  };
  const calendar = { years: numberFrom(1, MAX_YEARS).default(YEARS), alarm: numberFrom(0, MAX_LEAD_TIME).optional() };
  return {
    followed: followedBy(states),
    calendar: z.strictObject({ ...filter, ...calendar }),
    myCalendar: z.strictObject(calendar),
    milestoneCalendar: z.strictObject({ lang: filter.lang, alarm: calendar.alarm }),
    changesFeed: z.strictObject({ lang: filter.lang, page: numberFrom(1, MAX_PAGES).default(1) }),
    feed: z.strictObject({ ...filter, lead: numberFrom(0, MAX_LEAD_TIME).default(LEAD_TIME) }),
  };
}

const YEARS = 5;
const MAX_YEARS = 10;
const MAX_PAGES = 999;
/** In days. */
const LEAD_TIME = 30;

/** Builds the schema of `world`, a state or a pair, parsed into the part of a filter that it means. */
function followedBy(states: KnownStates) {
  const { state, pair } = partyFields(states);
  return z.union([
    z.literal('world').transform((followed) => ({ followed, states: [], pairs: [] })),
    state.transform((state) => ({ followed: { state }, states: [state], pairs: [] })),
    pair.transform((pair) => ({ followed: { pair }, states: [], pairs: [pair] })),
  ]);
}

const listed = z.string().transform((text) => text.split(','));

function numberFrom(least: number, most: number) {
  const fault = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,3}$/, fault)
    .transform(Number)
    .pipe(z.int().min(least, fault).max(most, fault));
}
