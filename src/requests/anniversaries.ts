import * as z from 'zod';
import type { AnniversaryQuestion } from '../domain/anniversaries.ts';
import { type CalendarDate, parseCalendarDate, precisions, yearOf } from '../domain/calendar-date.ts';
import { cursor } from './cursor.ts';
import { type KnownStates, listOf, oneOf, preferenceFields, readPolicy } from './preferences.ts';

/** The limits on the size of an answer and the work behind it. */
const MAX_ON_PAGE = 1000;
const MAX_YEARS = 100;

/**
 * Builds the schema of anniversary queries, in a URL or on the command line: the same names, and lists by repeating a
 * name.
 */
export function anniversaryQuestion(states: KnownStates) {
  return z.strictObject(fieldsKnowing(states)).refine(endsAfterItBegins, endsTooSoon).transform(toQuestion);
}

/** Builds the schema of paginated anniversary queries. */
export function anniversaryPage(states: KnownStates) {
  return z
    .strictObject({
      ...fieldsKnowing(states),
      cursor: pageCursor,
      limit: pageLimit.describe('The most anniversaries on a page.'),
    })
    .refine(endsAfterItBegins, endsTooSoon)
    .refine(isWithinReach, endsTooLate)
    .transform(({ cursor, limit, ...fields }) => ({ question: { ...toQuestion(fields), after: cursor }, limit }));
}

function fieldsKnowing(states: KnownStates) {
  const { states: state, pairs: pair, kinds: kind, policy, leapDay } = preferenceFields(states);
  return {
    from: dayParameter.describe('The first day.'),
    to: dayParameter.describe(`The last day, at most ${MAX_YEARS} years on.`),
    state: state.describe(
      'The code of a state, with all its partners; may be repeated. Without states and pairs: the whole world.',
    ),
    pair: pair.describe('A pair of states, such as `CN-LS`; may be repeated.'),
    kind: kind.describe('An act to include; may be repeated.'),
    policy: policyText
      .transform(readPolicy)
      .pipe(policy.unwrap())
      .describe(
        'The anniversaries that count: `fives` (the 1st and every 5th), `tens`, `jubilees` (every 25th), `every`, or numbers of years such as `1,5,7`.',
      ),
    precision: listOf(oneOf(precisions), { least: 1, most: 20 })
      .default([...precisions])
      .describe('A precision of dates to include; may be repeated.'),
    leapDay: leapDay.describe('When an event of 29 February is observed in common years.'),
    includeSevered: yesOrNo.describe('Whether to include happy anniversaries of relations that are broken off.'),
    includeDiscontinued: yesOrNo.describe(
      'Whether to include acts of predecessors that a state does not continue, such as those of the Republic of China before 1949.',
    ),
  };
}

/** A day in a URL. */
export const dayParameter = z
  .string('must be a day such as 2024-01-12')
  .refine((text): text is CalendarDate => parseCalendarDate(text) !== undefined, {
    error: ({ input }) => `${input} is not a day of the calendar such as 2024-01-12`,
  })
  .meta({ format: 'date' });

const yesOrNo = z
  .enum(['true', 'false'], 'must be true or false')
  .default('false')
  .transform((word) => word === 'true');

const policyText = z.string().max(600).default('fives');

const pageCursor = cursor.optional().describe('The `next` of the previous page; keep all other parameters.');

const limitFault = `must be a whole number from 1 to ${MAX_ON_PAGE}`;
/** The size of a page. */
export const pageLimit = z.coerce
  .number(limitFault)
  .int(limitFault)
  .min(1, limitFault)
  .max(MAX_ON_PAGE, limitFault)
  .default(100);

type Fields = z.output<z.ZodObject<ReturnType<typeof fieldsKnowing>>>;
type Ends = Pick<Fields, 'from' | 'to'>;

function endsAfterItBegins({ from, to }: Ends): boolean {
  return from <= to;
}

function isWithinReach({ from, to }: Ends): boolean {
  return yearOf(to) - yearOf(from) <= MAX_YEARS;
}

const [endsTooSoon, endsTooLate] = [
  { path: ['to'], error: 'is before the first day' },
  { path: ['to'], error: `is more than ${MAX_YEARS} years after the first day: ask for a part of it at a time` },
];

function toQuestion({ from, to, state, pair, kind, precision, ...rest }: Fields): AnniversaryQuestion {
  return { from, through: to, states: state, pairs: pair, kinds: kind, precisions: precision, ...rest };
}
