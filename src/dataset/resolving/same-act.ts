import type { PartialDate } from '../../domain/calendar-date.ts';
import type { Predecessor } from '../../domain/predecessor.ts';
import { type EventKind, type Pair, partiesOf } from '../../domain/relation-event.ts';
import type { DatedSource } from '../../domain/source.ts';
import type { State } from '../../domain/state.ts';
import type { Claim, NamedAct } from '../files/claims.ts';
import type { Ruling } from '../files/rulings.ts';
import { datesAgree, daysApart, firstDay, lastDay, middle } from './partial-dates.ts';
import { isList, partyOf } from './voice.ts';

export type Sources = ReadonlyMap<string, DatedSource>;

/** All claims of a pair with one kind and date. */
export type Statement = NamedAct & { readonly claims: readonly Claim[] };

/** The statements that are about one act. */
export type ActGroup = readonly Statement[];

/** The context of the claims of one pair. */
export type Setting = {
  readonly pair: Pair;
  readonly statements: readonly Statement[];
  readonly rulings: readonly Ruling[];
  readonly sources: Sources;
  readonly states: ReadonlyMap<string, State>;
  readonly predecessors: readonly Predecessor[];
};

const YEAR = 366;

/** The distance (days) within which two dates from one source contradict each other; further apart they are two acts. */
const SLIP_OF_ONE_SOURCE = 31;

/** The greatest distance (days) between two dates of one act, by the kinds that sources give. Other kinds are never one act. */
const reach: Readonly<Record<string, number>> = {
  'established established': Number.POSITIVE_INFINITY,
  'established resumed': 3 * YEAR,
  'established upgraded': 0,
  'resumed resumed': 5 * YEAR,
  'severed severed': 5 * YEAR,
  'recognised recognised': 10 * YEAR,
  'upgraded upgraded': YEAR,
  'consular consular': Number.POSITIVE_INFINITY,
};

/** Checks whether two statements can be about one act. */
export function mayBeOneAct(one: Statement, other: Statement, setting: Setting): boolean {
  const within = reach[[one.kind, other.kind].sort().join(' ')];
  if (within === undefined) return false;
  if (daysApart(one.date, other.date) > within || areInterrupted(one, other, setting)) return false;
  return haveSameParties(one.date, other.date, setting);
}

/** Counts the days between two dates; 0 if they overlap, 1 if one is a slip of the other. */
export function distance(one: Statement, other: Statement): number {
  return isSlip(one, other) ? 1 : daysApart(one.date, other.date);
}

/**
 * Checks whether a source has both: at dates too far apart for a slip, or as two kinds of act on one day. For beginnings
 * within three years, sources of both parties must, as many count a recognition or a signature as a beginning.
 */
export function areToldApart(one: Statement, other: Statement, { pair, sources }: Setting): boolean {
  const apart = daysApart(one.date, other.date);
  const isOneKind = isBeginning(one.kind) === isBeginning(other.kind);
  if (isOneKind && apart <= SLIP_OF_ONE_SOURCE) return false;
  const telling = one.claims
    .map(({ source }) => source)
    .filter((key) => other.claims.some(({ source }) => source === key));
  if (!isBeginning(one.kind) || !isBeginning(other.kind) || apart > 3 * YEAR) return telling.length > 0;
  const parties = telling.map((key) => partyOf(key, sources.get(key)));
  return partiesOf(pair).every((code) => parties.includes(code));
}

/** Checks for the same day in another year: the most common slip in copying a date. */
export function isSlip(one: Statement, other: Statement): boolean {
  return one.kind === other.kind && one.date.length === 10 && one.date.slice(4) === other.date.slice(4);
}

/** Checks that neither party became another state between the two dates, give or take a month. */
export function haveSameParties(one: PartialDate, other: PartialDate, { pair, states }: Setting): boolean {
  if (daysApart(one, other) <= SLIP_OF_ONE_SOURCE) return true;
  const [from, to] = firstDay(one) < firstDay(other) ? [one, other] : [other, one];
  const successions = partiesOf(pair).flatMap((code) => states.get(code)?.successions ?? []);
  return !successions.some((date) => lastDay(from) < firstDay(date) && firstDay(date) < firstDay(to));
}

/**
 * Checks for a beginning dated merely to the day of a succession: another day is on file, no list of the partner repeats
 * it, and neither does the partner's government.
 */
export function isAutomaticSuccession(
  claim: Claim,
  claims: readonly Claim[],
  { pair, states, sources }: Setting,
): boolean {
  const successor = partiesOf(pair).find((code) => states.get(code)?.successions.includes(claim.date));
  const { government } = sources.get(claim.source) ?? {};
  const isSuccession = successor !== undefined && (government === undefined || government === successor);
  const lists = claims.filter(({ source, date }) => isList(source) && date === claim.date);
  return (
    isSuccession &&
    isBeginning(claim.kind) &&
    lists.length < 2 &&
    claims.some(({ date }) => !datesAgree(date, claim.date))
  );
}

/** Checks for a date before a party existed, and outside the time of its predecessors. */
export function isBeforeStatehood({ date, as = [] }: Claim, { pair, states, predecessors }: Setting): boolean {
  return partiesOf(pair).some((code) => {
    const since = states.get(code)?.since;
    if (since === undefined || lastDay(date) + SLIP_OF_ONE_SOURCE >= firstDay(since)) return false;
    return !predecessors.some(({ state, key, from, until }) => {
      if (state !== code) return false;
      return (
        as.includes(key) ||
        (from !== undefined && firstDay(from) <= lastDay(date) && (!until || firstDay(date) <= lastDay(until)))
      );
    });
  });
}

/** Checks whether a break certainly lies between two beginnings, or a beginning between two breaks; a coarse date may not be certain. */
function areInterrupted(one: Statement, other: Statement, { statements }: Setting): boolean {
  const [from = 0, to = 0] = [middle(one.date), middle(other.date)].sort((a, b) => a - b);
  return statements.some(({ kind, date }) => {
    const opposite = one.kind === 'severed' ? isBeginning(kind) : kind === 'severed' && one.kind !== 'recognised';
    return (
      opposite &&
      from < middle(date) &&
      middle(date) < to &&
      !datesAgree(date, one.date) &&
      !datesAgree(date, other.date)
    );
  });
}

export function isBeginning(kind: EventKind): boolean {
  return kind === 'established' || kind === 'resumed';
}
