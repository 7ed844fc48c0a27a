import type { DatedSource } from './source.ts';
import type { State } from './state.ts';
import type { Timeline } from './timeline.ts';

/** What the product tells: the resolved timelines in the order of their pairs, their sources, and the states behind the codes. */
export type ResolvedDataset = {
  readonly timelines: readonly Timeline[];
  readonly sources: readonly DatedSource[];
  readonly states: readonly State[];
};
