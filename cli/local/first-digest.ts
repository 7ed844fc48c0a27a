import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import { endOfPeriod } from '../../src/domain/digest.ts';
import { milestonesDue } from '../../src/domain/milestones-due.ts';
import { localDate, tickServing } from '../../src/domain/schedule.ts';
import type { Subscriber } from '../../src/domain/subscriber.ts';
import type { Timeline } from '../../src/domain/timeline.ts';
import { demoSubscriber } from './demo-subscriber.ts';
import type { LocalStack } from './local-stack.ts';
import type { InboxEntry } from './opened-mails.ts';

/** What became of the demo subscriber's digest of today. */
export type FirstDigest = {
  readonly on: CalendarDate;
  readonly milestones: number;
  /** The mail in the inbox; absent when none has come. */
  readonly mail: InboxEntry | undefined;
};

/** Plans and sends the demo subscriber's digest of today, whatever the hour: by the tick that serves their hour. */
export async function firstDigest(stack: LocalStack, timelines: readonly Timeline[], now: Date): Promise<FirstDigest> {
  const { id, preferences } = await demoOf(stack, now);
  const { hour, timeZone } = preferences;
  const on = localDate(now, timeZone);
  const coverage = { from: on, through: endOfPeriod(on, preferences) };
  const milestones = milestonesDue(timelines, coverage, preferences).length;
  await stack.plan(tickServing({ date: on, hour }, timeZone));
  await stack.drained();
  const kept = stack.mails.all().findLast(({ tags }) => tags.subscriber === id && tags.digest === on);
  return { on, milestones, mail: kept && (await stack.inboxEntry(kept.id)) };
}

/** The demo subscriber as they are; made anew when there is none yet, or when the clock was set back before their time. */
async function demoOf({ subscribers }: LocalStack, now: Date): Promise<Subscriber> {
  const fresh = demoSubscriber(now);
  const known = await subscribers.find(fresh.id);
  if (known && known.scheduledSince <= fresh.scheduledSince) return known;
  await subscribers.put(fresh);
  return fresh;
}
