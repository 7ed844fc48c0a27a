import { type Confidence, type DateSort, eras, sortOf } from '../../domain/confidence.ts';
import { evidences, type RelationEvent } from '../../domain/relation-event.ts';
import type { Comparison } from './comparisons.ts';
import { wilson } from './wilson.ts';

/** Fewer comparisons say too little by themselves. */
const MIN_COMPARED = 20;

/**
 * Measures the share of dates that held, for each sort of date that the events have. A sort with too few comparisons is pooled:
 * first opposed and unopposed dates of the era, then all eras. A sort without any comparison is left out.
 */
export function measure(comparisons: readonly Comparison[], events: readonly RelationEvent[]): Confidence[] {
  const occurring = new Set(events.map((event) => keyOf(sortOf(event))));
  return evidences
    .flatMap((evidence) => eras.flatMap((era) => [false, true].map((opposed) => ({ evidence, era, opposed }))))
    .filter((sort) => occurring.has(keyOf(sort)))
    .flatMap((sort) => cellOf(sort, comparisons) ?? []);
}

function keyOf({ evidence, era, opposed }: DateSort): string {
  return `${evidence} ${era} ${opposed}`;
}

function cellOf(sort: DateSort, comparisons: readonly Comparison[]): Confidence | undefined {
  const ofEvidence = comparisons.filter(({ evidence }) => evidence === sort.evidence);
  const ofEra = ofEvidence.filter(({ era }) => era === sort.era);
  const ofSort = ofEra.filter(({ opposed }) => opposed === sort.opposed);
  if (ofSort.length >= MIN_COMPARED) return { ...sort, ...shareOf(ofSort), pooled: 'nothing' };
  if (ofEra.length >= MIN_COMPARED) return { ...sort, ...shareOf(ofEra), pooled: 'opposed' };
  return ofEvidence.length === 0 ? undefined : { ...sort, ...shareOf(ofEvidence), pooled: 'eras' };
}

function shareOf(comparisons: readonly Comparison[]) {
  const compared = comparisons.length;
  const held = comparisons.filter((comparison) => comparison.held).length;
  const { low, high } = wilson(held, compared);
  return { compared, held, share: rounded(held / compared), low: rounded(low), high: rounded(high) };
}

function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}
