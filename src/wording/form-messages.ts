import type { Weekday } from '../domain/calendar-date.ts';
import type { LeapDayRule, namedPolicies } from '../domain/milestone.ts';
import { type Frequency, preferenceNames, type SwitchName } from '../domain/preferences.ts';
import type { EventKind } from '../domain/relation-event.ts';
import type { Message } from './message.ts';

/** A choice and its meaning. */
export type Choice = { readonly label: string; readonly meaning: string };

/** The messages of the preferences form. */
export type FormMessages = Readonly<Record<SwitchName, Choice>> & {
  readonly email: string;
  readonly emailExample: string;
  readonly subscribe: string;
  readonly afterwards: string;
  readonly faulty: string;
  readonly moreChoices: Choice;
  readonly following: string;
  readonly counting: string;
  readonly sending: string;
  readonly states: Choice;
  readonly findState: string;
  /** `{name}` is the state. */
  readonly removeState: string;
  /** The name of a group of states, by its name in the data. */
  readonly region: (name: string) => string;
  readonly pairs: Choice;
  readonly naming: NamingMessages;
  readonly kinds: Choice;
  readonly kind: Readonly<Record<EventKind, Choice>>;
  readonly policy: string;
  readonly policies: Readonly<Record<(typeof namedPolicies)[number] | 'own', Choice>>;
  readonly policyNumbers: string;
  readonly leadTimes: string;
  readonly noticePresets: Readonly<Record<NoticePreset | 'own', Choice>>;
  readonly leadTimeDays: string;
  readonly frequency: string;
  readonly frequencies: Readonly<Record<Frequency, Choice>>;
  readonly weekday: string;
  readonly weekdays: Readonly<Record<Weekday, string>>;
  readonly hour: string;
  readonly hourOf: (hour: number) => string;
  readonly timeZone: Choice;
  readonly language: string;
  readonly leapDay: string;
  readonly leapDays: Readonly<Record<LeapDayRule, string>>;
  /** The effect of choosing no state, above the choices. */
  readonly wholeWorld: Message;
  readonly alreadySubscribed: string;
  /** The label of the field that only bots fill in. */
  readonly honeypot: string;
  readonly faults: Readonly<Record<FormField, string>>;
  readonly preview: PreviewMessages;
};

/** The messages on the two names of a pair. */
export type NamingMessages = {
  readonly one: string;
  readonly other: string;
  /** Several states may be meant. */
  readonly which: (text: string, names: readonly string[]) => string;
  readonly unknown: (text: string) => string;
  readonly missing: string;
  readonly same: string;
};

export const noticePresetNames = ['default', 'newsroom', 'protocol'] as const;
/** Named lead times: the choices of most people, newsrooms and protocol departments. */
export type NoticePreset = (typeof noticePresetNames)[number];

export const formFields = ['email', ...preferenceNames] as const;
/** A question of the form, under its name everywhere. */
export type FormField = (typeof formFields)[number];

/** The field that makes a submitted form only reappear, in the language of its address. */
export const redisplay = 'redisplay';

/** The messages of the preview. The browser fills in `{count}`, `{date}`, `{pair}` and `{years}` from the answer. */
export type PreviewMessages = {
  /** The locale of numbers and dates. */
  readonly locale: string;
  readonly heading: string;
  readonly none: string;
  readonly digests: Plural;
  /** The same if none of the next digests has a milestone. */
  readonly empty: Plural;
  /** `{one}` and `{other}` are the states. */
  readonly pair: string;
};

/** A message by the plural category of its count (`Intl.PluralRules`). */
type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };
