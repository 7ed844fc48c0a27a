import { MINUTE_MS } from './durations.ts';
import type { Feedback } from './feedback.ts';

/**
 * How far the feedback of SES has been applied, for all mails together. Only received events count: after a
 * silence nobody knows whether there were no events or feedback had stalled.
 */
export type Watermark = {
  /** When SES accepted the newest mail of which an event was applied; ISO 8601 in UTC. */
  readonly heardThrough: string;
  /** Since when events have been applied in time, without a gap and without a failure; ISO 8601 in UTC. */
  readonly steadySince: string;
};

/** What one batch of events says about the progress of feedback. */
export type Progress = Pick<Watermark, 'heardThrough'> & {
  /** Whether events have been waiting, or wait still. */
  readonly isBehind: boolean;
};

/** Events of mails accepted at the same time are published at most this far apart (ms); one that is older has waited. */
const EVENTS_APART_MS = 5 * MINUTE_MS;

/** After a silence this long the next event may be the first of a backlog, which is not applied in order (ms). */
export const GAP_MS = 5 * MINUTE_MS;

/** A backlog is through when no old event has come for this long (ms): a message that fails comes back every three minutes. */
const STEADY_MS = 15 * MINUTE_MS;

/** Measures a batch of events; `undefined` without any. `hasFailed`: some of them could not be applied and come back. */
export function measureProgress(
  events: readonly Feedback[],
  { hasFailed, now }: { readonly hasFailed: boolean; readonly now: Date },
): Progress | undefined {
  const heardThrough = events
    .map(({ mail }) => mail.acceptedAt)
    .sort()
    .at(-1);
  if (heardThrough === undefined) return undefined;
  const isLate = events.some((event) => isPrompt(event) && now.getTime() - Date.parse(event.at) > EVENTS_APART_MS);
  return { heardThrough, isBehind: hasFailed || isLate };
}

/** Published when it happens. The time of a bounce or a complaint comes from another server. */
function isPrompt({ kind }: Feedback): boolean {
  return kind === 'sent' || kind === 'deliveredAt';
}

/**
 * The instant before which SES can have accepted no mail whose acceptance is not on record. A lease that ended earlier may
 * be taken over. `undefined` while feedback is not known to have caught up with anything.
 *
 * @example
 * settledThrough({ heardThrough: '2024-01-05T09:00:00Z', steadySince: '2024-01-05T08:00:00Z' }, new Date('2024-01-05T09:01:00Z'))
 * // => 2024-01-05T08:55:00Z
 */
export function settledThrough(watermark: Watermark | undefined, now: Date): Date | undefined {
  if (watermark === undefined || now.getTime() - Date.parse(watermark.steadySince) < STEADY_MS) return undefined;
  return new Date(Date.parse(watermark.heardThrough) - EVENTS_APART_MS);
}
