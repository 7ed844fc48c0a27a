import { type Command, InvalidArgumentError, Option } from 'commander';
import * as z from 'zod';
import { type CalendarDate, parseCalendarDate } from '../src/domain/calendar-date.ts';
import { leapDayRules } from '../src/domain/milestone.ts';
import { frequencies, MAX_LEAD_TIME, type Preferences } from '../src/domain/preferences.ts';
import { eventKinds } from '../src/domain/relation-event.ts';
import { type KnownStates, preferenceFields, readPolicy } from '../src/requests/preferences.ts';
import { configuredStack } from './configured-stack.ts';

/** What a person typed as preferences; the same names as everywhere, in the command line's spelling. */
export type PreferenceOptions = {
  readonly state?: string[];
  readonly pair?: string[];
  readonly kind?: string[];
  readonly policy?: string;
  readonly leadTime?: string[];
  readonly frequency?: string;
  readonly weekday?: string;
  readonly leapDay?: string;
  readonly includeSevered?: boolean;
  readonly lang?: string | undefined;
};

export function addFilterOptions(command: Command): Command {
  return command
    .addOption(list('--state <code>', 'a state with all its partners, by its two-letter code; may be repeated'))
    .addOption(list('--pair <codes>', 'a pair of states, such as CN-LS; may be repeated'))
    .addOption(
      list('--kind <kind>', `${eventKinds.join(', ')}; may be repeated; replaces established, resumed, upgraded`),
    )
    .option('--policy <policy>', 'fives, tens, jubilees, every, or numbers of years such as 1,5,7', 'fives')
    .option('--include-severed', 'also happy anniversaries of relations that are broken off')
    .option('--leap-day <rule>', `when 29 February is observed in common years: ${leapDayRules.join(' or ')}`, 'feb28');
}

export function addDigestOptions(command: Command): Command {
  return addFilterOptions(command)
    .addOption(list('--lead-time <days>', `days of notice, 0 to ${MAX_LEAD_TIME}; may be repeated; replaces 30, 7, 0`))
    .option('--frequency <frequency>', `${frequencies.join(', ')}`, 'daily');
}

/** The preferences that the options ask for; ends the command with one clear line when one is wrong. */
export function readPreferences(options: PreferenceOptions, states: KnownStates, command: Command): Preferences {
  const parsed = z.object(preferenceFields(states)).safeParse({
    states: options.state,
    pairs: options.pair,
    kinds: options.kind,
    policy: options.policy && readPolicy(options.policy),
    leadTimes: options.leadTime?.map(readWholeNumber),
    frequency: options.frequency,
    leapDay: options.leapDay,
    includeSevered: options.includeSevered,
    language: options.lang,
  });
  return parsed.success ? parsed.data : refuseOption(parsed.error, command);
}

/** Ends the command with one clear line that names the first option at fault. */
export function refuseOption({ issues: [issue] }: Pick<z.ZodError, 'issues'>, command: Command): never {
  const field = String(issue?.path[0]);
  const option = optionNames[field] ?? `--${field}`;
  return command.error(`error: ${option}: ${issue?.message}`, { exitCode: 2 });
}

/** Those that are not spelled as their field is. */
const optionNames: Record<string, string> = {
  states: '--state',
  pairs: '--pair',
  kinds: '--kind',
  leadTimes: '--lead-time',
  leapDay: '--leap-day',
  language: '--lang',
};

/** For options that take a day of the calendar. */
export function readDate(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date === undefined) throw new InvalidArgumentError('It must be a day of the calendar such as 2024-01-12.');
  return date;
}

/** For options that take an instant. */
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

/** For options that take how many. */
export function readCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('It must be a whole number from 1 on.');
  return count;
}

/** Which stack, of those that the credentials of this terminal reach; that of `jubilee start` goes before it. */
export function stackOption(): Option {
  return new Option('--stack <name>', 'the stack in AWS').env('JUBILEE_STACK').default(configuredStack().stackName);
}

export function formatOption(...formats: readonly string[]): Option {
  return new Option('--format <format>', 'how to print').choices(formats).default(formats[0]);
}

/** What is no whole number is left as it was typed, to be refused in words. */
function readWholeNumber(text: string): number | string {
  return /^\d+$/.test(text) ? Number(text) : text;
}

export function list(flags: string, description: string): Option {
  return new Option(flags, description).argParser((value: string, earlier: string[] = []) => [...earlier, value]);
}
