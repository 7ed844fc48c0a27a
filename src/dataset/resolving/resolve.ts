import type { PartialDate } from '../../domain/calendar-date.ts';
import type { Alternative, EventKind, RelationEvent, Standing } from '../../domain/relation-event.ts';
import type { State } from '../../domain/state.ts';
import type { Timeline } from '../../domain/timeline.ts';
import type { Act, Claim } from '../files/claims.ts';
import type { Ruling } from '../files/rulings.ts';
import { endOf } from '../files/states.ts';
import { actsOf, type Cluster, isAct, statementsOf } from './acts.ts';
import { byPair } from './by-pair.ts';
import { inOrderOfTime } from './in-order.ts';
import { firstDay, haveSameParties, isBeginning, type Setting } from './same-act.ts';
import { datesAgree, rivals, type Sources, supportOf, type Witness, weigh, witnessesOf } from './weigh.ts';

/** What is resolved: everything that the data says, checked. */
export type Dataset = {
  readonly claims: readonly Claim[];
  readonly rulings: readonly Ruling[];
  readonly sources: Sources;
  readonly states: ReadonlyMap<string, State>;
};

/**
 * The timelines of all pairs, in the order of their names. This is the rule by which claims become events:
 *
 * 1. *One act or two* (`acts.ts`, `same-act.ts`). Within a pair, claims are about one act when their kinds can name one act,
 *    their dates lie within reach of each other, no opposite act lies between them, neither party became another state
 *    in between, and no source tells of both. The same day of another year is a slip for that day. Recognition is always
 *    an act of its own. An establishment on the very day of an upgrade is the upgrade, counted by a source that knows no earlier beginning.
 * 2. *The date* (`weigh.ts`). A date is supported by every claim that gives it or a coarser form of it. Weights add up, sources that
 *    repeat one another count once; a claim that its note puts in doubt, or that its own source contradicts, weighs less than half.
 *    The heaviest date stands; of equals the one with more witnesses, then the finer, then the later, since announcements
 *    and signings come before the entry into force.
 * 3. *The kind*. What sources call by different names is a resumption, or else an upgrade, when the same parties
 *    had begun or broken off before, and a resumption when two voices call it so; otherwise it is what the weightier sources call it.
 * 4. *The standing*. `disputed` when another date has support of comparable weight; else `single-source` when one voice
 *    alone gives the date so precisely; else `agreed`. All other dates and kinds stay beside the event as its alternatives.
 * 5. *Rulings* (`rulings.ts`) go before each of these where the rule cannot know.
 *
 * The outcome does not depend on the order of the claims.
 */
export function resolve(dataset: Dataset): Timeline[] {
  const rulings = byPair(dataset.rulings);
  return [...byPair(dataset.claims)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([pair, claims]) =>
      timelineOf({ ...dataset, pair, statements: statementsOf(claims), rulings: rulings.get(pair) ?? [] }),
    );
}

function timelineOf(setting: Setting): Timeline {
  const events = actsOf(setting).map((act) => eventOf(act, setting));
  const ended = endOf(setting.pair, setting.states);
  return { pair: setting.pair, events: inOrderOfTime(events), ...(ended && { ended }) };
}

function eventOf(act: Cluster, setting: Setting): RelationEvent {
  const claims = act.flatMap((statement) => statement.claims);
  const witnesses = heaviestFirst(witnessesOf(claims, setting.sources));
  const rulings = setting.rulings.filter((ruling) => act.some((statement) => isAct(ruling.act, statement)));
  const { date, kind } = rulings.find(({ verdict }) => verdict === 'date')?.act ?? heaviestAct(act, witnesses, setting);
  const agreeing = witnesses.filter(({ claim }) => date.startsWith(claim.date));
  return {
    kind,
    date,
    standing: standingOf(date, witnesses, rulings),
    sources: sourcesOf(agreeing),
    alternatives: alternativesTo({ kind, date }, witnesses),
    note: noteOf(agreeing.filter(({ claim }) => claim.kind === kind)),
  };
}

function heaviestAct(act: Cluster, witnesses: readonly Witness[], setting: Setting): Act {
  const date = dateOf(witnesses);
  return { date, kind: isContinued(act, date, setting) ? kindOfContinuation(act) : kindOfBeginning(act, witnesses) };
}

/** The date that most speaks for; of equals the one with more witnesses, then the finer, then the later, since announcements and signings come before the entry into force. */
function dateOf(witnesses: readonly Witness[]): PartialDate {
  const [best] = candidatesOf(witnesses).sort(
    (one, other) =>
      supportOf(other, witnesses).weight - supportOf(one, witnesses).weight ||
      supportOf(other, witnesses).witnesses - supportOf(one, witnesses).witnesses ||
      other.length - one.length ||
      (one < other ? 1 : -1),
  );
  if (best === undefined) throw new Error('an act without claims has no date');
  return best;
}

/** The dates to choose from: a date of which a finer form is given is not one of them. */
function candidatesOf(witnesses: readonly Witness[]): PartialDate[] {
  const dates = [...new Set(witnesses.map(({ claim }) => claim.date))];
  return dates.filter((date) => !dates.some((other) => other !== date && other.startsWith(date)));
}

/** What an act is called after an earlier beginning or break of the same parties: a resumption, or else an upgrade, if any source says so. */
function kindOfContinuation(act: Cluster): EventKind {
  const kinds = act.map(({ kind }) => kind);
  return (['resumed', 'upgraded'] as const).find((kind) => kinds.includes(kind)) ?? firstKindOf(act);
}

/**
 * What an act is called when nothing went before: a resumption when two voices call it so, for lists say "established" of
 * everything; else what the weightier sources call it, a resumption when they are equal.
 */
function kindOfBeginning(act: Cluster, witnesses: readonly Witness[]): EventKind {
  const calling = (kind: EventKind) => weigh(witnesses.filter(({ claim }) => claim.kind === kind));
  if (!act.some(({ kind }) => isBeginning(kind))) return firstKindOf(act);
  const [resumed, established] = [calling('resumed'), calling('established')];
  return resumed.voices > 1 || resumed.weight >= established.weight ? 'resumed' : 'established';
}

function firstKindOf([first]: Cluster): EventKind {
  return first?.kind ?? 'established';
}

function isContinued(act: Cluster, date: PartialDate, setting: Setting): boolean {
  return setting.statements.some(
    (earlier) =>
      !act.includes(earlier) &&
      (isBeginning(earlier.kind) || earlier.kind === 'severed') &&
      firstDay(earlier.date) < firstDay(date) &&
      haveSameParties(earlier.date, date, setting),
  );
}

function standingOf(date: PartialDate, witnesses: readonly Witness[], ruled: readonly Ruling[]): Standing {
  const isRival = (other: PartialDate) => {
    const deciding = witnesses.filter(({ claim }) => !(date.startsWith(claim.date) && other.startsWith(claim.date)));
    return !datesAgree(other, date) && rivals(supportOf(other, deciding), supportOf(date, deciding));
  };
  if (ruled.some(({ verdict }) => verdict === 'disputed')) return 'disputed';
  if (!ruled.some(({ verdict }) => verdict === 'date') && candidatesOf(witnesses).some(isRival)) return 'disputed';
  const voices = new Set(witnesses.filter(({ claim }) => claim.date === date).map(({ voice }) => voice));
  return voices.size > 1 ? 'agreed' : 'single-source';
}

function alternativesTo(chosen: Act, witnesses: readonly Witness[]): Alternative[] {
  const others = witnesses.filter(({ claim }) => claim.kind !== chosen.kind || !chosen.date.startsWith(claim.date));
  return statementsOf(others.map(({ claim }) => claim)).map(({ kind, date }) => ({
    kind,
    date,
    sources: sourcesOf(others.filter(({ claim }) => isAct(claim, { kind, date }))),
  }));
}

function heaviestFirst(witnesses: readonly Witness[]): Witness[] {
  return [...witnesses].sort(
    (one, other) => other.weight - one.weight || (one.claim.source < other.claim.source ? -1 : 1),
  );
}

function sourcesOf(witnesses: readonly Witness[]): string[] {
  return [...new Set(witnesses.map(({ claim }) => claim.source))];
}

function noteOf(witnesses: readonly Witness[]): string {
  return [...new Set(witnesses.flatMap(({ claim }) => claim.note.split('; ')))]
    .filter((part) => part !== '')
    .join('; ');
}
