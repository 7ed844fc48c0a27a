import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';

import * as z from 'zod';
import { readStates } from '../src/dataset/files/states.ts';
import { type CalendarDate, parseCalendarDate } from '../src/domain/calendar-date.ts';
import { leapDayRules } from '../src/domain/milestone.ts';
import {
  type DueFilter,
  defaultPreferences,
  filterOf,
  frequencies,
  isPreferenceName,
  languages,
  MAX_LEAD_TIME,
  type PreferenceName,
  type Preferences,
  preferenceNames,
} from '../src/domain/preferences.ts';
import { eventKinds } from '../src/domain/relation-event.ts';
import { findStates } from '../src/finding/find-states.ts';
import { stateIndex } from '../src/finding/state-index.ts';
import { type KnownStates, preferenceFields, readPolicy } from '../src/requests/preferences.ts';
import { wordingIn } from '../src/wording/wording.ts';
import { configuredStack } from './configured-stack.ts';
import { dataFolder } from './dataset-files.ts';

/** Preferences as typed on the command line, under their usual names. */
export type PreferenceOptions = {
  readonly state?: string[];
  readonly pair?: string[];
  readonly kind?: string[];
  readonly policy?: string;
  readonly leadTime?: string[];
  readonly frequency?: string;
  readonly leapDay?: string;
  readonly includeSevered?: boolean;
  readonly lang?: string | undefined;
};

/** The command-line option of a preference. */
type PreferenceOption = {
  readonly option: Option;
  /** Reads the raw value to parse. */
  readonly read: (options: PreferenceOptions) => unknown;
};

/** The options of preferences; those without one do not affect the digest of a given date. */
const preferenceOptions: Readonly<
  Record<keyof DueFilter, PreferenceOption> & Record<PreferenceName, PreferenceOption | undefined>
> = {
  states: {
    option: list(
      '--state <name>',
      'a state with all its partners, by its code or a name of it; may be repeated',
      resolveStateCode,
    ),
    read: ({ state }) => state,
  },
  pairs: {
    option: list('--pair <codes>', 'a pair of states, such as CN-LS; may be repeated'),
    read: ({ pair }) => pair,
  },
  kinds: {
    option: list('--kind <kind>', `${eventKinds.join(', ')}; may be repeated; replaces established, resumed, upgraded`),
    read: ({ kind }) => kind,
  },
  policy: {
    option: new Option('--policy <policy>', 'fives, tens, jubilees, every, or numbers of years such as 1,5,7').default(
      'fives',
    ),
    read: ({ policy }) => policy && readPolicy(policy),
  },
  leadTimes: {
    option: list('--lead-time <days>', `days of notice, 0 to ${MAX_LEAD_TIME}; may be repeated; replaces 30, 7, 0`),
    read: ({ leadTime }) => leadTime?.map(readWholeNumber),
  },
  frequency: {
    option: new Option('--frequency <frequency>', frequencies.join(', ')).default('daily'),
    read: ({ frequency }) => frequency,
  },
  weekday: undefined,
  hour: undefined,
  timeZone: undefined,
  language: {
    option: new Option('--lang <language>', `${languages.join(', ')}, or all with --format brief`).default('en'),
    read: ({ lang }) => lang,
  },
  leapDay: {
    option: new Option(
      '--leap-day <rule>',
      `when 29 February is observed in common years: ${leapDayRules.join(' or ')}`,
    ).default('feb28'),
    read: ({ leapDay }) => leapDay,
  },
  includeSevered: {
    option: new Option('--include-severed', 'include happy anniversaries of relations that are broken off'),
    read: ({ includeSevered }) => includeSevered,
  },
  sendEmpty: undefined,
};

/** Adds the options that select milestones. */
export function addFilterOptions(command: Command): Command {
  const { leadTimes, ...filter } = filterOf(defaultPreferences);
  return addOptions(command, Object.keys(filter));
}

export function addDigestOptions(command: Command): Command {
  return addOptions(command, preferenceNames);
}

function addOptions(command: Command, names: readonly string[]): Command {
  const asked = names.filter(isPreferenceName).flatMap((name) => preferenceOptions[name] ?? []);
  return asked.reduce((extended, { option }) => extended.addOption(option), command);
}

/** Parses the preferences in the options; ends the command with one line if one is invalid. */
export function readPreferences(options: PreferenceOptions, states: KnownStates, command: Command): Preferences {
  const typed = preferenceNames.map((name) => [name, preferenceOptions[name]?.read(options)]);
  const parsed = z.object(preferenceFields(states)).safeParse(Object.fromEntries(typed));
  return parsed.success ? parsed.data : refuseOption(parsed.error, command);
}

/**
 * Resolves a state's name or code to its code; leaves a text unlike any name as typed, so the schema can reject it.
 *
 * @throws InvalidArgumentError with states of a similar name
 */
export function resolveStateCode(text: string): string {
  const { rows } = readStates(readFileSync(join(dataFolder, 'states.csv'), 'utf8'));
  const states = rows.map(({ value }) => value);
  if (states.some(({ code }) => code === text.toUpperCase())) return text;
  const found = findStates(text, stateIndex(states));
  if (found === undefined) return text;
  const [code, ...others] = found.codes;
  if (code !== undefined && found.match === 'exact' && others.length === 0) return code;
  const { state } = wordingIn('en').names;
  const likely = found.codes.slice(0, MAX_LIKELY).map((each) => `${each} (${state(each)})`);
  throw new InvalidArgumentError(`Did you mean ${likely.join(' or ')}?`);
}

/** The most states suggested. */
const MAX_LIKELY = 5;

/** Ends the command with one line on the first faulty option. */
export function refuseOption({ issues: [issue] }: Pick<z.ZodError, 'issues'>, command: Command): never {
  const field = String(issue?.path[0]);
  const option = isPreferenceName(field) ? preferenceOptions[field]?.option.long : undefined;
  return command.error(`error: ${option ?? `--${field}`}: ${issue?.message}`, { exitCode: 2 });
}

/** Parses an option with a day. */
export function readDate(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date === undefined) throw new InvalidArgumentError('It must be a day of the calendar such as 2024-01-12.');
  return date;
}

/** Parses an option with an instant. */
export function readInstant(text: string): Date {
  const instant = new Date(text);
  if (
    parseCalendarDate(text.slice(0, 10)) === undefined ||
    Number.isNaN(instant.getTime()) ||
    !/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text)
  )
    throw new InvalidArgumentError('It must be an instant with its zone, such as 2024-01-05T00:00:00Z.');
  return instant;
}

/** Parses an option with a count. */
export function readCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('It must be a whole number from 1 on.');
  return count;
}

/** Creates the option that selects a stack in the account of this terminal; the stack of `jubilee start` takes precedence. */
export function stackOption(): Option {
  return new Option('--stack <name>', 'the stack in AWS').env('JUBILEE_STACK').default(configuredStack().stackName);
}

export function formatOption(...formats: readonly string[]): Option {
  return new Option('--format <format>', 'output format').choices(formats).default(formats[0]);
}

/** Leaves non-integers as typed, so the schema can reject them with a message. */
function readWholeNumber(text: string): number | string {
  return /^\d+$/.test(text) ? Number(text) : text;
}

export function list(flags: string, description: string, read = (text: string) => text): Option {
  return new Option(flags, description).argParser((value: string, earlier: string[] = []) => [...earlier, read(value)]);
}
