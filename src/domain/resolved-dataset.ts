import type { Span } from './milestone.ts';
import type { MilestoneFilter } from './preferences.ts';
import type { DatedSource } from './source.ts';
import type { State } from './state.ts';
import type { Timeline } from './timeline.ts';

/** The published data: the resolved timelines in the order of their pairs, their sources, and the states behind the codes. */
export type ResolvedDataset = {
  readonly timelines: readonly Timeline[];
  readonly sources: readonly DatedSource[];
  readonly states: readonly State[];
};

/** A dataset that also finds some of its timelines without expanding the others; `timelines` expands all that are left. */
export type StoredDataset = ResolvedDataset & {
  /** Every timeline that can have a milestone in the span, and perhaps some more. */
  readonly timelinesIn: (span: Span) => readonly Timeline[];
  /** The timelines that a filter of these states and pairs follows. */
  readonly timelinesOf: (filter: Pick<MilestoneFilter, 'states' | 'pairs'>) => readonly Timeline[];
};
