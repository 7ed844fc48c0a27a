import * as z from 'zod';
import {
  addDays,
  type CalendarDate,
  type PartialDate,
  parseCalendarDate,
  parsePartialDate,
} from '../domain/calendar-date.ts';
import type { MilestonePolicy } from '../domain/milestone.ts';
import {
  MAX_PLANNED_PARTIES,
  type PlannedRegion,
  type PlannedYears,
  plannedRegions,
  plannedYears,
} from '../domain/outlook.ts';
import { defaultPreferences, filterOf, type MilestoneFilter } from '../domain/preferences.ts';
import { pairOf, type StateCode } from '../domain/relation-event.ts';
import { parseRequest } from './invalid-request.ts';
import { type KnownStates, preferenceFields, readPolicy } from './preferences.ts';
import { readPreferencesForm } from './preferences-form.ts';

/**
 * Parses the query of a page: `?state=CN&kind=resumed&policy=tens`, with lists by repeating a name or with commas. Ignores
 * empty form fields.
 *
 * @throws InvalidRequest with the names of the parameters as in the URL.
 */
export function readPageQuery(
  query: URLSearchParams,
  states: KnownStates,
  policy: MilestonePolicy = defaultPreferences.policy,
): MilestoneFilter {
  return filterIn(parseRequest(z.object(filterFields(states)), written(query, policy)));
}

/**
 * Parses the planner's query: in addition `years` ahead (2 by default) from the month `from` (today by default), for at
 * most ten states and pairs, for one state `with` another, or for a `region`.
 *
 * @throws InvalidRequest
 */
export function readPlannerQuery(
  query: URLSearchParams,
  states: KnownStates,
): MilestoneFilter & {
  readonly years: PlannedYears;
  readonly from: PartialDate | undefined;
  readonly region: PlannedRegion | undefined;
} {
  const years = Number(query.get('years')?.trim() || 2);
  const schema = z
    .object({
      ...filterFields(states),
      with: filterFields(states).state,
      region: z.enum(plannedRegions).optional(),
      years: z.literal(plannedYears),
      from: month.optional(),
    })
    .refine(({ state, with: partner }) => partner.length === 0 || isOnePair(state, partner), {
      path: ['with'],
      error: 'must be one state, beside one other state',
    })
    .refine(({ state, pair }) => state.length + pair.length <= MAX_PLANNED_PARTIES, {
      path: ['parties'],
      error: `must be at most ${MAX_PLANNED_PARTIES} states and pairs`,
    });
  const from = query.get('from')?.trim() || undefined;
  const region = query.get('region')?.trim() || undefined;
  const partner = listed(query, 'with');
  const asked = { ...written(query, defaultPreferences.policy), with: partner, region, years, from };
  const request = parseRequest(schema, asked);
  return { ...filterOfPair(request), years: request.years, from: request.from, region: request.region };
}

function isOnePair([one, ...more]: readonly StateCode[], [other, ...others]: readonly StateCode[]): boolean {
  return one !== undefined && one !== other && more.length + others.length === 0;
}

/** Turns one state `with` another into their pair. */
function filterOfPair({ with: [partner], ...request }: Filtered & { readonly with: readonly StateCode[] }) {
  const filter = filterIn(request);
  const [state] = filter.states;
  return state === undefined || partner === undefined
    ? filter
    : { ...filter, states: [], pairs: [pairOf(state, partner)] };
}

const month = z
  .string()
  .transform(parsePartialDate)
  .refine((date) => date?.length === 7 && '1800' <= date && date < '2200', 'must be a month such as 2027-01');

/**
 * Parses the query of a pair's page: in addition, whether to show its facts in all languages.
 *
 * @throws InvalidRequest
 */
export function readRelationQuery(query: URLSearchParams, states: KnownStates) {
  const facts = z.literal('all').optional();
  const schema = z.object({ ...filterFields(states), facts });
  const asked = parseRequest(schema, {
    ...written(query, defaultPreferences.policy),
    facts: query.get('facts') || undefined,
  });
  return { filter: { ...filterIn(asked), states: [], pairs: [] }, factsInAll: asked.facts === 'all' };
}

/**
 * Parses the query of the page of changes: the state, and the number of the page, from 1.
 *
 * @throws InvalidRequest
 */
export function readChangesQuery(query: URLSearchParams, states: KnownStates) {
  const { state } = filterFields(states);
  const asked = { state: listed(query, 'state'), page: Number(query.get('page')?.trim() || 1) };
  const { state: codes, page } = parseRequest(z.object({ state, page: z.int().min(1).max(1000) }), asked);
  return { state: codes[0], number: page };
}

/**
 * Parses the query of `/due` (see `duePath`): the days that a digest covers, and its reader's filter.
 *
 * @throws InvalidRequest
 */
export function readDueQuery(query: URLSearchParams, states: KnownStates) {
  const { kinds, policy, leadTimes, leapDay, ...fields } = preferenceFields(states);
  const schema = z
    .object({
      ...{ states: fields.states, pairs: fields.pairs, kinds, policy, leadTimes, leapDay },
      includeSevered: fields.includeSevered,
      ...{ from: day, through: day, page: z.int().min(1).max(1000) },
    })
    .refine(({ from, through }) => from <= through && through <= addDays(from, MAX_DAYS_COVERED), {
      path: ['through'],
      error: `must be from the first day to ${MAX_DAYS_COVERED} days after it`,
    });
  const asked = {
    from: query.get('from'),
    through: query.get('through'),
    page: Number(query.get('page')?.trim() || 1),
  };
  const { from, through, page, ...filter } = parseRequest(schema, { ...readPreferencesForm(query), ...asked });
  return { span: { from, through }, filter, number: page };
}

/** The most days in a list: a month plus the longest outage that is caught up, with a margin. */
const MAX_DAYS_COVERED = 92;

const dayFault = 'must be a day such as 2027-01-31';
const day = z
  .string(dayFault)
  .refine((text): text is CalendarDate => parseCalendarDate(text) !== undefined, dayFault)
  .refine((date) => '1800' <= date && date < '2200', dayFault);

function filterFields(states: KnownStates) {
  const { states: state, pairs: pair, kinds: kind, policy } = preferenceFields(states);
  return { state, pair, kind, policy };
}

function written(query: URLSearchParams, policy: MilestonePolicy) {
  const [kind, ownPolicy] = [listed(query, 'kind'), query.get('policy')?.trim()];
  return {
    state: listed(query, 'state'),
    pair: listed(query, 'pair'),
    kind: kind.length === 0 ? undefined : kind,
    policy: ownPolicy ? readPolicy(ownPolicy) : policy,
  };
}

type Filtered = z.output<z.ZodObject<ReturnType<typeof filterFields>>>;

function filterIn({ state, pair, kind, policy }: Filtered): MilestoneFilter {
  return { ...filterOf(defaultPreferences), states: state, pairs: pair, kinds: kind, policy };
}

function listed(query: URLSearchParams, name: string): string[] {
  return query
    .getAll(name)
    .flatMap((value) => value.split(/[,;\s]+/))
    .filter((value) => value !== '');
}
