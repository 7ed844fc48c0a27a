import type { DeliveryTable } from '../../src/adapters/dynamodb/delivery-table.ts';
import type { RelationsTable } from '../../src/adapters/dynamodb/relations-table.ts';
import type { SubscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import { type LinkSigner, toBearer } from '../../src/adapters/lambda/link-signer.ts';
import type { Mailer, MailOutcome } from '../../src/adapters/ses/mailer.ts';
import { isOfThisSubscription, type PlannedDigest } from '../../src/domain/delivery.ts';
import { dispatchOn } from '../../src/domain/digest.ts';
import { localDate } from '../../src/domain/schedule.ts';
import type { Subscriber } from '../../src/domain/subscriber.ts';
import type { Links } from '../../src/mail/digest-letter.ts';
import type { Mail } from '../../src/mail/digest-mail.ts';
import type { FindDueFacts } from '../../src/relations/due-facts.ts';
import { paths, withToken } from '../../src/web/paths.ts';
import { type DigestMails, digestMails } from './digest-mails.ts';
import { type Ports as TakeOverPorts, takeOver } from './take-over.ts';

/**
 * The outcome of a planned digest. Retried: `throttled` (above the rate of SES), `closed` (no quota for hours, or the brake
 * is on), `held` (another sender may be working on it, or the response of SES was lost), `unsettled` (feedback has yet to
 * show whether SES accepted an earlier attempt) and `unavailable` (a fault that is not the mail's).
 */
export type SendOutcome =
  | 'sent'
  | 'failed'
  | 'not-active'
  | 'nothing-due'
  | 'throttled'
  | 'closed'
  | 'held'
  | 'unsettled'
  | 'unavailable';

export type Ports = Pick<TakeOverPorts, 'watermark' | 'isFeedbackGivenUp' | 'limits'> & {
  readonly subscribers: Pick<SubscriberTable, 'find' | 'glance'>;
  readonly deliveries: Pick<DeliveryTable, 'acquire' | 'recordSent' | 'recordFailed' | 'release' | 'markUnconfirmed'>;
  readonly sources: RelationsTable['sources'];
  readonly dueFacts: FindDueFacts;
  readonly mailer: Mailer;
  readonly links: Pick<LinkSigner, 'sign'>;
  /** The absolute address of the site, without a trailing slash. */
  readonly siteUrl: string;
  /** The sending domain, part of the list's and the messages' ids. */
  readonly domain: string;
  readonly now: () => Date;
};

/** A digest that waits for its slot. */
export type ComposedDigest = { readonly planned: PlannedDigest; readonly subscriber: Subscriber; readonly mail: Mail };

/** Sends one digest to one subscriber, if they still want it and nobody has sent it: compose, acquire the lease, send, record. */
export async function sendDigest(planned: PlannedDigest, ports: Ports): Promise<SendOutcome> {
  const composed = await composeDigest(planned, ports);
  return typeof composed === 'string' ? composed : dispatchDigest(composed, ports);
}

/** Composes the mail, if the subscriber is active and the digest has content. A batch may share `writeMail`. */
export async function composeDigest(
  planned: PlannedDigest,
  ports: Ports,
  writeMail: DigestMails = digestMails(ports),
): Promise<ComposedDigest | 'not-active' | 'nothing-due'> {
  const { on, coverage, changeSpan } = planned;
  const subscriber = await activeSubscriber(planned, ports);
  if (subscriber === undefined) return 'not-active';
  const today = localDate(ports.now(), subscriber.preferences.timeZone);
  const occasion = { on, coverage, changeSpan, ...dispatchOn(today, planned, subscriber) };
  const mail = await writeMail(occasion, { subscriber, links: linksFor(subscriber, ports), domain: ports.domain });
  return mail === undefined ? 'nothing-due' : { planned, subscriber, mail };
}

/** Finds the active subscriber. An eventually consistent read suffices, as `dispatchDigest` checks again, but must not miss one who has just returned. */
async function activeSubscriber(planned: PlannedDigest, { subscribers }: Ports): Promise<Subscriber | undefined> {
  for (const read of [subscribers.glance, subscribers.find]) {
    const subscriber = await read(planned.subscriberId);
    if (subscriber?.status === 'active' && isOfThisSubscription(planned, subscriber)) return subscriber;
  }
  return undefined;
}

/**
 * Acquires the lease, sends at its slot, and records. Checks once more that the subscriber is active, as they may have
 * unsubscribed while the mail waited. Someone who unsubscribes after this check still gets the mail: a window of a fifth
 * of a second, at most the client's time-out. Releases the lease if the check fails, as SES has not seen the mail.
 */
export async function dispatchDigest(
  composed: ComposedDigest,
  ports: Ports,
  turn: () => Promise<void> = async () => {},
): Promise<SendOutcome> {
  const { planned, subscriber, mail } = composed;
  const claimedAt = ports.now();
  const first = await ports.deliveries.acquire(planned, claimedAt);
  const lease = first === 'unsettled' ? await takeOver(planned, claimedAt, ports) : first;
  if (lease !== 'acquired') return lease;
  const refusal = await refusalNow(subscriber, ports).catch(async (error) => {
    await ports.deliveries.release(planned, claimedAt);
    throw error;
  });
  if (refusal !== undefined) {
    await ports.deliveries.release(planned, claimedAt);
    return refusal;
  }
  await turn();
  const tags = { subscriber: planned.subscriberId, digest: planned.on };
  const outcome = await ports.mailer.send({ to: subscriber.email, mail, date: claimedAt, tags });
  return record(outcome, { planned, claimedAt }, ports);
}

/** Checks that the mail still fits the subscriber: its links work for one subscription only, and after a move a retry goes to the new address. */
async function refusalNow(subscriber: Subscriber, { subscribers }: Ports) {
  const known = await subscribers.find(subscriber.id);
  if (known?.status !== 'active' || !isOfThisSubscription(subscriber, known)) return 'not-active';
  return known.email === subscriber.email ? undefined : 'unavailable';
}

function linksFor(subscriber: Subscriber, { links, siteUrl, now }: Ports): Links {
  const token = (purpose: 'unsubscribe' | 'manage') => links.sign(purpose, toBearer(subscriber, purpose), now());
  return {
    site: siteUrl,
    unsubscribe: siteUrl + withToken(paths.unsubscribe, token('unsubscribe')),
    preferences: siteUrl + withToken(paths.preferences, token('manage')),
  };
}

type Lease = { readonly planned: PlannedDigest; readonly claimedAt: Date };

async function record(outcome: MailOutcome, { planned, claimedAt }: Lease, ports: Ports): Promise<SendOutcome> {
  const { deliveries, now } = ports;
  if (outcome.outcome === 'accepted') {
    await deliveries.recordSent(planned, { messageId: outcome.messageId, at: now() });
    return 'sent';
  }
  if (outcome.outcome === 'rejected') {
    await deliveries.recordFailed(planned, { reason: outcome.reason, at: now() });
    return 'failed';
  }
  if (outcome.outcome === 'unknown') {
    await deliveries.markUnconfirmed(planned, claimedAt);
    return 'held';
  }
  await deliveries.release(planned, claimedAt);
  return outcome.outcome;
}
