import type { DayKey } from '../../src/domain/day-key.ts';
import type { Followable } from './mix.ts';

/** The request to the planning process. */
export type PlanJob = {
  readonly subscribers: number;
  readonly followable: Followable;
  /** Whether it also parses each page with `JSON.parse`, as the yardstick, which takes memory of its own. */
  readonly withYardstick: boolean;
  /** The number of data changes that count from the day of the tick. */
  readonly changes: number;
};

/** Its queries to the relations table, so that it holds no more of the dataset than a planner. */
export type RelationsQuery = { readonly days: readonly DayKey[] } | { readonly changes: number };

/** Its progress reports. */
export type Progress = { readonly part: number };

/** Its final report: where its CPU went, in ms, and its peak memory. */
export type PlanReport = {
  readonly subscribers: number;
  readonly digests: number;
  readonly planning: number;
  /** Reading the rows, by the SDK and the product's adapter. */
  readonly adapter: number;
  /** Generating the subscribers, which is not part of the product. */
  readonly making: number;
  readonly yardstick: number;
  readonly peakBytes: number;
};
