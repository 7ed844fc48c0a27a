import { MINUTE_MS } from './durations.ts';
import type { Feedback } from './feedback.ts';

/**
 * The progress of SES feedback, for all mails together. Only received events count: a silence may mean that there were
 * no events, or that feedback stalled.
 */
export type Watermark = {
  /** When SES accepted the newest mail with an applied event; ISO 8601 in UTC. */
  readonly heardThrough: string;
  /** Since when events have been applied promptly, without a gap or a failure; ISO 8601 in UTC. */
  readonly steadySince: string;
};

/** The progress of feedback according to one batch of events. */
export type Progress = Pick<Watermark, 'heardThrough'> & {
  /** Whether events had to wait, or still do. */
  readonly isBehind: boolean;
};

/** The longest time (ms) between the events of mails accepted together; an older event has waited. */
const EVENTS_APART_MS = 5 * MINUTE_MS;

/** The silence (ms) after which the next event may be the first of a backlog, which is not applied in order. */
export const GAP_MS = 5 * MINUTE_MS;

/** The time (ms) without old events after which a backlog is cleared; failed messages return every three minutes. */
const STEADY_MS = 15 * MINUTE_MS;

/** Measures a batch of events; `undefined` without any. `hasFailed`: some could not be applied and will return. */
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

/** Checks whether SES dates the event itself; the time of a bounce or a complaint comes from another server. */
function isPrompt({ kind }: Feedback): boolean {
  return kind === 'sent' || kind === 'deliveredAt';
}

/**
 * Returns the instant before which every mail that SES accepted is on record, so that a lease that ended earlier may be
 * taken over. `undefined` while feedback may lag.
 *
 * @example
 * settledThrough({ heardThrough: '2024-01-05T09:00:00Z', steadySince: '2024-01-05T08:00:00Z' }, new Date('2024-01-05T09:01:00Z'))
 * // => 2024-01-05T08:55:00Z
 */
export function settledThrough(watermark: Watermark | undefined, now: Date): Date | undefined {
  if (watermark === undefined || now.getTime() - Date.parse(watermark.steadySince) < STEADY_MS) return undefined;
  return new Date(Date.parse(watermark.heardThrough) - EVENTS_APART_MS);
}
