import type { AddressKey } from '../../src/adapters/dynamodb/address-key.ts';
import type { LimitTable } from '../../src/adapters/dynamodb/limit-table.ts';
import type { SubscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import type { LinkSigner } from '../../src/adapters/lambda/link-signer.ts';
import { type MetricName, metricNames } from '../../src/adapters/lambda/metric-names.ts';
import type { Mailer, MailOutcome } from '../../src/adapters/ses/mailer.ts';
import {
  acquireNotice,
  applyRequest,
  type Decoy,
  type NoticeLease,
  type NoticeRequest,
  settleNotice,
} from '../../src/domain/notice.ts';
import type { Subscriber, SubscriberId } from '../../src/domain/subscriber.ts';
import type { SendSlots } from '../../src/sending/send-slots.ts';
import { composeNotice } from './compose-notice.ts';
import { limitReached } from './limit-reached.ts';

/**
 * What became of a request. `mailed`: SES has the mail, now or from an earlier attempt. `nobody`: it brings no mail.
 * `unreachable`: SES refuses the mail for good. It must come back when it is `throttled` (SES takes fewer mails a second),
 * `closed` (SES takes none for hours, or sending is braked), `held` (another sender may be at work on it, or nobody knows
 * whether SES accepted the mail) or `unavailable` (SES did not accept it for a reason of its own).
 */
export type NoticeOutcome =
  | ('mailed' | 'nobody' | 'over-limit' | 'unreachable' | 'decoy')
  | ('throttled' | 'closed' | 'held' | 'unavailable');

export type Ports = {
  readonly subscribers: Pick<SubscriberTable, 'find' | 'change'>;
  readonly addresses: AddressKey;
  readonly limits: LimitTable;
  readonly mailer: Mailer;
  readonly sendSlots: SendSlots;
  readonly waitUntil: (instant: number) => Promise<void>;
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
 * Does what a request asks for: limits, one conditional write; then, in its slot, a lease and one mail. A message
 * that is delivered again continues where the previous attempt ended.
 */
export async function sendNotice({ request, ...delivered }: Delivered, ports: Ports): Promise<NoticeOutcome> {
  if (request.kind === 'decoy') return dropped('decoy', metricNames.decoys, ports);
  const id = 'email' in request ? await ports.addresses.subscriberId(request.email) : request.subscriberId;
  const { requestId } = delivered;
  const move = (known: Subscriber | undefined) => applyRequest(known, request, { id, requestId, at: ports.now() });

  const known = await ports.subscribers.find(id);
  if (move(known) === undefined) return 'nobody';
  if ('email' in request && known?.notice?.request !== requestId) {
    const limit = await limitReached(request, ports);
    if (limit === 'overall') return dropped('over-limit', metricNames.confirmationsRefused, ports);
    if (limit !== undefined) return dropped('over-limit', metricNames.requestsOverLimit, ports);
  }
  const subscriber = await ports.subscribers.change(id, move);
  if (subscriber === undefined) return 'nobody';
  return subscriber.notice?.isDone ? 'mailed' : mailInTurn(id, { request, ...delivered }, ports);
}

function dropped<Outcome extends NoticeOutcome>(outcome: Outcome, metric: MetricName, { count }: Ports): Outcome {
  count(metric);
  return outcome;
}

type Asked = Delivered & { readonly request: NoticeRequest };

async function mailInTurn(id: SubscriberId, asked: Asked, ports: Ports): Promise<NoticeOutcome> {
  const { sendSlots, waitUntil } = ports;
  const reservation = await sendSlots.reserve(1, 'notice');
  if (reservation === 'closed') return 'closed';
  const [slot] = reservation.slots;
  if (slot === undefined) return 'throttled';
  await waitUntil(slot);
  const lease = await leaseFor(id, asked, ports);
  if (typeof lease === 'string') return lease;
  return record(await mail(lease, asked, ports), { id, asked }, ports);
}

/** Decides on the subscriber as they are at the moment of the write, after all waiting. */
async function leaseFor(id: SubscriberId, { request, requestId }: Asked, ports: Ports) {
  let lease: ReturnType<typeof acquireNotice> = 'nobody';
  await ports.subscribers.change(id, (known) => {
    lease = acquireNotice(known, request, { requestId, at: ports.now() });
    return typeof lease === 'string' ? undefined : lease.subscriber;
  });
  return lease;
}

async function mail({ subscriber, notice }: NoticeLease, { requestId, askedAt }: Asked, ports: Ports) {
  const { outcome } = await ports.mailer.send({
    to: subscriber.email,
    mail: composeNotice(notice, { subscriber, askedAt }, ports),
    date: ports.now(),
    tags: { subscriber: subscriber.id, notice, request: requestId },
  });
  if (outcome === 'throttled') await ports.sendSlots.pushBack();
  return outcome;
}

type Mailed = { readonly id: SubscriberId; readonly asked: Asked };

/** When the answer was lost the lease stays, so that SES's own event can settle the request before anybody mails again. */
async function record(outcome: MailOutcome['outcome'], { id, asked }: Mailed, ports: Ports): Promise<NoticeOutcome> {
  if (outcome === 'unknown') return 'held';
  const isDone = outcome === 'accepted' || outcome === 'rejected';
  await ports.subscribers.change(id, (known) => settleNotice(known, asked.requestId, { isDone }));
  if (outcome === 'rejected') return dropped('unreachable', metricNames.noticesUnreachable, ports);
  return outcome === 'accepted' ? 'mailed' : outcome;
}
