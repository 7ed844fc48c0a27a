import type { TickSpan } from './schedule.ts';

/** What a run has done so far: how many schedules it looked at, the digests and the reminders that it asked for. */
export type PlanCounts = { readonly subscribers: number; readonly digests: number; readonly reminders: number };

/** One run of the planner: all ticks that were due when it began. */
export type PlanRun = TickSpan & {
  /** Names the invocation that works on it. */
  readonly holder: string;
  readonly startedAt: Date;
  /** How far it has come; absent at its beginning. Another holder goes on from there. */
  readonly position?: PlanPosition | undefined;
  readonly counts: PlanCounts;
};

/** A zone-hour, and the page of it that was planned last; absent when the whole of it is planned. */
export type PlanPosition = {
  readonly zoneHour: string;
  readonly page?: Readonly<Record<string, unknown>> | undefined;
};

export const noCounts: PlanCounts = { subscribers: 0, digests: 0, reminders: 0 };

/**
 * How long nobody else takes a run over, since it was last heard of (ms). Shorter than the minute after which Lambda
 * tries an invocation again that has died; much longer than a page takes.
 */
export const PLAN_LEASE_MS = 45_000;
