import type { ZoneHour } from '../../src/adapters/dynamodb/subscriber-rows.ts';
import { hoursServed } from '../../src/domain/schedule.ts';

/** Monday, 23 November 2026: morning in East Asia; daily and weekly digests go out. */
export const tick = new Date('2026-11-23T00:00:00Z');
export const dayOfTick = '2026-11-23';

/** The shares of subscribers by zone, in percent. */
const shares: Readonly<Record<string, number>> = {
  'Asia/Shanghai': 40,
  'Asia/Tokyo': 12,
  'Asia/Singapore': 10,
  'Asia/Manila': 8,
  'Asia/Seoul': 8,
  'Asia/Bangkok': 8,
  'Asia/Jakarta': 6,
  'Australia/Perth': 4,
  'Asia/Dhaka': 3,
  'Europe/London': 1,
};

/** Returns how many of `all` subscribers have a zone-hour. */
export function waitingAt({ timeZone, hour }: ZoneHour, all: number): number {
  const isServed = hoursServed(tick, timeZone).some((served) => served.hour === hour);
  return isServed ? Math.round(((shares[timeZone] ?? 0) / 100) * all) : 0;
}

/** Every possible zone-hour, the most that a tick has to query. */
export const zoneHours: readonly ZoneHour[] = Intl.supportedValuesOf('timeZone').flatMap((timeZone) =>
  Array.from({ length: 24 }, (_, hour) => ({ timeZone, hour })),
);
