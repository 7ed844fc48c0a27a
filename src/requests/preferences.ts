import * as z from 'zod';
import { weekdays } from '../domain/calendar-date.ts';
import { leapDayRules, namedPolicies } from '../domain/milestone.ts';
import {
  defaultPreferences,
  frequencies,
  languages,
  MAX_LEAD_TIME,
  type PreferenceName,
  preferenceNames,
} from '../domain/preferences.ts';
import { eventKinds, pairOf, type StateCode } from '../domain/relation-event.ts';
import { canonicalTimeZone } from '../domain/time-zone.ts';

/** The codes that readers can follow. */
export type KnownStates = { readonly has: (code: StateCode) => boolean };

/**
 * Builds the schema of each preference, under the name used everywhere: API, form, import, command.
 * Every field has a default; codes may be in lower case, and a pair in either order.
 */
export function preferenceFields(states: KnownStates) {
  return withDefaults(fieldsKnowing(states));
}

type WithDefaults<Fields extends Record<PreferenceName, z.ZodType>> = {
  [Name in PreferenceName]: z.ZodDefault<Fields[Name]>;
};

function withDefaults<Fields extends Record<PreferenceName, z.ZodType>>(fields: Fields): WithDefaults<Fields>;
function withDefaults(fields: Readonly<Record<PreferenceName, z.ZodType>>): object {
  return Object.fromEntries(preferenceNames.map((name) => [name, fields[name].default(defaultPreferences[name])]));
}

/** Builds the schema of a change to preferences: missing fields stay as they are. */
export function preferenceChanges(states: KnownStates) {
  return z.strictObject(fieldsKnowing(states)).partial();
}

/** Builds the schemas of one state and of one pair. */
export function partyFields(states: KnownStates) {
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
  return { state, pair };
}

function fieldsKnowing(states: KnownStates) {
  const { state, pair } = partyFields(states);
  return {
    states: listOf(state, { most: 250 }).describe(
      'States to follow with all their partners. Without states and pairs: the whole world.',
    ),
    pairs: listOf(pair, { most: 500 }).describe('Pairs of states, such as `CN-LS`.'),
    kinds: listOf(oneOf(eventKinds), { least: 1, most: 20 }).describe('The kinds of act to include.'),
    policy: policy.describe(
      'The anniversaries that count: the 1st and every 5th, every 10th, every 25th, all, or these numbers.',
    ),
    leadTimes: listOf(wholeNumber(0, MAX_LEAD_TIME), { least: 1, most: 20 }).describe('The lead times in days.'),
    frequency: oneOf(frequencies).describe(
      'When digests go out, if something is due: every day, on the weekday, or on the 1st.',
    ),
    weekday: oneOf(weekdays).describe('The day of a weekly digest.'),
    hour: wholeNumber(0, 23).describe('Full hour of the local time.'),
    timeZone: z
      .string()
      .refine((name) => canonicalTimeZone(name) !== undefined, 'is not an IANA time zone, such as Asia/Shanghai')
      .overwrite((name) => canonicalTimeZone(name) ?? name)
      .describe('IANA name, such as `Asia/Shanghai`.'),
    language: oneOf(languages),
    leapDay: oneOf(leapDayRules).describe('When an event of 29 February is observed in common years.'),
    includeSevered: yesOrNo.describe('Also include happy anniversaries of relations that are broken off.'),
    sendEmpty: yesOrNo.describe('Also send a digest when nothing is due.'),
  } satisfies Record<PreferenceName, z.ZodType>;
}

const policyFault = `must be ${namedPolicies.join(', ')} or a list of 1 to 100 numbers of years`;
const policy = z.union(
  [z.enum(namedPolicies), z.array(wholeNumber(1, 2000)).min(1, policyFault).max(100, policyFault)],
  policyFault,
);

/** Reads a typed policy: a name, or numbers of years such as `1,5,7`. Leaves anything else as typed, so the schema can reject it with a message. */
export function readPolicy(text: string): string | number[] {
  return /^[\d, ]+$/.test(text) ? text.split(',').map(Number) : text;
}

const yesOrNo = z.boolean('must be true or false');

export function oneOf<const Words extends readonly string[]>(words: Words) {
  return z.enum(words, `must be ${words.join(', ')}`.replace(/, ([^,]*)$/, ' or $1'));
}

function wholeNumber(least: number, most: number) {
  const fault = `must be a whole number from ${least} to ${most}`;
  return z.int(fault).min(least, fault).max(most, fault);
}

/** Builds the schema of a list in which repeated entries count once. */
export function listOf<Entry extends z.ZodType>(entry: Entry, { least = 0, most }: { least?: number; most: number }) {
  const fault = `must be a list of ${least} to ${most} entries`;
  return z
    .array(entry, fault)
    .min(least, fault)
    .max(most, fault)
    .transform((entries): z.output<Entry>[] => [...new Set(entries)]);
}
