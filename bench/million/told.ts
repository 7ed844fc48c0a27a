import type { StateCode } from '../../src/domain/relation-event.ts';
import type { Timeline } from '../../src/domain/timeline.ts';

/** What the planning process is asked. */
export type Asked = {
  readonly subscribers: number;
  readonly states: readonly StateCode[];
  /** All there are: to read the dataset's own files would take more memory than planning. */
  readonly timelines: readonly Timeline[];
  /** Whether it also reads each page by `JSON.parse`, as the yardstick: that takes memory of its own. */
  readonly withYardstick: boolean;
};

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
