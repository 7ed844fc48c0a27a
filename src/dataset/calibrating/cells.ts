import { type Confidence, classifyDate, type DateSort, eras } from '../../domain/confidence.ts';
import { evidences, type RelationEvent } from '../../domain/relation-event.ts';
import type { Comparison } from './comparisons.ts';
import { wilson } from './wilson.ts';

/** The fewest comparisons that can stand alone. */
const MIN_COMPARED = 20;

/**
 * Measures the share of dates that held, for each sort of date among the events. Pools a sort with too few comparisons:
 * first opposed and unopposed dates of the era, then all eras. Leaves out a sort without any comparison.
 */
export function measure(comparisons: readonly Comparison[], events: readonly RelationEvent[]): Confidence[] {
  const occurring = new Set(events.map((event) => cellKey(classifyDate(event))));
  return evidences
    .flatMap((evidence) => eras.flatMap((era) => [false, true].map((opposed) => ({ evidence, era, opposed }))))
    .filter((sort) => occurring.has(cellKey(sort)))
    .flatMap((sort) => measureCell(sort, comparisons) ?? []);
}

function cellKey({ evidence, era, opposed }: DateSort): string {
  return `${evidence} ${era} ${opposed}`;
}

/** Checks that every sort of date among the events is measured, and that the numbers are consistent: detects a truncated or altered file. */
export function isWhole(measured: readonly Confidence[], events: readonly RelationEvent[]): boolean {
  const known = new Set(measured.map(cellKey));
  const judged = new Set(measured.map(({ evidence }) => evidence));
  const sorts = events.map(classifyDate).filter(({ evidence }) => judged.has(evidence));
  return sorts.every((sort) => known.has(cellKey(sort))) && measured.every(isConsistent) && judged.size > 0;
}

function isConsistent({ compared, held, share, low, high }: Confidence): boolean {
  const counted = withInterval(held, compared);
  return share === counted.share && low === counted.low && high === counted.high;
}

function measureCell(sort: DateSort, comparisons: readonly Comparison[]): Confidence | undefined {
  const ofEvidence = comparisons.filter(({ evidence }) => evidence === sort.evidence);
  const ofEra = ofEvidence.filter(({ era }) => era === sort.era);
  const ofSort = ofEra.filter(({ opposed }) => opposed === sort.opposed);
  if (ofSort.length >= MIN_COMPARED) return { ...sort, ...measureShare(ofSort), pooled: 'nothing' };
  if (ofEra.length >= MIN_COMPARED) return { ...sort, ...measureShare(ofEra), pooled: 'opposed' };
  return ofEvidence.length === 0 ? undefined : { ...sort, ...measureShare(ofEvidence), pooled: 'eras' };
}

function measureShare(comparisons: readonly Comparison[]) {
  const compared = comparisons.length;
  const held = comparisons.filter((comparison) => comparison.held).length;
  return { compared, held, ...withInterval(held, compared) };
}

function withInterval(held: number, compared: number) {
  const { low, high } = wilson(held, compared);
  return { share: roundShare(held / compared), low: roundShare(low), high: roundShare(high) };
}

function roundShare(share: number): number {
  return Math.round(share * 1000) / 1000;
}
