import type { AddressKey } from '../../src/adapters/address-key.ts';
import type { LimitTable } from '../../src/adapters/limit-table.ts';
import type { LinkSigner } from '../../src/adapters/link-signer.ts';
import type { Mailer } from '../../src/adapters/mailer.ts';
import { type MetricName, metricNames } from '../../src/adapters/metric-names.ts';
import type { SubscriberTable } from '../../src/adapters/subscriber-table.ts';
import { type Decoy, moved, type NoticeRequest, noticeFor } from '../../src/domain/notice.ts';
import type { Subscriber, SubscriberId } from '../../src/domain/subscriber.ts';
import { composeNotice } from './compose-notice.ts';
import { limitReached } from './limit-reached.ts';

/**
 * What became of a request. `mailed`: SES has the mail, now or from an earlier attempt. `nobody`: it brings no mail.
 * `unreachable`: SES refuses the mail for good. `again`: it must come back.
 */
export type NoticeOutcome = 'mailed' | 'nobody' | 'over-limit' | 'unreachable' | 'decoy' | 'again';

export type Ports = {
  readonly subscribers: Pick<SubscriberTable, 'find' | 'change'>;
  readonly addresses: AddressKey;
  readonly limits: LimitTable;
  readonly mailer: Mailer;
  readonly links: Pick<LinkSigner, 'sign'>;
  readonly count: (metric: MetricName) => void;
  /** Where the pages are: absolute, without a slash at the end. */
  readonly siteUrl: string;
  /** Names the messages. */
  readonly domain: string;
  readonly now: () => Date;
};

/** A request as its message brings it. */
export type Delivered = {
  readonly request: NoticeRequest | Decoy;
  /** The same however often the message is delivered. */
  readonly requestId: string;
  readonly askedAt: Date;
};

/**
 * Does what a request asks for: limits, one conditional write, one mail. A message that is delivered again goes on
 * where the attempt before it ended.
 */
export async function sendNotice({ request, ...delivered }: Delivered, ports: Ports): Promise<NoticeOutcome> {
  if (request.kind === 'decoy') return dropped('decoy', metricNames.decoys, ports);
  const id = 'email' in request ? await ports.addresses.subscriberId(request.email) : request.subscriberId;
  const { requestId } = delivered;
  const move = (known: Subscriber | undefined) => moved(known, request, { id, requestId, at: ports.now() });

  const known = await ports.subscribers.find(id);
  if (move(known) === undefined) return 'nobody';
  if ('email' in request && known?.notice?.request !== requestId) {
    const limit = await limitReached(request, ports);
    if (limit === 'overall') return dropped('over-limit', metricNames.confirmationsRefused, ports);
    if (limit !== undefined) return dropped('over-limit', metricNames.requestsOverLimit, ports);
  }
  const subscriber = await ports.subscribers.change(id, move);
  if (subscriber === undefined) return 'nobody';
  return subscriber.notice?.isDone ? 'mailed' : mail(subscriber, { request, ...delivered }, ports);
}

function dropped<Outcome extends NoticeOutcome>(outcome: Outcome, metric: MetricName, { count }: Ports): Outcome {
  count(metric);
  return outcome;
}

type Asked = Delivered & { readonly request: NoticeRequest };

async function mail(subscriber: Subscriber, asked: Asked, ports: Ports): Promise<NoticeOutcome> {
  const notice = noticeFor(asked.request, subscriber);
  if (notice === undefined) return 'nobody';
  const { outcome } = await ports.mailer.send({
    to: subscriber.email,
    mail: composeNotice(notice, { subscriber, askedAt: asked.askedAt }, ports),
    date: ports.now(),
    tags: { subscriber: subscriber.id, notice },
  });
  if (outcome !== 'accepted' && outcome !== 'rejected') return 'again';
  await markDone(subscriber.id, asked.requestId, ports);
  return outcome === 'accepted' ? 'mailed' : dropped('unreachable', metricNames.noticesUnreachable, ports);
}

/** Remembers that nothing is left to do for the request, unless a later one has come. */
async function markDone(id: SubscriberId, requestId: string, { subscribers }: Ports): Promise<void> {
  await subscribers.change(id, (known) =>
    known?.notice?.request === requestId ? { ...known, notice: { request: requestId, isDone: true } } : undefined,
  );
}
