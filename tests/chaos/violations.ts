import * as z from 'zod';
import { metricNames } from '../../src/adapters/lambda/metric-names.ts';
import { addDays, type CalendarDate, parseCalendarDate } from '../../src/domain/calendar-date.ts';
import { type ActiveSpan, activeSpansOf, lastDayServed } from './active-spans.ts';
import { isDue } from './dates-of-every-day.ts';
import type { Person } from './fault-schedule.ts';
import { isErased, keptTooLong, mailedAfterErasing, mailedAfterSuppressing } from './forgotten.ts';
import type { History } from './history.ts';
import { correctionViolations } from './releases.ts';
import { stoppedByStrangers } from './strangers.ts';

/**
 * What a history shows that must never be. SES's own record of what it accepted is held against what was due, computed
 * from the subscribers' items alone: nothing of what the product planned, claimed or recorded is believed.
 */
export function violationsOf(history: History): string[] {
  const found = history.isAtRest ? [] : ['The product never comes to rest'];
  for (const person of history.schedule.people) found.push(...violationsFor(person, history));
  return [...found, ...wronglySent(history), ...keptTooLong(history), ...stoppedByStrangers(history)];
}

function violationsFor(person: Person, history: History): string[] {
  const id = history.ids.get(person.name);
  const spans = activeSpansOf(id, history);
  const digests = history.accepted.filter(({ subscriber, on }) => subscriber === id && on !== undefined);
  const excused = excusedDates({ ...person, id }, history);
  const found: string[] = [];

  const dates = digests.map(({ on, subscriptionVersion }) =>
    isErased(id, history) ? `${on} (${subscriptionVersion})` : on,
  );
  for (const on of repeated(dates)) found.push(`${person.name}: two mails are for ${on}`);
  for (const { subscriptionVersion } of spans) {
    const told = digests
      .filter((digest) => digest.subscriptionVersion === subscriptionVersion)
      .flatMap(({ tells }) => tells);
    for (const date of repeated(told)) found.push(`${person.name}: ${date} is sent twice`);
  }
  const told = new Set(digests.flatMap(({ tells }) => tells));
  /** One mail at most is for one date: that of an earlier subscription, which may have announced other kinds. */
  const isOthers = (date: CalendarDate, { subscriptionVersion }: ActiveSpan) =>
    digests.some(({ on, subscriptionVersion: other }) => on === date && other !== subscriptionVersion);
  for (const span of spans) {
    for (const date of requiredDates(span, history)) {
      const { preferences } = span.stages[0] ?? span;
      if (
        isDue(date, preferences) &&
        !told.has(date) &&
        !excused.has(date) &&
        !mayHaveFailedBeforeErasing(id, history) &&
        !isOthers(date, span)
      )
        found.push(`${person.name}: ${date} is never told, and no failure is on record`);
    }
  }
  const possible = (date: CalendarDate) => spans.some(({ preferences }) => isDue(date, preferences));
  for (const date of told) if (!possible(date)) found.push(`${person.name}: ${date} is sent and was not due`);
  const required = spans.map((span) => ({ ...span, required: requiredDates(span, history) }));
  const corrections = {
    spans: required,
    mails: digests,
    isExcused: excused.size > 0 || mayHaveFailedBeforeErasing(id, history),
  };
  found.push(...correctionViolations(person.name, corrections, history.applied));
  return [
    ...found,
    ...mailedAfterLeaving(person, spans, history),
    ...mailedAfterErasing(person, spans, history),
    ...mailedAfterSuppressing(person, history),
    ...confirmationViolations(person, spans, history),
  ];
}

/** How long a planned digest may wait in its queue before its reader leaves, outages not counted (ms). */
const MAX_WAY_MS = 6 * 3_600_000;

/** The days that must have been covered: from the first of a subscription to the last whose digest had time to go out. */
function requiredDates(span: ActiveSpan, { schedule, lastTick }: History): CalendarDate[] {
  const outages = schedule.outages.reduce((sum, { from, through }) => sum + (through - from) * 60_000, 0);
  const until = span.until === undefined ? lastTick : Math.min(lastTick, span.until - MAX_WAY_MS - outages);
  const last = until < span.from ? undefined : lastDayServed(span, until);
  const dates: CalendarDate[] = [];
  if (last !== undefined) for (let date = span.firstDay; date <= last; date = addDays(date, 1)) dates.push(date);
  return dates;
}

/** Days whose digest has failed, on record or among the dead letters: nobody is in doubt about them. */
function excusedDates(
  { id, name }: Pick<Person, 'name'> & { readonly id: string | undefined },
  history: History,
): ReadonlySet<CalendarDate> {
  const { deliveries, deadDigests } = history;
  const isOpen = (status: unknown) => status === 'failed' || (hasLeft(name, history.schedule) && status !== 'sent');
  const failed = deliveries.filter(({ status, subscriberId }) => isOpen(status) && subscriberId === id);
  const dead = deadDigests.map((body): unknown => JSON.parse(body));
  const spans = [...failed, ...dead].flatMap((one) => {
    const { data } = ofSomebody.safeParse(one);
    return data?.subscriberId === id && data?.coverage ? [data.coverage] : [];
  });
  const dates = new Set<CalendarDate>();
  for (const { from, through } of spans) {
    const last = parseCalendarDate(through);
    for (let date = parseCalendarDate(from); date && last && date <= last; date = addDays(date, 1)) dates.add(date);
  }
  return dates;
}

/** A reader may leave before the lease of a dead sender is settled: then nobody may send that digest any more. */
function hasLeft(name: string, { acts }: History['schedule']): boolean {
  return acts.some(({ who, does }) => who === name && does === 'unsubscribe');
}

const ofSomebody = z.object({
  subscriberId: z.string(),
  coverage: z.object({ from: z.string(), through: z.string() }),
});

/** No mail is sent if its sender read the subscriber after the unsubscription was acknowledged. */
function mailedAfterLeaving({ name }: Person, spans: readonly ActiveSpan[], history: History): string[] {
  const id = history.ids.get(name);
  const found: string[] = [];
  for (const { at: left, act, status } of history.acknowledged) {
    if (act.who !== name || act.does !== 'unsubscribe' || status !== 200) continue;
    const back = Math.min(...spans.map(({ from }) => from).filter((from) => from > left));
    for (const { subscriber, on, lookedAt, messageId } of history.accepted) {
      if (subscriber !== id || on === undefined) continue;
      if (lookedAt === undefined) found.push(`${name}: ${messageId} is sent without a look at the subscriber`);
      else if (lookedAt > left && lookedAt < back) found.push(`${name}: ${messageId} is begun after they unsubscribed`);
    }
  }
  return found;
}

/** An erasure takes along the record that a digest was refused for good. */
function mayHaveFailedBeforeErasing(id: string | undefined, history: History): boolean {
  return isErased(id, history) && history.schedule.faults.some(({ kind }) => kind === 'refused for good');
}

/** Everybody who requests digests gets a confirmation mail, or the request is among the dead letters, or counted as over a limit: each attempt at it counts. */
function confirmationViolations(
  { name, isSubscribed, fate }: Person,
  spans: readonly ActiveSpan[],
  history: History,
): string[] {
  const asked = history.acknowledged.some(
    ({ act, status }) => act.who === name && act.does === 'subscribe' && status === 202,
  );
  if (isSubscribed || fate !== 'delivered' || !asked || spans.length > 0 || history.deadNotices > 0) return [];
  if (isErased(history.ids.get(name), history) || history.counted.includes(metricNames.requestsOverLimit)) return [];
  const refused = history.schedule.faults.some(({ kind }) => kind === 'refused for good');
  return refused ? [] : [`${name}: asked for digests, and was never asked to confirm`];
}

/** What is recorded as sent was accepted, and what was accepted is recorded as sent. */
function wronglySent(history: History): string[] {
  const { deliveries, accepted } = history;
  const keyOf = (subscriber: unknown, on: unknown) => `${subscriber} ${on}`;
  const mails = new Set(accepted.map(({ subscriber, on }) => keyOf(subscriber, on)));
  const sent = deliveries
    .filter(({ status }) => status === 'sent')
    .map(({ subscriberId, on }) => keyOf(subscriberId, on));
  const digests = accepted
    .filter(({ on, subscriber }) => on !== undefined && !isErased(subscriber, history))
    .map(({ subscriber, on }) => keyOf(subscriber, on));
  return [
    ...sent.filter((key) => !mails.has(key)).map((key) => `${key}: recorded as sent, and SES has never accepted it`),
    ...digests.filter((key) => !sent.includes(key)).map((key) => `${key}: SES accepted it, and it is not recorded`),
  ];
}

function repeated<Each>(all: readonly Each[]): Each[] {
  return [...new Set(all.filter((each, index) => all.indexOf(each) !== index))];
}
