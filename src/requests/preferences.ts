import * as z from 'zod';
import { weekdays } from '../domain/calendar-date.ts';
import { leapDayRules, namedPolicies } from '../domain/milestone.ts';
import { eventKinds, pairOf, type StateCode } from '../domain/relation-event.ts';
import { isTimeZone } from '../domain/schedule.ts';
import { defaultPreferences, frequencies, languages, MAX_LEAD_TIME } from '../domain/subscriber.ts';

/** The codes that may be followed. */
export type KnownStates = { readonly has: (code: StateCode) => boolean };

/**
 * What people write as preferences, field by field, under the names that they have everywhere: API, form, import, command.
 * Every field has a default; codes may be in lower case, and a pair in either order.
 */
export function preferenceFields(states: KnownStates) {
  const state = z
    .string()
    .trim()
    .toUpperCase()
    .refine((code) => states.has(code), { error: ({ input }) => `${input} is not the code of a state, such as CN` });
  const pair = z
    .string()
    .transform((text) => text.trim().toUpperCase().split('-'))
    .pipe(z.tuple([state, state], 'must be the codes of two states, such as CN-LS'))
    .refine(([one, other]) => one !== other, 'must be two different states')
    .transform(([one, other]) => pairOf(one, other));
  return {
    states: unique(z.array(state).max(250)).default([...defaultPreferences.states]),
    pairs: unique(z.array(pair).max(500)).default([...defaultPreferences.pairs]),
    kinds: unique(z.array(z.enum(eventKinds)).min(1)).default([...defaultPreferences.kinds]),
    policy: policy.default('fives'),
    leadTimes: unique(z.array(leadTime).min(1).max(20)).default([...defaultPreferences.leadTimes]),
    frequency: z.enum(frequencies).default(defaultPreferences.frequency),
    weekday: z.enum(weekdays).default(defaultPreferences.weekday),
    hour: z.int().min(0).max(23).default(defaultPreferences.hour),
    timeZone: z
      .string()
      .refine(isTimeZone, 'is not an IANA time zone, such as Asia/Shanghai')
      .default(defaultPreferences.timeZone),
    language: z.enum(languages).default(defaultPreferences.language),
    leapDay: z.enum(leapDayRules).default(defaultPreferences.leapDay),
    includeSevered: z.boolean().default(defaultPreferences.includeSevered),
    sendEmpty: z.boolean().default(defaultPreferences.sendEmpty),
  };
}

const policy = z.union(
  [z.enum(namedPolicies), z.array(z.int().min(1).max(2000)).min(1).max(100)],
  `must be ${namedPolicies.join(', ')} or a list of whole numbers from 1`,
);

const leadTime = z.int().min(0).max(MAX_LEAD_TIME);

function unique<Item extends z.ZodType>(list: z.ZodArray<Item>) {
  return list.transform((values): z.output<Item>[] => [...new Set(values)]);
}
