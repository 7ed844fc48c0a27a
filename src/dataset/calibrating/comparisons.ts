import { type CalendarDate, parseCalendarDate } from '../../domain/calendar-date.ts';
import { classifyDate, type DateSort } from '../../domain/confidence.ts';
import {
  type Evidence,
  evidences,
  partiesOf,
  type RelationEvent,
  type StateCode,
} from '../../domain/relation-event.ts';
import type { Grade } from '../../domain/source.ts';
import type { Timeline } from '../../domain/timeline.ts';
import { isAct, type NamedAct } from '../files/claims.ts';
import { byPair } from '../resolving/by-pair.ts';
import { type ClaimedDataset, resolve } from '../resolving/resolve.ts';

/** Whether a day that the rule chose without the independent sources agrees with theirs. */
export type Comparison = DateSort & { readonly held: boolean };

type PairComparison = Comparison & Pick<Timeline, 'pair'>;

const beginnings = ['established', 'resumed'];

/** The grades of sources with which to compare the dates of each evidence: those that cannot have been among their own. */
const heldOutFor: Readonly<Record<Evidence, readonly Grade[]>> = {
  official: ['press'],
  corroborated: ['official'],
  listed: ['official', 'press'],
  unconfirmed: ['official', 'press'],
  disputed: ['official', 'press'],
};

/**
 * The share of official and corroborated dates that makes a state well sourced. Its few dates with weaker evidence hold
 * more often than those of other states, and would inflate their share.
 */
const WELL_SOURCED = 0.9;

/** The fewest beginnings from which to judge a state. */
const MIN_BEGINNINGS = 20;

const wellSourcedEvidence: readonly Evidence[] = ['official', 'corroborated'];

/**
 * Compares the days of all beginnings with independent ones: those of each evidence with sources that had no part in it.
 * Compares evidence other than official and corroborated only for pairs of states that are not well sourced.
 *
 * @param timelines the resolved dataset
 */
export function compareWithIndependent(
  dataset: ClaimedDataset,
  timelines: readonly Timeline[] = resolve(dataset),
): Comparison[] {
  const full = new Map(timelines.map(({ pair, events }) => [pair, events]));
  const byHeldOut = new Map<string, PairComparison[]>();
  const states = wellSourcedStates(timelines);
  const isWellSourced = ({ pair }: PairComparison) => partiesOf(pair).some((state) => states.has(state));
  return evidences.flatMap((evidence) => {
    const heldOut = heldOutFor[evidence];
    const compared = byHeldOut.get(heldOut.join()) ?? compareHeldOut(dataset, heldOut, full);
    byHeldOut.set(heldOut.join(), compared);
    const found = compared.filter((comparison) => comparison.evidence === evidence);
    return wellSourcedEvidence.includes(evidence) ? found : found.filter((comparison) => !isWellSourced(comparison));
  });
}

function wellSourcedStates(timelines: readonly Timeline[]): Set<StateCode> {
  const counts = new Map<StateCode, { all: number; well: number }>();
  for (const { pair, events } of timelines) {
    for (const state of partiesOf(pair)) {
      const count = counts.get(state) ?? { all: 0, well: 0 };
      counts.set(state, count);
      for (const { evidence } of events.filter(({ kind }) => beginnings.includes(kind))) {
        count.all += 1;
        if (wellSourcedEvidence.includes(evidence)) count.well += 1;
      }
    }
  }
  return new Set(
    [...counts]
      .filter(([, { all, well }]) => all >= MIN_BEGINNINGS && well >= all * WELL_SOURCED)
      .map(([state]) => state),
  );
}

/**
 * Resolves the dataset without the sources of the grades `heldOut`, and compares the days of beginnings with the days that
 * these sources give for the same act. A day holds if a source of the best of these grades gives it. Leaves out rulings on
 * dates as well, as their editors knew those sources.
 *
 * @param heldOut the best grade first
 */
function compareHeldOut(
  dataset: ClaimedDataset,
  heldOut: readonly Grade[],
  full: ReadonlyMap<Timeline['pair'], Timeline['events']>,
): PairComparison[] {
  return resolve(without(dataset, heldOut)).flatMap((timeline) =>
    compareTimeline(timeline, full.get(timeline.pair) ?? [], (id) =>
      heldOut.indexOf(dataset.sources.get(id)?.grade ?? 'weak'),
    ),
  );
}

function without(dataset: ClaimedDataset, heldOut: readonly Grade[]): ClaimedDataset {
  const claims = dataset.claims.filter(({ source }) => !heldOut.includes(dataset.sources.get(source)?.grade ?? 'weak'));
  const left = byPair(claims);
  const isLeft = (pair: Timeline['pair'], act: NamedAct) => left.get(pair)?.some((claim) => isAct(claim, act)) ?? false;
  const rulings = dataset.rulings.filter(
    (ruling) => 'other' in ruling && isLeft(ruling.pair, ruling.act) && isLeft(ruling.pair, ruling.other),
  );
  return { ...dataset, claims, rulings };
}

function compareTimeline(
  { pair, events }: Timeline,
  full: readonly RelationEvent[],
  rankOf: (source: string) => number,
): PairComparison[] {
  return events.flatMap((event) => {
    const day = parseCalendarDate(event.date);
    if (day === undefined || !beginnings.includes(event.kind)) return [];
    const act = full.find(
      (other) => beginnings.includes(other.kind) && datings(other).some(({ date }) => date === day),
    );
    const days = act ? independentDays(act, rankOf) : [];
    return days.length === 0 ? [] : [{ ...classifyDate(event), pair, held: days.includes(day) }];
  });
}

/** Returns the days that the best of the independent sources give for an act. */
function independentDays(act: RelationEvent, rankOf: (source: string) => number): CalendarDate[] {
  const given = datings(act).flatMap(({ date, sources }) => {
    const day = parseCalendarDate(date);
    const ranks = sources.map(rankOf).filter((rank) => rank >= 0);
    return day === undefined || ranks.length === 0 ? [] : [{ day, rank: Math.min(...ranks) }];
  });
  const best = Math.min(...given.map(({ rank }) => rank));
  return given.filter(({ rank }) => rank === best).map(({ day }) => day);
}

function datings({ date, sources, alternatives }: RelationEvent): Pick<RelationEvent, 'date' | 'sources'>[] {
  return [{ date, sources }, ...alternatives];
}
