import type { DayKey } from '../../src/domain/day-key.ts';
import type { Followable } from './mix.ts';

/** What the planning process is asked. */
export type Asked = {
  readonly subscribers: number;
  readonly followable: Followable;
  /** Whether it also reads each page by `JSON.parse`, as the yardstick: that takes memory of its own. */
  readonly withYardstick: boolean;
  /** How many changes of the data count from the day of the tick. */
  readonly changes: number;
};

/** What it asks in turn, as it would the relations table: so that it holds no more of the dataset than a planner does. */
export type Wanted = { readonly days: readonly DayKey[] } | { readonly changes: number };

/** What it tells now and then. */
export type Progress = { readonly part: number };

/** What it tells in the end: where its CPU went, in ms, and the most memory that it held at once. */
export type Told = {
  readonly subscribers: number;
  readonly digests: number;
  readonly planning: number;
  /** Reading the rows: the SDK and the product's adapter. */
  readonly adapter: number;
  /** Making the subscribers: no part of the product. */
  readonly making: number;
  readonly yardstick: number;
  readonly peakBytes: number;
};
