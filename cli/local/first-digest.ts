import { addDays, type CalendarDate } from '../../src/domain/calendar-date.ts';
import { endOfPeriod } from '../../src/domain/digest.ts';
import { milestonesDue } from '../../src/domain/milestones-due.ts';
import { defaultPreferences } from '../../src/domain/preferences.ts';
import { localDate, MAX_DAYS_CAUGHT_UP, onlyTick, tickAt, tickServing } from '../../src/domain/schedule.ts';
import type { Subscriber } from '../../src/domain/subscriber.ts';
import type { Timeline } from '../../src/domain/timeline.ts';
import type { LocalStack } from './local-stack.ts';
import type { InboxEntry } from './opened-mails.ts';

/** The outcome of the demo subscriber's digest of today. */
export type FirstDigest = {
  readonly on: CalendarDate;
  readonly milestones: number;
  /** The mail in the inbox, if any. */
  readonly mail: InboxEntry | undefined;
};

/** Plans and sends everything due by now, including the demo subscriber's digest of today. */
export async function firstDigest(stack: LocalStack, timelines: readonly Timeline[], now: Date): Promise<FirstDigest> {
  if (await isAnotherTime(stack, now)) await beginAnew(stack, now);
  await stack.plan(tickAt(now));
  await stack.attempted();
  const { id, preferences } = await findDemo(stack, now);
  const on = localDate(now, preferences.timeZone);
  const coverage = { from: on, through: endOfPeriod(on, preferences) };
  const milestones = milestonesDue(timelines, coverage, preferences).length;
  const kept = stack.mails.all().findLast(({ tags }) => tags.subscriber === id && tags.digest === on);
  return { on, milestones, mail: kept && (await stack.inboxEntry(kept.id)) };
}

/** Checks whether the clock was set back, or further ahead than is caught up after an outage; true at the first start. */
async function isAnotherTime({ runs }: LocalStack, now: Date): Promise<boolean> {
  const { plannedThrough } = await runs.head();
  if (plannedThrough === undefined || plannedThrough > now) return true;
  return localDate(plannedThrough, 'UTC') < addDays(localDate(now, 'UTC'), -MAX_DAYS_CAUGHT_UP);
}

/** Starts over: the demo subscriber's coverage and the ticks begin today, and earlier days are skipped. */
async function beginAnew({ runs, checks, subscribers }: LocalStack, now: Date): Promise<void> {
  const demo = demoSubscriber(now);
  const { hour, timeZone } = demo.preferences;
  await subscribers.put(demo);
  await checks.beginAfter(tickAt(now));
  await runs.beginAfter(onlyTick(tickServing({ date: localDate(now, timeZone), hour }, timeZone)).after);
}

/** Finds the demo subscriber, or creates them again if erased. */
async function findDemo({ subscribers }: LocalStack, now: Date): Promise<Subscriber> {
  const fresh = demoSubscriber(now);
  return (await subscribers.find(fresh.id)) ?? fresh;
}

const demoPreferences = { ...defaultPreferences, hour: 0, sendEmpty: true };

/** Creates a subscriber who follows the whole world from today on, with a digest at midnight UTC even if nothing is due. */
function demoSubscriber(now: Date): Subscriber {
  const today = localDate(now, demoPreferences.timeZone);
  return {
    id: 'demo',
    email: 'demo@jubilee.example',
    status: 'active',
    subscriptionVersion: 1,
    preferences: demoPreferences,
    coveredThrough: addDays(today, -1),
    scheduledSince: tickServing({ date: today, hour: demoPreferences.hour }, demoPreferences.timeZone).toISOString(),
    confirmationMails: 0,
  };
}
