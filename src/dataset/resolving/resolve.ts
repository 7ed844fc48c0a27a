import { isUncertain } from '../../domain/days-given.ts';
import { discontinuedIn, type Predecessor, predecessorsByState } from '../../domain/predecessor.ts';
import type { Alternative, RelationEvent } from '../../domain/relation-event.ts';
import type { State } from '../../domain/state.ts';
import type { Timeline } from '../../domain/timeline.ts';
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
};

/**
 * Resolves claims and rulings into the timelines of all pairs, sorted by pair: group → weigh → date → kind → evidence.
 *
 * 1. *One act or two* (`group.ts`, `same-act.ts`). Claims of a pair are about one act if their kinds can name one act,
 *    their dates are close enough, no opposite act lies between them, neither party became another state in between, and
 *    no source has both. The same day of another year is a slip for that day. Recognition is always an act of its own. An
 *    establishment on the day of an upgrade is the upgrade, from a source that does not know the earlier beginning.
 * 2. *The date* (`weigh.ts`, `date.ts`). Every claim supports its date and finer forms of it. Weights add up, but sources
 *    that repeat one another count once; a claim that its note doubts, or that its own source contradicts, has less than
 *    half the weight. The weightiest date wins. Ties go to the date with more witnesses, then to the finer; for a break to
 *    the latest; otherwise to the working day of two days at most three apart, then to the earlier.
 * 3. *The kind* (`kind.ts`). If sources differ, an act is a resumption, or else an upgrade, if the same parties began or
 *    broke off relations before, and a resumption if two sources call it that; otherwise the weightier sources decide.
 * 4. *The evidence* (`evidence.ts`). `official`, `corroborated`, `listed` or `unconfirmed`, by the sources of the date;
 *    `disputed` if voices of comparable weight give another. All other dates and kinds become alternatives; for an
 *    uncertain date, its coarser forms too.
 * 5. *Rulings* (`rulings.ts`) take precedence over each step where the rule lacks a fact.
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

/** Adds the discontinued predecessors to the actors of an event. */
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

/** Checks whether a claim counts as a source of the date. A coarser claim does, unless the date is uncertain and each day lists its own sources. */
function givesDate(claim: Claim, { date, evidence }: SupportedAct): boolean {
  return isUncertain({ evidence }) ? claim.date === date : date.startsWith(claim.date);
}

function sourceKeys(witnesses: readonly Witness[]): string[] {
  return [...new Set(witnesses.map(({ claim }) => claim.source))];
}
