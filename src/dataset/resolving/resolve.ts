import { isUncertain } from '../../domain/days-given.ts';
import { discontinuedIn, type Predecessor, predecessorsByState } from '../../domain/predecessor.ts';
import type { Alternative, RelationEvent } from '../../domain/relation-event.ts';
import type { State } from '../../domain/state.ts';
import type { SettledStatus, Timeline } from '../../domain/timeline.ts';
import { combineCircumstances } from '../files/circumstances.ts';
import { type Claim, isAct } from '../files/claims.ts';
import type { Ruling } from '../files/rulings.ts';
import { findEnd } from '../files/states.ts';
import { byPair } from './by-pair.ts';
import { dateAct } from './date.ts';
import { judgeEvidence, type SupportedAct } from './evidence.ts';
import { groupByAct, groupIntoStatements } from './group.ts';
import { nameAct } from './kind.ts';
import { orderByTime } from './order-by-time.ts';
import type { Setting, Sources } from './same-act.ts';
import { type Witness, weighAct } from './weigh.ts';

/** The checked data, ready to be resolved. */
export type ClaimedDataset = {
  readonly claims: readonly Claim[];
  readonly rulings: readonly Ruling[];
  readonly sources: Sources;
  readonly states: ReadonlyMap<string, State>;
  readonly predecessors: readonly Predecessor[];
  readonly statuses: readonly SettledStatus[];
};

/**
 * Resolves claims and rulings into the timelines of all pairs, sorted by pair: group → weigh → date → kind → evidence.
 *
 * 1. *One act or two* (`group.ts`, `same-act.ts`). Within a pair, claims are about one act when their kinds can name one act,
 *    their dates lie within reach of each other, no opposite act lies between them, neither party became another state
 *    in between, and no source has both. The same day of another year is a slip for that day. Recognition is always
 *    an act of its own. An establishment on the very day of an upgrade is the upgrade, counted by a source that knows no earlier beginning.
 * 2. *The date* (`weigh.ts`, `date.ts`). A date is supported by every claim that gives it or a coarser form of it. Weights add up, sources that
 *    repeat one another count once; a claim that its note puts in doubt, or that its own source contradicts, weighs less than half.
 *    The heaviest date stands; of equals the one with more witnesses, then the finer; then of a break the latest; of
 *    two days at most three apart, one of them on a weekend, the working day; else the earlier.
 * 3. *The kind* (`kind.ts`). What sources call by different names is a resumption, or else an upgrade, when the same parties
 *    had begun or broken off before, and a resumption when two voices call it so; otherwise it is what the weightier sources call it.
 * 4. *The evidence* (`evidence.ts`). `official`, `corroborated`, `listed` or `unconfirmed`, by who gives the date; `disputed` when voices of
 *    comparable weight give another. All other dates and kinds stay beside the event as its alternatives; of a date that is not certain, its
 *    coarser forms too.
 * 5. *Rulings* (`rulings.ts`) go before each of these where the rule cannot know.
 *
 * The outcome does not depend on the order of the claims.
 */
export function resolve(dataset: ClaimedDataset): Timeline[] {
  const rulings = byPair(dataset.rulings);
  const predecessors = predecessorsByState(dataset.predecessors);
  return [...byPair(dataset.claims)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([pair, claims]) =>
      resolvePair({ ...dataset, pair, statements: groupIntoStatements(claims), rulings: rulings.get(pair) ?? [] }),
    )
    .map(({ events, ...timeline }) => ({
      ...timeline,
      events: events.map((event) => nameActor(event, discontinuedIn(event, timeline.pair, predecessors))),
    }));
}

/** The act under the name of the predecessors that did it and are not continued. */
function nameActor(event: RelationEvent, discontinued: readonly string[]): RelationEvent {
  const as = [...new Set([...(event.as ?? []), ...discontinued])];
  return as.length === (event.as ?? []).length ? event : { ...event, as };
}

function resolvePair(setting: Setting): Timeline {
  const events = groupByAct(setting)
    .map((group) => weighAct(group, setting))
    .map(dateAct)
    .map(nameAct)
    .map(judgeEvidence)
    .map(toEvent);
  const ended = findEnd(setting.pair, setting.states);
  return { pair: setting.pair, events: orderByTime(events), ...(ended && { ended }) };
}

function toEvent(act: SupportedAct): RelationEvent {
  const { kind, date, evidence, witnesses } = act;
  const agreeing = witnesses.filter(({ claim }) => date.startsWith(claim.date));
  return {
    kind,
    date,
    evidence,
    sources: sourceKeys(agreeing.filter(({ claim }) => givesDate(claim, act))),
    alternatives: alternativesTo(act),
    ...combineCircumstances(agreeing.filter(({ claim }) => claim.kind === kind).map(({ claim }) => claim)),
  };
}

function alternativesTo(act: SupportedAct): Alternative[] {
  const others = act.witnesses.filter(({ claim }) => claim.kind !== act.kind || !givesDate(claim, act));
  return groupIntoStatements(others.map(({ claim }) => claim)).map(({ kind, date }) => ({
    kind,
    date,
    sources: sourceKeys(others.filter(({ claim }) => isAct(claim, { kind, date }))),
  }));
}

/** Where all days are named with those who give them, a source of the year alone gives none of them; elsewhere it supports the day. */
function givesDate(claim: Claim, { date, evidence }: SupportedAct): boolean {
  return isUncertain({ evidence }) ? claim.date === date : date.startsWith(claim.date);
}

function sourceKeys(witnesses: readonly Witness[]): string[] {
  return [...new Set(witnesses.map(({ claim }) => claim.source))];
}
