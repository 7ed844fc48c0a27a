import type { RequestLimit } from './request-limit.ts';
import type { SubscriberId } from './subscriber.ts';

/** The limits on schedule changes. Each keeps the previous schedule for a month, and may add a zone-hour that every tick queries. */
const limits: readonly RequestLimit[] = [
  { most: 10, hours: 1 },
  { most: 100, hours: 30 * 24 },
];

/** Thrown when a subscriber changes zone, hour, weekday or frequency too often. */
export class TooManyChanges extends Error {
  constructor(id: SubscriberId) {
    super(`Subscriber ${id} changes their schedule too often`);
    this.name = 'TooManyChanges';
  }
}

/** Checks whether a schedule changed at these instants (ISO 8601 in UTC) may change once more. */
export function mayChangeSchedule(changedAt: readonly string[], at: Date): boolean {
  const ago = (instant: string) => at.getTime() - Date.parse(instant);
  return limits.every(
    ({ most, hours }) => changedAt.filter((instant) => ago(instant) < hours * 3_600_000).length < most,
  );
}
