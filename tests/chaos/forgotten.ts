import * as z from 'zod';
import type { ActiveSpan } from './active-spans.ts';
import type { Person } from './fault-schedule.ts';
import type { History } from './history.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export function isErased(id: string | undefined, { subscribers }: History): boolean {
  return subscribers.some(({ item }) => item.id === id && isErasure(item));
}

function isErasure(item: Record<string, unknown>): boolean {
  return item.erasedAt !== undefined && item.email === undefined;
}

/** Nobody is mailed after an erasure but by what they, or somebody in their name, ask for afterwards. */
export function mailedAfterErasing({ name }: Person, spans: readonly ActiveSpan[], history: History): string[] {
  const id = history.ids.get(name);
  const erasures = history.subscribers.filter(({ item }) => item.id === id && isErasure(item));
  const askedAt = new Map(history.sentMessages.notices.map((message) => [message.id, message.sentAt]));
  return erasures.flatMap(({ at: erasedAt, item }) =>
    history.accepted
      .filter(({ subscriber, lookedAt = Number.POSITIVE_INFINITY }) => subscriber === id && lookedAt > erasedAt)
      .filter(({ on, lookedAt = 0, request = '' }) =>
        on === undefined
          ? (askedAt.get(request) ?? 0) <= Date.parse(String(item.erasedAt))
          : !spans.some(({ from }) => from > erasedAt && from <= lookedAt),
      )
      .map(({ messageId }) => `${name}: ${messageId} is begun after they were erased`),
  );
}

/** SES tells within an hour what became of a mail, though perhaps not at once to a function that runs; outages come on top. */
const HEARD_WITHIN = 6 * HOUR;

/** After a bounce or a complaint no digest goes out until they have confirmed again. */
export function mailedAfterSuppressing({ name, fate }: Person, history: History): string[] {
  if (fate !== 'bounced' && fate !== 'complained about') return [];
  const outages = history.schedule.outages.reduce((sum, { from, through }) => sum + (through - from) * 60_000, 0);
  const digests = history.accepted.filter(
    ({ subscriber, on }) => subscriber === history.ids.get(name) && on !== undefined,
  );
  return digests.flatMap(({ messageId, lookedAt = 0, subscriptionVersion }) => {
    const first = digests.find((digest) => digest.subscriptionVersion === subscriptionVersion);
    const isTooLate = first !== undefined && lookedAt > first.at + HEARD_WITHIN + outages;
    return isTooLate ? [`${name}: ${messageId} is begun though their mail was ${fate}`] : [];
  });
}

const keptItem = z.object({
  email: z.string(),
  status: z.string(),
  scheduledSince: z.string(),
  endedAt: z.string().optional(),
  suppressedAt: z.string().optional(),
});

/** A pending address is kept for 14 days after its last request, any other that gets no digests for 28 after its end. */
export function keptTooLong({ kept, end }: History): string[] {
  const found = kept.filter(({ email }) => email !== undefined).map((item) => keptItem.parse(item));
  return found.flatMap(({ email, status, scheduledSince, endedAt, suppressedAt }) => {
    const last = (instant = '') => Date.parse(instant) || 0;
    const requested = last(scheduledSince) + 14 * DAY;
    const ended = Math.max(last(endedAt), last(suppressedAt)) + 28 * DAY;
    const isForgotten = status !== 'active' && end > Math.max(requested, ended) + HOUR;
    return isForgotten ? [`${email}: ${status}, and kept for longer than promised`] : [];
  });
}
