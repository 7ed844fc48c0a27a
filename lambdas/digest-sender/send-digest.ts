import type { DeliveryTable } from '../../src/adapters/delivery-table.ts';
import type { LinkSigner } from '../../src/adapters/link-signer.ts';
import type { Mailer, MailOutcome } from '../../src/adapters/mailer.ts';
import type { RelationsTable } from '../../src/adapters/relations-table.ts';
import type { SubscriberTable } from '../../src/adapters/subscriber-table.ts';
import type { TimelinesDue } from '../../src/adapters/timelines-due.ts';
import type { PlannedDigest } from '../../src/domain/delivery.ts';
import { type Digest, digestOf, dispatchOn } from '../../src/domain/digest.ts';
import { localDate } from '../../src/domain/schedule.ts';
import type { Subscriber } from '../../src/domain/subscriber.ts';
import type { Links } from '../../src/mail/digest-letter.ts';
import { digestMail, type Mail } from '../../src/mail/digest-mail.ts';
import { paths, withToken } from '../../src/web/paths.ts';

/**
 * What became of a planned digest. `again`: it must come back, because another sender may be at work on it,
 * SES asks for patience, or nobody knows whether SES accepted the mail.
 */
export type SendOutcome = 'sent' | 'failed' | 'not-active' | 'nothing-due' | 'again';

export type Ports = {
  readonly subscribers: Pick<SubscriberTable, 'find'>;
  readonly deliveries: Pick<DeliveryTable, 'claim' | 'recordSent' | 'recordFailed' | 'release' | 'markUnconfirmed'>;
  readonly sources: RelationsTable['sources'];
  readonly timelinesDue: TimelinesDue;
  readonly mailer: Mailer;
  readonly links: Pick<LinkSigner, 'sign'>;
  /** Where the pages are: absolute, without a slash at the end. */
  readonly siteUrl: string;
  /** Names the list and the messages. */
  readonly domain: string;
  readonly now: () => Date;
};

/** Sends one digest to one subscriber, if they still want it and nobody has sent it: claim, compose, send, record. */
export async function sendDigest(planned: PlannedDigest, ports: Ports): Promise<SendOutcome> {
  const subscriber = await ports.subscribers.find(planned.subscriberId);
  if (subscriber?.status !== 'active' || subscriber.generation !== planned.generation) return 'not-active';
  const { preferences } = subscriber;
  const timelines = await ports.timelinesDue(planned.coverage, preferences.leadTimes);
  const today = localDate(ports.now(), preferences.timeZone);
  const digest = digestOf({ ...planned, ...dispatchOn(today, planned, subscriber) }, timelines, preferences);
  if (digest.groups.length === 0 && !preferences.sendEmpty) return 'nothing-due';
  const mail = await compose(digest, subscriber, ports);

  const claimedAt = ports.now();
  const claim = await ports.deliveries.claim(planned, claimedAt);
  if (claim !== 'claimed') return claim === 'held' ? 'again' : claim;
  const tags = { subscriber: planned.subscriberId, digest: planned.on };
  const outcome = await ports.mailer.send({ to: subscriber.email, mail, date: claimedAt, tags });
  return record(outcome, { planned, claimedAt }, ports);
}

async function compose(digest: Digest, subscriber: Subscriber, ports: Ports): Promise<Mail> {
  const links = linksFor(subscriber, ports);
  return digestMail(digest, { subscriber, sources: await ports.sources(), links, domain: ports.domain });
}

function linksFor({ id, generation }: Subscriber, { links, siteUrl, now }: Ports): Links {
  const bearer = { subscriberId: id, generation };
  return {
    site: siteUrl,
    unsubscribe: siteUrl + withToken(paths.unsubscribe, links.sign('unsubscribe', bearer, now())),
    preferences: siteUrl + withToken(paths.preferences, links.sign('manage', bearer, now())),
  };
}

type Claim = { readonly planned: PlannedDigest; readonly claimedAt: Date };

async function record(outcome: MailOutcome, { planned, claimedAt }: Claim, ports: Ports): Promise<SendOutcome> {
  const { deliveries, now } = ports;
  if (outcome.outcome === 'accepted') {
    await deliveries.recordSent(planned, { messageId: outcome.messageId, at: now() });
    return 'sent';
  }
  if (outcome.outcome === 'rejected') {
    await deliveries.recordFailed(planned, { reason: outcome.reason, at: now() });
    return 'failed';
  }
  if (outcome.outcome === 'unknown') await deliveries.markUnconfirmed(planned, claimedAt);
  else await deliveries.release(planned, claimedAt);
  return 'again';
}
