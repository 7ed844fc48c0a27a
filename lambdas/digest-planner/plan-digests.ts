import type { DigestQueue } from '../../src/adapters/digest-queue.ts';
import type { ZoneHour } from '../../src/adapters/subscriber-rows.ts';
import type { SubscriberTable } from '../../src/adapters/subscriber-table.ts';
import type { TimelinesDue } from '../../src/adapters/timelines-due.ts';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import type { PlannedDigest } from '../../src/domain/delivery.ts';
import { coverageOf } from '../../src/domain/digest.ts';
import { hoursServed } from '../../src/domain/schedule.ts';
import type { Subscriber } from '../../src/domain/subscriber.ts';
import { type AnythingDue, anythingDue } from './anything-due.ts';

/** What the run of a tick found: subscribers whose hour it is, and the digests that it put into the queue. */
export type PlanReport = { readonly subscribers: number; readonly digests: number };

export type Ports = {
  readonly subscribers: Pick<SubscriberTable, 'at' | 'zoneHours'>;
  readonly timelinesDue: TimelinesDue;
  readonly queue: Pick<DigestQueue, 'send'>;
};

/**
 * Plans the digests of one tick: a message for every subscriber whose local hour it is and who has something due.
 * Planning a tick again is harmless: a digest that was sent is not sent again.
 */
export async function planDigests(tick: Date, { subscribers, timelinesDue, queue }: Ports): Promise<PlanReport> {
  const report = { subscribers: 0, digests: 0 };
  const isDue = anythingDue(timelinesDue);
  for (const zoneHour of await subscribers.zoneHours()) {
    const dates = datesServed(tick, zoneHour);
    if (dates.length === 0) continue;
    for await (const page of subscribers.at(zoneHour)) {
      const due = await Promise.all(page.map((subscriber) => digestDue(subscriber, { dates, isDue })));
      const planned = due.filter((digest) => digest !== undefined);
      await queue.send(planned);
      report.subscribers += page.length;
      report.digests += planned.length;
    }
  }
  return report;
}

function datesServed(tick: Date, { timeZone, hour }: ZoneHour): CalendarDate[] {
  return hoursServed(tick, timeZone)
    .filter((served) => served.hour === hour)
    .map(({ date }) => date);
}

type Hour = { readonly dates: readonly CalendarDate[]; readonly isDue: AnythingDue };

/** The digest to plan; `undefined` when it is no digest day or nothing is due. */
async function digestDue(subscriber: Subscriber, { dates, isDue }: Hour): Promise<PlannedDigest | undefined> {
  const covered = coverageOf(subscriber, dates);
  if (covered === undefined) return undefined;
  const { preferences } = subscriber;
  const isWanted = preferences.sendEmpty || (await isDue(covered, preferences));
  return isWanted ? { subscriberId: subscriber.id, ...covered } : undefined;
}
