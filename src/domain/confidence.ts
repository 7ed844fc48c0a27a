import type { PartialDate } from './calendar-date.ts';
import type { Evidence, RelationEvent } from './relation-event.ts';

export const eras = ['before 1945', '1945–1989', 'since 1990'] as const;
type Era = (typeof eras)[number];

/** The properties of a date on which its reliability depends. */
export type DateSort = {
  readonly evidence: Evidence;
  readonly era: Era;
  /** Whether a source on file gives another day. */
  readonly opposed: boolean;
};

/** The ways to pool sorts with too few compared dates: not at all, opposed with unopposed dates, or also across eras. */
export const pools = ['nothing', 'opposed', 'eras'] as const;

/** The number of dates of a sort that held against independent ones: a row of `data/confidence.csv`. */
export type Confidence = DateSort & {
  readonly compared: number;
  readonly held: number;
  readonly share: number;
  /** Wilson 95 % interval of `share`. */
  readonly low: number;
  readonly high: number;
  readonly pooled: (typeof pools)[number];
};

export function classifyDate({ date, evidence, alternatives }: RelationEvent): DateSort {
  const opposed = alternatives.some((other) => !other.date.startsWith(date) && !date.startsWith(other.date));
  return { evidence, era: eraOf(date), opposed };
}

/** Returns the measured reliability of an event's date; `undefined` if no date of its sort could be compared. */
export function findConfidence(event: RelationEvent, measured: readonly Confidence[]): Confidence | undefined {
  const { evidence, era, opposed } = classifyDate(event);
  return measured.find((row) => row.evidence === evidence && row.era === era && row.opposed === opposed);
}

function eraOf(date: PartialDate): Era {
  if (date < '1945') return 'before 1945';
  return date < '1990' ? '1945–1989' : 'since 1990';
}
