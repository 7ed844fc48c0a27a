import type { Weekday } from '../domain/calendar-date.ts';
import type { LeapDayRule, namedPolicies } from '../domain/milestone.ts';
import { type Frequency, preferenceNames, type SwitchName } from '../domain/preferences.ts';
import type { EventKind } from '../domain/relation-event.ts';
import type { Message } from './message.ts';

/** A thing to choose, and what choosing it means. */
export type Choice = { readonly label: string; readonly meaning: string };

/** The preferences as a form asks for them. */
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
  /** A group of states by the data's name for it. */
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
  /** Above the choices: the effect of choosing no state. */
  readonly wholeWorld: Message;
  readonly alreadySubscribed: string;
  /** Left empty by people, filled in by machines. */
  readonly honeypot: string;
  readonly faults: Readonly<Record<FormField, string>>;
  readonly preview: PreviewMessages;
};

/** About the two names that make a pair. */
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
/** Lead times under a name: what most people, newsrooms and protocol departments choose. */
export type NoticePreset = (typeof noticePresetNames)[number];

export const formFields = ['email', ...preferenceNames] as const;
/** A question of the form, under the name that it has everywhere. */
export type FormField = (typeof formFields)[number];

/** The field by which a form is only shown again, in the language of its address. */
export const redisplay = 'redisplay';

/** What the preview says, completed in the browser: `{count}`, `{date}`, `{pair}` and `{years}` stand for the answer's own. */
export type PreviewMessages = {
  /** In which numbers and dates are written. */
  readonly locale: string;
  readonly heading: string;
  readonly none: string;
  readonly digests: Plural;
  /** The same if none of the next digests has a milestone. */
  readonly empty: Plural;
  /** `{one}` and `{other}` are the states. */
  readonly pair: string;
};

/** A message by the plural category of its count, as `Intl.PluralRules` names it. */
type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };
