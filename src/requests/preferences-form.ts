import { namedPolicies } from '../domain/milestone.ts';
import { defaultPreferences, type Preferences } from '../domain/preferences.ts';
import { type NoticePreset, noticePresetNames } from '../wording/form-messages.ts';

/** The lead times behind a name. */
const noticePresets: Readonly<Record<NoticePreset, readonly number[]>> = {
  default: defaultPreferences.leadTimes,
  newsroom: [7, 1, 0],
  protocol: [365, 180, 90, 30, 7, 0],
};

/**
 * The body of a preferences form as the raw object that `preferenceFields` parses. What is not in the form is left
 * out, so that its default holds; what makes no sense is passed on as it stands, so that the schema refuses it.
 *
 * @example
 * readPreferencesForm(new URLSearchParams('states=cn&leadTimes=newsroom&hour=7'))
 * // => { states: ['cn'], leadTimes: [7, 1, 0], hour: 7 }
 */
export function readPreferencesForm(form: URLSearchParams): Record<string, unknown> {
  const raw = {
    states: chosen(form, 'states'),
    pairs: listedIn(form.get('pairs')),
    kinds: chosen(form, 'kinds'),
    policy: policyIn(form),
    leadTimes: leadTimesIn(form),
    frequency: written(form, 'frequency'),
    weekday: written(form, 'weekday'),
    hour: numberIn(written(form, 'hour')),
    timeZone: written(form, 'timeZone'),
    language: written(form, 'language'),
    leapDay: written(form, 'leapDay'),
    includeSevered: ticked(form, 'includeSevered'),
    sendEmpty: ticked(form, 'sendEmpty'),
  };
  return Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== undefined));
}

/** The preferences as a form holds them: what its fields show, and what reading it gives back. */
export function writePreferencesForm(preferences: Preferences): URLSearchParams {
  const { policy, leadTimes } = preferences;
  const preset = noticePresetNames.find((name) => noticePresets[name].join() === leadTimes.join());
  const fields: Field[] = [
    ...preferences.states.map((state): Field => ['states', state]),
    ['pairs', preferences.pairs.join(', ')],
    ...preferences.kinds.map((kind): Field => ['kinds', kind]),
    ['policy', typeof policy === 'string' ? policy : 'own'],
    ['policyNumbers', typeof policy === 'string' ? '' : policy.join(', ')],
    ['leadTimes', preset ?? 'own'],
    ['leadTimeDays', preset === undefined ? leadTimes.join(', ') : ''],
    ['frequency', preferences.frequency],
    ['weekday', preferences.weekday],
    ['hour', String(preferences.hour)],
    ['timeZone', preferences.timeZone],
    ['language', preferences.language],
    ['leapDay', preferences.leapDay],
    ...switches.filter((name) => preferences[name]).map((name): Field => [name, 'true']),
  ];
  return new URLSearchParams(fields);
}

type Field = [name: string, value: string];

const switches = ['includeSevered', 'sendEmpty'] as const;

/** Boxes ticked under one name. The form always sends the name once with nothing, so that no tick at all is an empty list. */
function chosen(form: URLSearchParams, name: string): string[] | undefined {
  return form.has(name) ? form.getAll(name).flatMap((value) => listedIn(value) ?? []) : undefined;
}

function policyIn(form: URLSearchParams): unknown {
  const policy = written(form, 'policy');
  if (policy === 'own') return numbersIn(form.get('policyNumbers') ?? '');
  if (policy === undefined || isOneOf(namedPolicies, policy)) return policy;
  return numbersIn(policy);
}

function leadTimesIn(form: URLSearchParams): unknown {
  const notice = written(form, 'leadTimes');
  if (notice === undefined) return undefined;
  if (isOneOf(noticePresetNames, notice)) return [...noticePresets[notice]];
  return numbersIn(notice === 'own' ? (form.get('leadTimeDays') ?? '') : notice);
}

function numbersIn(text: string): unknown[] {
  return (listedIn(text) ?? []).map(numberIn);
}

function numberIn(text: string | undefined): unknown {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : text;
}

/** The parts of a list as people type it, in any of the six languages: commas of their scripts, semicolons, new lines. */
function listedIn(text: string | null): string[] | undefined {
  if (text === null) return undefined;
  return text
    .split(/[,;，；、،؛\r\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function ticked(form: URLSearchParams, name: string): unknown {
  const value = written(form, name);
  return value === 'true' || value === 'on' ? true : value;
}

function written(form: URLSearchParams, name: string): string | undefined {
  return form.get(name)?.trim() || undefined;
}

function isOneOf<Known extends string>(known: readonly Known[], value: string): value is Known {
  return known.some((each) => each === value);
}
