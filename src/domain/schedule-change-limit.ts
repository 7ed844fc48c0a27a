import type { RequestLimit } from './request-limit.ts';
import type { SubscriberId } from './subscriber.ts';

/** Each change of a schedule keeps the one before for a month, and may add an hour that every tick asks for. */
const limits: readonly RequestLimit[] = [
  { most: 10, hours: 1 },
  { most: 100, hours: 30 * 24 },
];

/** A subscriber changes zone, hour, weekday or frequency more often than anybody means to. */
export class TooManyChanges extends Error {
  constructor(id: SubscriberId) {
    super(`Subscriber ${id} changes their schedule too often`);
    this.name = 'TooManyChanges';
  }
}

/** Whether a schedule that was changed at these instants (ISO 8601 in UTC) may change once more. */
export function mayChangeSchedule(changedAt: readonly string[], at: Date): boolean {
  const ago = (instant: string) => at.getTime() - Date.parse(instant);
  return limits.every(
    ({ most, hours }) => changedAt.filter((instant) => ago(instant) < hours * 3_600_000).length < most,
  );
}
