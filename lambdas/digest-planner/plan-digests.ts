import { type Waiting, type ZoneHour, zoneHourText } from '../../src/adapters/dynamodb/subscriber-rows.ts';
import type { SubscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import type { DigestQueue } from '../../src/adapters/sqs/digest-queue.ts';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import type { PlannedDigest } from '../../src/domain/delivery.ts';
import { findDigestPeriod } from '../../src/domain/digest.ts';
import type { PlanPosition } from '../../src/domain/plan-run.ts';
import type { Preferences } from '../../src/domain/preferences.ts';
import { remember } from '../../src/domain/remember.ts';
import { hoursServedIn, type LocalHour, type TickSpan, tickServing } from '../../src/domain/schedule.ts';
import { type AnythingDue, anythingDue } from '../../src/relations/anything-due.ts';
import type { FindDueFacts } from '../../src/relations/due-facts.ts';

/** A page of subscribers with all its digests in the queue. */
export type PlannedPage = { readonly position: PlanPosition; readonly subscribers: number; readonly digests: number };

export type Ports = {
  readonly subscribers: Pick<SubscriberTable, 'at' | 'zoneHours'>;
  readonly dueFacts: FindDueFacts;
  readonly queue: Pick<DigestQueue, 'send'>;
};

/**
 * Plans the digests of some ticks together, page by page: one message per subscriber with something due at their local
 * hour, however many of their dates the ticks serve. Planning a tick again is harmless: no digest is sent twice.
 *
 * @param after the position at which an earlier attempt ended; earlier pages are skipped.
 */
export async function* planDigests(
  ticks: TickSpan,
  { subscribers, dueFacts, queue }: Ports,
  after?: PlanPosition,
): AsyncGenerator<PlannedPage> {
  const isDue = anythingDue(dueFacts);
  // Cached, as a zone has several hours in use, and an outage leaves many ticks.
  const hoursIn = remember((timeZone: string) => hoursServedIn(ticks, timeZone), { most: MAX_ZONES });
  for (const { zoneHour, text } of sortZoneHours(await subscribers.zoneHours())) {
    const page = after?.zoneHour === text ? after.page : undefined;
    if (after && (text < after.zoneHour || (text === after.zoneHour && page === undefined))) continue;
    const served = hoursIn(zoneHour.timeZone).filter(({ hour }) => hour === zoneHour.hour);
    if (served.length === 0) continue;
    for await (const { waiting, last } of subscribers.at(zoneHour, page)) {
      const due = await Promise.all(waiting.map((each) => digestDue(each, { served, isDue })));
      const digests = alikeTogether(due.filter((digest) => digest !== undefined));
      await queue.send(digests);
      yield { position: { zoneHour: text, page: last }, subscribers: waiting.length, digests: digests.length };
    }
  }
}

const MAX_ZONES = 600;

type DueDigest = { readonly digest: PlannedDigest; readonly preferences: Preferences };
type Hour = { readonly served: readonly LocalHour[]; readonly isDue: AnythingDue };

/** Finds the digest to plan; `undefined` if it is not a digest day or nothing is due. */
async function digestDue(waiting: Waiting, { served, isDue }: Hour): Promise<DueDigest | undefined> {
  const { subscriberId, subscriptionVersion, reinstatedAt, preferences } = waiting;
  const covered = findDigestPeriod(waiting, ownDates(waiting, served));
  if (covered === undefined) return undefined;
  const isWanted = preferences.sendEmpty || (await isDue(covered, preferences));
  return isWanted
    ? { digest: { subscriberId, subscriptionVersion, reinstatedAt, ...covered }, preferences }
    : undefined;
}

/** Selects the dates of a schedule; a replaced one has only those of ticks before the change. */
function ownDates({ until, preferences }: Waiting, served: readonly LocalHour[]): CalendarDate[] {
  const own =
    until === undefined
      ? served
      : served.filter((localHour) => tickServing(localHour, preferences.timeZone) <= new Date(until));
  return own.map(({ date }) => date);
}

/** Groups digests with the same content, so that a sender composes them once. */
function alikeTogether(due: readonly DueDigest[]): PlannedDigest[] {
  return due
    .map(({ digest, preferences }) => ({
      digest,
      likeness: JSON.stringify([digest.coverage, digest.changeSpan, preferences]),
    }))
    .sort((one, other) => (one.likeness < other.likeness ? -1 : 1))
    .map(({ digest }) => digest);
}

function sortZoneHours(zoneHours: readonly ZoneHour[]): { readonly zoneHour: ZoneHour; readonly text: string }[] {
  return zoneHours
    .map((zoneHour) => ({ zoneHour, text: zoneHourText(zoneHour) }))
    .sort((one, other) => (one.text < other.text ? -1 : 1));
}
