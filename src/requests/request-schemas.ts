import * as z from 'zod';
import { type CalendarDate, parseCalendarDate } from '../domain/calendar-date.ts';
import { mailAddress } from './address.ts';
import { dataRequests } from './data-requests.ts';
import { type KnownStates, preferenceChanges, preferenceFields } from './preferences.ts';

/** Builds the request schemas of the API and its forms. An unknown field is an error. */
export function requestSchemas(states: KnownStates) {
  const preferences = preferenceFields(states);
  return {
    subscription: z.strictObject({ email, ...preferences, website }),
    link: z.strictObject({ email, website }),
    address: z.strictObject({ email }),
    preferences: z.strictObject(preferences),
    changes: preferenceChanges(states),
    preview: z.strictObject({ ...preferences, date: day.optional() }),
    ...dataRequests(states),
  };
}

const email = mailAddress.describe('The address for digests: an ASCII local part, and a domain in any script.');

const website = z.string().max(2000).optional().describe('A honeypot for bots: leave it out.');

const day = z
  .string()
  .refine((text): text is CalendarDate => parseCalendarDate(text) !== undefined, 'is not a day such as 2024-01-12')
  .refine((day) => day < '2200', 'must be before the year 2200')
  .describe('The subscriber’s local day of confirmation; today by default.');
