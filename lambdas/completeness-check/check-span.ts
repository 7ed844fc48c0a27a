import type { DeliveryTable } from '../../src/adapters/dynamodb/delivery-table.ts';
import type { RelationsTable } from '../../src/adapters/dynamodb/relations-table.ts';
import type { Waiting, ZoneHour } from '../../src/adapters/dynamodb/subscriber-rows.ts';
import type { SubscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import {
  type CheckedDay,
  type DayCheck,
  type DueDigest,
  daysToCheck,
  digestOfDay,
  findOutcome,
} from '../../src/domain/day-check.ts';
import { remember } from '../../src/domain/remember.ts';
import type { TickSpan } from '../../src/domain/schedule.ts';
import type { SubscriberId } from '../../src/domain/subscriber.ts';
import { inParallel } from '../../src/in-parallel.ts';
import { type AnythingDue, anythingDue } from '../../src/relations/anything-due.ts';
import type { FindDueFacts } from '../../src/relations/due-facts.ts';

export type Ports = {
  readonly subscribers: Pick<SubscriberTable, 'at'>;
  readonly deliveries: Pick<DeliveryTable, 'findAll' | 'ofSubscriber'>;
  readonly relations: Pick<RelationsTable, 'datasetSince'>;
  readonly dueFacts: FindDueFacts;
};

/** The most subscribers to list as missing a digest. */
const MAX_NAMED = 20;

/** Cap on individual look-ups of digests without a record, so a total outage cannot make the check run forever. */
const MAX_LOOKED_INTO = 20_000;
const LOOKS_AT_ONCE = 16;

/**
 * Compares the digests due on the days that the ticks complete with the record of deliveries. Ignores what was planned:
 * what was due follows from preferences and relations alone. Reads subscribers page by page.
 */
export async function checkSpan(ticks: TickSpan, zoneHours: readonly ZoneHour[], ports: Ports): Promise<DayCheck> {
  const tally = aTally();
  const isDue = anythingDue(ports.dueFacts);
  const since = remember(() => ports.relations.datasetSince());
  for (const zoneHour of zoneHours) {
    const days = daysToCheck(ticks, zoneHour);
    if (days.length === 0) continue;
    for (const { day } of days) tally.day(day);
    for await (const { waiting } of ports.subscribers.at(zoneHour)) {
      for (const checked of days) {
        const due = await dueOn(checked, waiting, { isDue, tally });
        const open = await withoutRecord(due, ports, tally);
        await inParallel(open, LOOKS_AT_ONCE, (digest) => lookInto(digest, { ...ports, ...checked, since, tally }));
      }
    }
  }
  return { ...ticks, ...tally.result() };
}

type Due = DueDigest & { readonly subscriberId: SubscriberId };

/** Lists the digests of a page that were due. Counts a schedule once that was replaced during a crash and is found twice. */
async function dueOn(
  checked: CheckedDay,
  page: readonly Waiting[],
  { isDue, tally }: { readonly isDue: AnythingDue; readonly tally: Tally },
): Promise<Due[]> {
  const due = new Map<string, Due>();
  for (const { subscriberId, ...schedule } of page) {
    const digest = digestOfDay(checked, schedule);
    if (digest === undefined) continue;
    if (digest === 'unknown') tally.unjudged();
    else if (schedule.preferences.sendEmpty || (await isDue(digest, schedule.preferences)))
      due.set(subscriberId, { ...digest, subscriberId });
  }
  return [...due.values()];
}

/** Counts the digests whose own record is settled, and returns the others. */
async function withoutRecord(due: readonly Due[], { deliveries }: Ports, tally: Tally): Promise<Due[]> {
  const own = new Map((await deliveries.findAll(due)).map((delivery) => [delivery.subscriberId, delivery]));
  return due.filter((digest) => {
    const delivery = own.get(digest.subscriberId);
    const outcome = findOutcome(digest, delivery ? [delivery] : []);
    if (outcome === 'missing') return true;
    tally.judged(digest, outcome);
    return false;
  });
}

type Look = Pick<Ports, 'deliveries'> &
  Pick<CheckedDay, 'tick'> & { readonly since: () => Promise<Date | undefined>; readonly tally: Tally };

/** Looks for a later digest that covers the day, as after an outage. If the dataset has changed since, the digest may not have been due. */
async function lookInto(digest: Due, { deliveries, tick, since, tally }: Look): Promise<void> {
  if (!tally.mayLookInto()) return tally.unjudged();
  const outcome = findOutcome(digest, await deliveries.ofSubscriber(digest.subscriberId, digest.on));
  if (outcome !== 'missing') return tally.judged(digest, outcome);
  const sameSince = await since();
  if (sameSince !== undefined && sameSince <= tick) tally.judged(digest, outcome);
  else tally.unjudged();
}

type Tally = ReturnType<typeof aTally>;

function aTally() {
  const days = new Set<CalendarDate>();
  const counts = { due: 0, sent: 0, failed: 0, missing: 0, unjudged: 0 };
  const missing: SubscriberId[] = [];
  let lookedInto = 0;
  return {
    day: (date: CalendarDate): void => void days.add(date),
    unjudged(): void {
      counts.unjudged += 1;
    },
    judged({ subscriberId }: Due, outcome: 'sent' | 'failed' | 'missing'): void {
      counts.due += 1;
      counts[outcome] += 1;
      if (outcome === 'missing' && missing.length < MAX_NAMED) missing.push(subscriberId);
    },
    mayLookInto(): boolean {
      lookedInto += 1;
      return lookedInto <= MAX_LOOKED_INTO;
    },
    result: () => ({ days: [...days].sort(), counts, missing }),
  };
}
