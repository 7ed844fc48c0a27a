import type { Weekday } from './calendar-date.ts';
import type { LeapDayRule, MilestonePolicy } from './milestone.ts';
import { defaultKinds, type EventKind, type Pair, type StateCode } from './relation-event.ts';

export const frequencies = ['daily', 'weekly', 'monthly'] as const;
export type Frequency = (typeof frequencies)[number];

/** The six languages of the United Nations, as BCP 47 tags. */
export const languages = ['en', 'fr', 'es', 'ru', 'zh', 'ar'] as const;
export type Language = (typeof languages)[number];

export const MAX_LEAD_TIME = 550;

/**
 * The effect of a preference: which milestones are due on a day (`filter`), when digests go out (`schedule`),
 * or only the mail itself (`mail`).
 */
type Effect = 'filter' | 'schedule' | 'mail';

/** Every preference with its default and its effect. Schemas, forms, options and cache keys follow from this table. */
const table = {
  /** States followed with all their partners. No states and no pairs: the whole world. */
  states: filter<readonly StateCode[]>([]),
  pairs: filter<readonly Pair[]>([]),
  kinds: filter<readonly EventKind[]>(defaultKinds),
  policy: filter<MilestonePolicy>('fives'),
  /** Days of notice, each 0 to 550. */
  leadTimes: filter<readonly number[]>([30, 7, 0]),
  frequency: schedule<Frequency>('daily'),
  /** The day of a weekly digest. */
  weekday: schedule<Weekday>('monday'),
  /** Full hour of the subscriber's local time, 0 to 23. */
  hour: schedule<number>(8),
  /** IANA name, such as `Asia/Shanghai`. */
  timeZone: schedule<string>('UTC'),
  language: mail<Language>('en'),
  leapDay: filter<LeapDayRule>('feb28'),
  /** Include happy anniversaries while relations are broken off. */
  includeSevered: filter<boolean>(false),
  /** Send a digest even when nothing is due. */
  sendEmpty: mail<boolean>(false),
};

type Table = typeof table;

export type PreferenceName = keyof Table;

/** A subscriber's choice of milestones, lead times and schedule. */
export type Preferences = { readonly [Name in PreferenceName]: Table[Name]['default'] };

type NamesWith<Wanted extends Effect> = {
  [Name in PreferenceName]: Table[Name]['effect'] extends Wanted ? Name : never;
}[PreferenceName];

/** The preferences that decide which milestones are due on given days. */
export type DueFilter = Pick<Preferences, NamesWith<'filter'>>;

/** The milestones that a reader wants, whatever the lead time. */
export type MilestoneFilter = Omit<DueFilter, 'leadTimes'> & {
  /** Include acts of discontinued predecessors. Not a preference: only lists show them. */
  readonly includeDiscontinued?: boolean;
};

/** The names of on/off preferences. */
export type SwitchName = {
  [Name in PreferenceName]: Preferences[Name] extends boolean ? Name : never;
}[PreferenceName];

export const preferenceNames = Object.keys(table).filter(isPreferenceName);
export const switchNames = preferenceNames.filter(isSwitch);

export const defaultPreferences: Preferences = readDefaults(table);

/** Picks the preferences that decide the due milestones, which serve as their cache key. */
export function filterOf(preferences: DueFilter): DueFilter {
  return pick(preferences, namesWith('filter'));
}

/** Checks whether both send digests at the same instants. */
export function haveSameSchedule(one: Preferences, other: Preferences): boolean {
  return namesWith('schedule').every((name) => one[name] === other[name]);
}

export function areSame(one: Preferences, other: Preferences): boolean {
  return preferenceNames.every((name) => JSON.stringify(one[name]) === JSON.stringify(other[name]));
}

export function isPreferenceName(name: string): name is PreferenceName {
  return Object.hasOwn(table, name);
}

function isSwitch(name: PreferenceName): name is SwitchName {
  return typeof table[name].default === 'boolean';
}

function namesWith<Wanted extends Effect>(effect: Wanted): NamesWith<Wanted>[] {
  return preferenceNames.filter((name): name is NamesWith<Wanted> => table[name].effect === effect);
}

function filter<Value>(standard: Value) {
  return { effect: 'filter', default: standard } as const;
}

function schedule<Value>(standard: Value) {
  return { effect: 'schedule', default: standard } as const;
}

function mail<Value>(standard: Value) {
  return { effect: 'mail', default: standard } as const;
}

function readDefaults(all: Table): Preferences;
function readDefaults(all: Readonly<Record<string, { readonly default: unknown }>>): object {
  return Object.fromEntries(Object.entries(all).map(([name, preference]) => [name, preference.default]));
}

function pick<Value, Name extends keyof Value>(value: Value, names: readonly Name[]): Pick<Value, Name>;
function pick(value: Readonly<Record<string, unknown>>, names: readonly string[]): object {
  return Object.fromEntries(names.map((name) => [name, value[name]]));
}
