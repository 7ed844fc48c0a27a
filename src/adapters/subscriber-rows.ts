import * as z from 'zod';
import { type CalendarDate, parseCalendarDate, weekdays } from '../domain/calendar-date.ts';
import { leapDayRules, namedPolicies } from '../domain/milestone.ts';
import { eventKinds, type Pair } from '../domain/relation-event.ts';
import {
  frequencies,
  languages,
  type Preferences,
  type Subscriber,
  subscriberStatuses,
  suppressionReasons,
} from '../domain/subscriber.ts';
import { domainValue, jsonText } from './row.ts';

/** A full hour in a zone, at which digests go out. */
export type ZoneHour = Pick<Preferences, 'timeZone' | 'hour'>;

/** Only the row of an active subscriber has a zone-hour, so that nobody else is found by it. */
export function subscriberRow(subscriber: Subscriber) {
  const { preferences, ...rest } = subscriber;
  const row = { ...rest, preferences: JSON.stringify(preferences) };
  return subscriber.status === 'active' ? { ...row, zoneHour: zoneHourText(preferences) } : row;
}

/**
 * @example
 * zoneHourText({ timeZone: 'Asia/Shanghai', hour: 8 }) // => 'Asia/Shanghai#08'
 */
export function zoneHourText({ timeZone, hour }: ZoneHour): string {
  return `${timeZone}#${String(hour).padStart(2, '0')}`;
}

const zoneHour = z
  .string()
  .regex(/^[^#]+#[0-2]\d$/)
  .transform((text): ZoneHour => ({ timeZone: text.slice(0, -3), hour: Number(text.slice(-2)) }));

export const zoneHoursFields = z.object({ zoneHours: z.set(zoneHour) });

const preferences = z.object({
  states: z.array(z.string()),
  pairs: z.array(domainValue<Pair>((text) => text.includes('-'), 'a pair')),
  kinds: z.array(z.enum(eventKinds)),
  policy: z.union([z.enum(namedPolicies), z.array(z.int())]),
  leadTimes: z.array(z.int()),
  frequency: z.enum(frequencies),
  weekday: z.enum(weekdays),
  hour: z.int(),
  timeZone: z.string(),
  language: z.enum(languages),
  leapDay: z.enum(leapDayRules),
  includeSevered: z.boolean(),
  sendEmpty: z.boolean(),
});

export const subscriberFields = z.object({
  id: z.string(),
  email: z.string(),
  status: z.enum(subscriberStatuses),
  generation: z.int(),
  preferences: jsonText(preferences),
  coveredThrough: domainValue<CalendarDate>((text) => parseCalendarDate(text) !== undefined, 'a day'),
  scheduledSince: z.iso.datetime(),
  confirmationMails: z.int(),
  confirmationMailedAt: z.iso.datetime().optional(),
  endedAt: z.iso.datetime().optional(),
  suppressedFor: z.enum(suppressionReasons).optional(),
});
