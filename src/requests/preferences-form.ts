import { namedPolicies } from '../domain/milestone.ts';
import {
  defaultPreferences,
  type PreferenceName,
  type Preferences,
  preferenceNames,
  type SwitchName,
} from '../domain/preferences.ts';
import { type NoticePreset, noticePresetNames } from '../wording/form-messages.ts';

/** The lead times of each preset. */
const noticePresets: Readonly<Record<NoticePreset, readonly number[]>> = {
  default: defaultPreferences.leadTimes,
  newsroom: [7, 1, 0],
  protocol: [365, 180, 90, 30, 7, 0],
};

/**
 * Reads a preferences form into the raw object that `preferenceFields` parses. Leaves out missing fields, so that defaults
 * apply, and passes on invalid values, so that the schema rejects them.
 *
 * @example
 * readPreferencesForm(new URLSearchParams('states=cn&leadTimes=newsroom&hour=7'))
 * // => { states: ['cn'], leadTimes: [7, 1, 0], hour: 7 }
 */
export function readPreferencesForm(form: URLSearchParams): Record<string, unknown> {
  const raw = preferenceNames.map((name) => [name, questions[name].read(form)] as const);
  return Object.fromEntries(raw.filter(([, value]) => value !== undefined));
}

/** Writes preferences as form fields, the inverse of `readPreferencesForm`. */
export function writePreferencesForm(preferences: Preferences): URLSearchParams {
  return new URLSearchParams(preferenceNames.flatMap((name) => write(name, preferences)));
}

function write<Name extends PreferenceName>(name: Name, preferences: Preferences): readonly Field[] {
  return questions[name].write(preferences[name]);
}

type Field = [name: string, value: string];

/** The form fields of a preference, and how they are read. */
type Question<Value> = {
  readonly read: (form: URLSearchParams) => unknown;
  readonly write: (value: Value) => readonly Field[];
};

const questions: { readonly [Name in PreferenceName]: Question<Preferences[Name]> } = {
  states: ticks('states'),
  pairs: ticks('pairs'),
  kinds: ticks('kinds'),
  policy: {
    read: policyIn,
    write: (policy) => [
      ['policy', typeof policy === 'string' ? policy : 'own'],
      ['policyNumbers', typeof policy === 'string' ? '' : policy.join(', ')],
    ],
  },
  leadTimes: { read: leadTimesIn, write: writeLeadTimes },
  frequency: word('frequency'),
  weekday: word('weekday'),
  hour: { read: (form) => numberIn(written(form, 'hour')), write: (hour) => [['hour', String(hour)]] },
  timeZone: word('timeZone'),
  language: word('language'),
  leapDay: word('leapDay'),
  includeSevered: tick('includeSevered'),
  sendEmpty: tick('sendEmpty'),
};

function word(name: PreferenceName): Question<string> {
  return { read: (form) => written(form, name), write: (value) => [[name, value]] };
}

function tick(name: SwitchName): Question<boolean> {
  return { read: (form) => readTicked(form, name), write: (isOn) => (isOn ? [[name, 'true']] : []) };
}

function ticks(name: PreferenceName): Question<readonly string[]> {
  return { read: (form) => chosen(form, name), write: (values) => values.map((value): Field => [name, value]) };
}

/** Reads the ticked boxes of one name. The form always sends the name once without a value, so that no tick is an empty list. */
function chosen(form: URLSearchParams, name: string): string[] | undefined {
  return form.has(name) ? form.getAll(name).flatMap(listedIn) : undefined;
}

function policyIn(form: URLSearchParams): unknown {
  const policy = written(form, 'policy');
  if (policy === 'own') return numbersIn(form.get('policyNumbers') ?? '');
  if (policy === undefined || isKnown(namedPolicies, policy)) return policy;
  return numbersIn(policy);
}

function leadTimesIn(form: URLSearchParams): unknown {
  const notice = written(form, 'leadTimes');
  if (notice === undefined) return undefined;
  if (isKnown(noticePresetNames, notice)) return [...noticePresets[notice]];
  return numbersIn(notice === 'own' ? (form.get('leadTimeDays') ?? '') : notice);
}

function writeLeadTimes(leadTimes: readonly number[]): Field[] {
  const preset = noticePresetNames.find((name) => noticePresets[name].join() === leadTimes.join());
  return [
    ['leadTimes', preset ?? 'own'],
    ['leadTimeDays', preset === undefined ? leadTimes.join(', ') : ''],
  ];
}

function numbersIn(text: string): unknown[] {
  return listedIn(text).map(numberIn);
}

function numberIn(text: string | undefined): unknown {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : text;
}

/** Splits a typed list at commas of any script of the six languages, semicolons and new lines. */
function listedIn(text: string): string[] {
  return text
    .split(/[,;，；、،؛\r\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function readTicked(form: URLSearchParams, name: string): unknown {
  const value = written(form, name);
  return value === 'true' || value === 'on' ? true : value;
}

function written(form: URLSearchParams, name: string): string | undefined {
  return form.get(name)?.trim() || undefined;
}

function isKnown<Known extends string>(known: readonly Known[], value: string): value is Known {
  return known.some((each) => each === value);
}
