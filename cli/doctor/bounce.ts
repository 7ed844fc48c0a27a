import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { addDays, dayOf } from '../../src/domain/calendar-date.ts';
import { defaultPreferences } from '../../src/domain/preferences.ts';
import type { Subscriber } from '../../src/domain/subscriber.ts';
import type { Parts } from './stack.ts';

type Ports = Pick<Parts, 'subscribers' | 'addresses' | 'mailer' | 'now'>;

/** The longest wait for a bounce, and the interval between polls (ms). */
const MAX_WAIT_MS = 60_000;
const REST_MS = 250;

/**
 * Mails the bouncing address of the SES mailbox simulator, which does not affect the reputation, for a temporary subscriber,
 * and waits until the event has suppressed them. Then erases them.
 *
 * @returns `suppressed`, or the reason why not.
 */
export async function bounceOnce({ subscribers, addresses, mailer, now }: Ports): Promise<string> {
  const email = `bounce+${randomUUID()}@simulator.amazonses.com`;
  const subscriber = pendingSubscriber(await addresses.subscriberId(email), email, now());
  await subscribers.put(subscriber);
  try {
    const tags = { subscriber: subscriber.id, notice: 'doctor', request: randomUUID() };
    const sent = await mailer.send({ to: email, mail, date: now(), tags });
    if (sent.outcome !== 'accepted') return `SES did not take the mail: ${sent.reason}`;
    for (const end = Date.now() + MAX_WAIT_MS; Date.now() < end; await wait(REST_MS))
      if ((await subscribers.find(subscriber.id))?.status === 'suppressed') return 'suppressed';
    return 'SES took the mail, and no bounce has come';
  } finally {
    await subscribers.remove(subscriber.id);
  }
}

/** Creates a pending subscriber who has had all confirmation mails, so that none is sent. */
function pendingSubscriber(id: string, email: string, now: Date): Subscriber {
  return {
    id,
    email,
    status: 'pending',
    subscriptionVersion: 1,
    preferences: defaultPreferences,
    coveredThrough: addDays(dayOf(now), -1),
    scheduledSince: now.toISOString(),
    confirmationMails: 3,
  };
}

const text = 'The doctor of Jubilee looks whether a bounce comes back.';
const mail = { subject: 'A bounce on purpose', text, html: `<p>${text}</p>`, headers: {} };
