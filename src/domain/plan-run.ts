import type { TickSpan } from './schedule.ts';

/** The counts of a run so far: schedules examined, digests and reminders queued. */
export type PlanCounts = { readonly subscribers: number; readonly digests: number; readonly reminders: number };

/** One run of the planner: all ticks that were due when it began. */
export type PlanRun = TickSpan & {
  /** The id of the invocation that works on it. */
  readonly holder: string;
  readonly startedAt: Date;
  /** Its progress, from which another holder can resume; absent at the beginning. */
  readonly position?: PlanPosition | undefined;
  readonly counts: PlanCounts;
};

/** A zone-hour, and its last planned page; absent once the whole zone-hour is planned. */
export type PlanPosition = {
  readonly zoneHour: string;
  readonly page?: Readonly<Record<string, unknown>> | undefined;
};

export const noCounts: PlanCounts = { subscribers: 0, digests: 0, reminders: 0 };

/**
 * The lease on a run (ms), renewed with progress: shorter than the minute after which Lambda retries a failed
 * invocation, much longer than a page takes.
 */
export const PLAN_LEASE_MS = 45_000;
