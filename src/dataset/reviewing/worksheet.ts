import { firstDayOf } from '../../domain/calendar-date.ts';
import { daysGiven } from '../../domain/days-given.ts';
import type { Milestone, Span } from '../../domain/milestone.ts';
import { milestonesBetween } from '../../domain/milestones-due.ts';
import { defaultPreferences } from '../../domain/preferences.ts';
import { type Evidence, type Pair, partiesOf, type StateCode } from '../../domain/relation-event.ts';
import { partnersOfEach } from '../../domain/state-relations.ts';
import type { Timeline } from '../../domain/timeline.ts';
import type { Searched } from '../files/searched.ts';
import { askedIn, type LocalWords } from './local-words.ts';

/** A milestone with a day to confirm at its source, and everything that a researcher needs. */
export type ReviewItem = {
  readonly milestone: Milestone;
  /** The priority: only comparisons are meaningful. */
  readonly need: number;
  /** Every day on file, with the keys of its sources. */
  readonly days: readonly { readonly date: string; readonly sources: readonly string[] }[];
  /** Earlier unsuccessful searches. */
  readonly searched: readonly Searched[];
  /** Search terms in the languages of the two ministries. */
  readonly ask: readonly LocalWords[];
};

/** The kinds of evidence that a search can improve. */
export const reviewable = ['unconfirmed', 'disputed', 'listed'] as const satisfies readonly Evidence[];

export type ReviewQuestion = Span & {
  readonly states: readonly StateCode[];
  readonly evidence: readonly Evidence[];
};

/** The chance that a search decides something, by evidence. */
const weakness: Readonly<Partial<Record<Evidence, number>>> = { disputed: 3, unconfirmed: 2.5, listed: 1 };

/**
 * Lists the coming milestones with a weakly supported day, those first where a wrong day would do most harm: round
 * numbers, states with many partners, weak evidence, dates before 1990, soon. Unsuccessful searches come last.
 */
export function worksheet(
  timelines: readonly Timeline[],
  searched: readonly Searched[],
  { states, evidence, from, through }: ReviewQuestion,
): ReviewItem[] {
  const partners = partnersOfEach(timelines, from);
  const filter = { ...defaultPreferences, states };
  const seen = new Set<string>();
  const items = milestonesBetween(timelines, { from, through }, filter).flatMap((milestone): ReviewItem[] => {
    const { timeline, event } = milestone;
    const key = `${timeline.pair} ${event.kind} ${event.date}`;
    if (!evidence.includes(event.evidence) || seen.has(key)) return [];
    seen.add(key);
    return [
      {
        milestone,
        need: weighNeed(milestone, partners, { from, through }),
        days: daysGiven(event),
        searched: searched.filter(
          ({ pair, act }) => pair === timeline.pair && act.kind === event.kind && act.date === event.date,
        ),
        ask: askedIn(timeline.pair),
      },
    ];
  });
  return items.sort(
    (one, other) => Number(one.searched.length > 0) - Number(other.searched.length > 0) || other.need - one.need,
  );
}

function weighNeed(
  { timeline, event, years, date }: Milestone,
  partners: ReadonlyMap<StateCode, number>,
  span: Span,
): number {
  const isSoon = daysFrom(span.from, firstDayOf(date)) < 400;
  return (
    roundness(years) *
    (weakness[event.evidence] ?? 0) *
    followers(timeline.pair, partners) *
    (event.date < '1990' ? 1.5 : 0.5) *
    (isSoon ? 1.3 : 1)
  );
}

function roundness(years: number): number {
  if (years % 100 === 0) return 5;
  if (years % 50 === 0) return 4;
  if (years % 25 === 0) return 3;
  return years % 10 === 0 ? 2 : 1;
}

/** Estimates how many readers follow a pair, for comparison alone: states with many partners have many. */
function followers(pair: Pair, partners: ReadonlyMap<StateCode, number>): number {
  const [one, other] = partiesOf(pair);
  return ((partners.get(one) ?? 0) * (partners.get(other) ?? 0)) ** 2;
}

function daysFrom(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
