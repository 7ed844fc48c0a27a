import * as z from 'zod';
import { weekdays } from '../../domain/calendar-date.ts';
import type { FormerSchedule } from '../../domain/change-of-schedule.ts';
import { DAY_MS, HOUR_MS } from '../../domain/durations.ts';
import { leapDayRules, namedPolicies } from '../../domain/milestone.ts';
import { frequencies, languages, type PreferenceName, type Preferences } from '../../domain/preferences.ts';
import { eventKinds, type Pair } from '../../domain/relation-event.ts';
import {
  type AddressLeft,
  type Schedule,
  type Subscriber,
  type SubscriberId,
  subscriberStatuses,
  suppressionReasons,
} from '../../domain/subscriber.ts';
import { forgottenFrom, remindableFrom } from '../../domain/subscription.ts';
import { canonicalTimeZone } from '../../domain/time-zone.ts';
import { day, jsonText } from './row.ts';

/** A full hour in a zone, at which digests go out. */
export type ZoneHour = Pick<Preferences, 'timeZone' | 'hour'>;

/** Builds the row of a subscriber, indexed by the zone-hour of an active one or the reminder hour of a pending one. */
export function subscriberRow(subscriber: Subscriber) {
  const { preferences, ...rest } = subscriber;
  const forgotten = forgottenFrom(subscriber);
  const expiresAt = forgotten && Math.ceil(forgotten.getTime() / 1000);
  return { ...rest, preferences: JSON.stringify(preferences), zoneHour: foundBy(subscriber), expiresAt };
}

function foundBy(subscriber: Subscriber): string | undefined {
  if (subscriber.status === 'active') return zoneHourText(subscriber.preferences);
  const from = remindableFrom(subscriber);
  return from && reminderHourText(new Date(Math.ceil(from.getTime() / HOUR_MS) * HOUR_MS));
}

/**
 * @example
 * reminderHourText(new Date('2024-01-06T08:00:00Z')) // => 'reminder#2024-01-06T08'
 */
export function reminderHourText(hour: Date): string {
  return `reminder#${hour.toISOString().slice(0, 13)}`;
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

/** The item of zone-hours. DynamoDB has no empty sets: the attribute disappears with its last member. */
export const zoneHoursFields = z.object({ zoneHours: z.set(zoneHour).default(new Set()) });

const preferenceFields = {
  states: z.array(z.string()).readonly(),
  pairs: z.array(z.string().refine((text): text is Pair => text.includes('-'), 'is not a pair')).readonly(),
  kinds: z.array(z.enum(eventKinds)).readonly(),
  policy: z.union([z.enum(namedPolicies), z.array(z.int()).readonly()]),
  leadTimes: z.array(z.int()).readonly(),
  frequency: z.enum(frequencies),
  weekday: z.enum(weekdays),
  hour: z.int(),
  timeZone: z.string().overwrite((name) => canonicalTimeZone(name) ?? name),
  language: z.enum(languages),
  leapDay: z.enum(leapDayRules),
  includeSevered: z.boolean(),
  sendEmpty: z.boolean(),
} satisfies { readonly [Name in PreferenceName]: z.ZodType<Preferences[Name]> };

/** The schema of preferences that Jubilee itself wrote, in tables and queues. */
export const writtenPreferences = z.object(preferenceFields);

/** The schema of a move that Jubilee itself wrote, in tables and queues. */
export const writtenMove = z.object({
  subscriberId: z.string(),
  subscriptionVersion: z.int(),
  isConfirmed: z.boolean().optional(),
});

export const subscriberFields = z.object({
  id: z.string(),
  email: z.string(),
  status: z.enum(subscriberStatuses),
  subscriptionVersion: z.int(),
  calendarVersion: z.int().optional(),
  accessVersion: z.int().optional(),
  preferences: jsonText(writtenPreferences),
  coveredThrough: day,
  changesToldThrough: day.optional(),
  scheduledSince: z.iso.datetime(),
  preferredSince: z.iso.datetime().optional(),
  confirmationMails: z.int(),
  confirmationMailedAt: z.iso.datetime().optional(),
  confirmedAt: z.iso.datetime().optional(),
  endedAt: z.iso.datetime().optional(),
  reinstatedAt: z.iso.datetime().optional(),
  suppressedFor: z.enum(suppressionReasons).optional(),
  suppressedAt: z.iso.datetime().optional(),
  consent: z.string().optional(),
  newAddressId: z.string().optional(),
  newAddressAskedAt: z.iso.datetime().optional(),
  addressSince: z.iso.datetime().optional(),
  addressesLeft: z
    .array(
      z.object({
        version: z.int(),
        until: z.iso.datetime(),
        holderId: z.string(),
        isClosed: z.boolean().optional(),
      }),
    )
    .optional(),
  movesFrom: writtenMove.optional(),
  notice: z.object({ request: z.string(), isDone: z.boolean(), leaseEnds: z.iso.datetime().optional() }).optional(),
});

/** Attributes of a row that only the table uses. */
export const keptFields = z.object({
  /** Changes with every write (optimistic locking). */
  revision: z.string().optional(),
  /** The ids of the items that hold their former schedules. */
  formerSchedules: z.array(z.string()).default([]),
  /** When an earlier subscription was erased: earlier requests must not bring it back. ISO 8601 in UTC. */
  erasedAt: z.iso.datetime().optional(),
  /** The highest version for which its links were signed. */
  erasedVersion: z.int().optional(),
});

/** A subscriber at a zone-hour: the fields that decide whether a tick has a digest for them. */
export type Waiting = Schedule &
  Pick<Subscriber, 'subscriptionVersion' | 'reinstatedAt'> & {
    readonly subscriberId: SubscriberId;
    /** When the schedule was replaced, if so; ISO 8601 in UTC. */
    readonly until?: string;
  };

/** The days that a former schedule is kept: longer than a planner can lag, and than a replay reaches back. */
const DAYS_TO_KEEP_FORMER = 30;

/** Builds the item of a former schedule, without an address, which ticks before the change find under its zone-hour. */
export function formerScheduleRow({ id, subscriptionVersion, reinstatedAt }: Subscriber, former: FormerSchedule) {
  const { preferences, until, ...rest } = former;
  return {
    ...rest,
    id: `former#${id}#${until}`,
    subscriberId: id,
    subscriptionVersion,
    reinstatedAt,
    until,
    preferences: JSON.stringify(preferences),
    zoneHour: zoneHourText(preferences),
    expiresAt: Math.floor(Date.parse(until) / 1000) + DAYS_TO_KEEP_FORMER * 86_400,
  };
}

/** Returns the id of the item that holds a left address, for as long as the move can be undone. */
export function leftAddressId(id: SubscriberId, { version }: Pick<AddressLeft, 'version'>): string {
  return `left#${id}#${version}`;
}

/** The schema of a left address. Not called `email`, because every item with an `email` is a subscriber. */
export const leftAddressFields = z.object({ address: z.string() });

/** Checks by its id whether a former schedule is still kept at an instant (ISO 8601 in UTC). */
export function isKept(formerId: string, at: string): boolean {
  return Date.parse(at) - Date.parse(endOfFormer(formerId)) < DAYS_TO_KEEP_FORMER * DAY_MS;
}

/** Returns when a former schedule ended, from its id; ISO 8601 in UTC. */
export function endOfFormer(formerId: string): string {
  return formerId.slice(formerId.lastIndexOf('#') + 1);
}

export const waitingFields = z
  .object({
    id: z.string(),
    subscriberId: z.string().optional(),
    subscriptionVersion: z.int(),
    reinstatedAt: z.iso.datetime().optional(),
    preferences: jsonText(writtenPreferences),
    coveredThrough: day,
    changesToldThrough: day.optional(),
    scheduledSince: z.iso.datetime(),
    preferredSince: z.iso.datetime().optional(),
    until: z.iso.datetime().optional(),
  })
  .transform(({ id, subscriberId = id, ...rest }): Waiting => ({ subscriberId, ...rest }));
