import type { MilestonePolicy, Span } from './milestone.ts';
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

/** A dataset that can find some timelines without expanding the others; `timelines` expands all. */
export type StoredDataset = ResolvedDataset & {
  /** Finds every timeline that can have a milestone of the policy in the span, and possibly others. */
  readonly timelinesIn: (span: Span, policy: MilestonePolicy) => readonly Timeline[];
  /** Finds the timelines that a filter of these states and pairs follows. */
  readonly timelinesOf: (filter: Pick<MilestoneFilter, 'states' | 'pairs'>) => readonly Timeline[];
};
