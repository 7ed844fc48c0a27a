import type { AddressKey } from '../../src/adapters/dynamodb/address-key.ts';
import type { LimitTable } from '../../src/adapters/dynamodb/limit-table.ts';
import type { MailboxTable } from '../../src/adapters/dynamodb/mailbox-table.ts';
import type { ReportTable } from '../../src/adapters/dynamodb/report-table.ts';
import type { Erasure, SubscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import type { LinkSigner } from '../../src/adapters/lambda/link-signer.ts';
import { type MetricName, metricNames } from '../../src/adapters/lambda/metric-names.ts';
import type { Mailer, MailOutcome } from '../../src/adapters/ses/mailer.ts';
import type { ReportRequest } from '../../src/domain/error-report.ts';
import {
  acquireNotice,
  applyRequest,
  type Decoy,
  goesToEarlierAddress,
  type Notice,
  type NoticeLease,
  type NoticeRequest,
  noticeFor,
  settleNotice,
} from '../../src/domain/notice.ts';
import type { MailKind } from '../../src/domain/pacing.ts';
import type { Subscriber, SubscriberId } from '../../src/domain/subscriber.ts';
import type { SendSlots } from '../../src/sending/send-slots.ts';
import { composeNotice } from './compose-notice.ts';
import { fileReport } from './file-report.ts';
import { earlierAddress, moveAddress, noteMove } from './move-address.ts';
import { limitReached, mayMailMailbox } from './rate-limits.ts';

/**
 * The outcome of a request. `mailed`: SES has the mail, now or from an earlier attempt. `nobody`: no mail to send.
 * `unreachable`: SES refuses the mail for good. `filed`: the report is stored. Retried: `throttled` (above the rate of
 * SES), `closed` (no quota for hours, or the brake is on), `held` (another sender may be working on it, or SES may have
 * accepted the mail) and `unavailable` (a fault that is not the mail's).
 */
export type NoticeOutcome =
  | ('mailed' | 'nobody' | 'over-limit' | 'unreachable' | 'decoy' | 'filed')
  | ('throttled' | 'closed' | 'held' | 'unavailable');

export type Ports = {
  readonly subscribers: Pick<SubscriberTable, 'find' | 'erasureOf' | 'change' | 'remove' | 'addressLeft'>;
  readonly addresses: AddressKey;
  readonly limits: Pick<LimitTable, 'takeOnce'>;
  readonly mailboxes: MailboxTable;
  readonly reports: Pick<ReportTable, 'file'>;
  readonly mailer: Mailer;
  readonly sendSlots: SendSlots;
  readonly waitUntil: (instant: number) => Promise<void>;
  readonly links: Pick<LinkSigner, 'sign'>;
  readonly count: (metric: MetricName) => void;
  /** The absolute address of the site, without a trailing slash. */
  readonly siteUrl: string;
  /** The sending domain, part of the messages' ids. */
  readonly domain: string;
  readonly now: () => Date;
};

/** A request as delivered by its message. */
export type Delivered = {
  readonly request: NoticeRequest | ReportRequest | Decoy;
  /** The same however often the message is delivered. */
  readonly requestId: string;
  readonly askedAt: Date;
};

/**
 * Processes a request: rate limits and one conditional write, then a lease and one mail at its slot. A redelivered
 * message continues where the previous attempt ended.
 */
export async function sendNotice({ request, ...delivered }: Delivered, ports: Ports): Promise<NoticeOutcome> {
  if (request.kind === 'decoy') return countAndDrop('decoy', metricNames.decoys, ports);
  if (request.kind === 'report') return fileReport(request, delivered, ports);
  if (request.kind === 'move' || request.kind === 'move-back') {
    const holder = await moveAddress(request, delivered.requestId, ports);
    return holder === undefined ? 'nobody' : mailUnlessDone(holder, { request, ...delivered }, ports);
  }
  const id = 'email' in request ? await ports.addresses.subscriberId(request.email) : request.subscriberId;
  const asked = { request, ...delivered };
  const refusal = await whyNotMailed(id, asked, ports);
  if (refusal === 'nobody') return refusal;
  if (refusal !== undefined) return countAndDrop('over-limit', refusal, ports);
  const subscriber = await ports.subscribers.change(id, (known, erasure) =>
    applyAfterErasure(known, erasure, { id, asked }, ports),
  );
  return subscriber === undefined ? 'nobody' : mailUnlessDone(subscriber, asked, ports);
}

async function mailUnlessDone(subscriber: Subscriber, asked: Asked, ports: Ports): Promise<NoticeOutcome> {
  return subscriber.notice?.isDone ? 'mailed' : mailInTurn(subscriber, asked, ports);
}

/**
 * Applies a request to a subscriber, unless it was made before an erasure.
 *
 * @throws Error while an address changes hands: the retry finds its new owner.
 */
function applyAfterErasure(
  known: Subscriber | undefined,
  { erasedAt, erasedVersion }: Erasure,
  { id, asked }: Mailed,
  { now }: Ports,
): Subscriber | undefined {
  const { request } = asked;
  if (known !== undefined && 'email' in request && known.email.toLowerCase() !== request.email.toLowerCase())
    throw new Error(`Subscriber ${id} is moving to another address`);
  if (erasedAt !== undefined && asked.askedAt.toISOString() <= erasedAt) return undefined;
  return applyRequest(known, request, { id, requestId: asked.requestId, at: now(), erasedVersion });
}

/** Returns the reason to send no mail, if any. Checks rate limits first, so that no counter depends on who subscribes. */
async function whyNotMailed(id: SubscriberId, asked: Asked, ports: Ports): Promise<MetricName | 'nobody' | undefined> {
  const { request, requestId } = asked;
  const known = await ports.subscribers.find(id);
  if (known?.notice?.request === requestId) return undefined;
  const limit = 'email' in request ? await limitReached(request, asked, ports) : undefined;
  if (limit === 'overall') return metricNames.confirmationsRefused;
  if (limit !== undefined) return metricNames.requestsOverLimit;
  const subscriber = applyAfterErasure(known, await ports.subscribers.erasureOf(id), { id, asked }, ports);
  const notice = subscriber && noticeFor(request, subscriber);
  if (subscriber === undefined || notice === undefined) return 'nobody';
  if (notice === 'preferences') return undefined;
  const move = request.kind === 'confirmation' ? request.movesFrom : undefined;
  if (move && !(await noteMove(id, move, asked.askedAt, ports))) return 'nobody';
  const kind = notice === 'goodbye' ? notice : 'confirmation';
  return (await mayMailMailbox(kind, subscriber, requestId, ports)) ? undefined : metricNames.requestsOverLimit;
}

function countAndDrop<Outcome extends NoticeOutcome>(outcome: Outcome, metric: MetricName, { count }: Ports): Outcome {
  count(metric);
  return outcome;
}

type Asked = Delivered & { readonly request: NoticeRequest };

async function mailInTurn(subscriber: Subscriber, asked: Asked, ports: Ports): Promise<NoticeOutcome> {
  const { sendSlots, waitUntil } = ports;
  const { id } = subscriber;
  const reservation = await sendSlots.reserve(1, chooseMailKind(asked.request, noticeFor(asked.request, subscriber)));
  if (reservation === 'closed') return 'closed';
  const [slot] = reservation.slots;
  if (slot === undefined) return 'throttled';
  await waitUntil(slot);
  const lease = await leaseFor(id, asked, ports);
  if (typeof lease === 'string') return lease;
  const outcome = await mail(lease, asked, ports);
  return outcome === 'nobody' ? outcome : record(outcome, { id, asked }, ports);
}

function chooseMailKind(request: NoticeRequest, notice: Notice | undefined): MailKind {
  if (notice === 'confirmation') return request.kind === 'reminder' ? 'import' : 'confirmation';
  return notice === 'address' || notice === 'reminder' ? 'confirmation' : 'notice';
}

/** Acquires the lease, by the state of the subscriber at the moment of the write. */
async function leaseFor(id: SubscriberId, { request, requestId }: Asked, ports: Ports) {
  let lease: ReturnType<typeof acquireNotice> = 'nobody';
  await ports.subscribers.change(id, (known) => {
    lease = acquireNotice(known, request, { requestId, at: ports.now() });
    return typeof lease === 'string' ? undefined : lease.subscriber;
  });
  return lease;
}

async function mail({ subscriber, notice }: NoticeLease, { requestId, askedAt }: Asked, ports: Ports) {
  const recipient = await findRecipient({ subscriber, notice }, ports);
  if (recipient === undefined) return 'nobody';
  const { outcome } = await ports.mailer.send({
    to: recipient.email,
    mail: composeNotice(notice, { ...recipient, askedAt }, ports),
    date: ports.now(),
    tags: { subscriber: subscriber.id, notice, request: requestId },
  });
  if (outcome === 'throttled') await ports.sendSlots.pushBack();
  return outcome;
}

/** Finds the recipient: the subscriber or, for a move, the one who moved, at the address that they left. */
async function findRecipient({ subscriber, notice }: NoticeLease, ports: Ports) {
  if (!goesToEarlierAddress(notice)) return { subscriber, email: subscriber.email };
  const earlier = await earlierAddress(subscriber, ports);
  return earlier && { subscriber: earlier.mover, email: earlier.address, leftVersion: earlier.version };
}

type Mailed = { readonly id: SubscriberId; readonly asked: Asked };

/** Records the outcome. Keeps the lease if the response was lost, so that SES's own event can settle the request before a retry. */
async function record(outcome: MailOutcome['outcome'], { id, asked }: Mailed, ports: Ports): Promise<NoticeOutcome> {
  if (outcome === 'unknown') return 'held';
  const isDone = outcome === 'accepted' || outcome === 'rejected';
  await ports.subscribers.change(id, (known) => settleNotice(known, asked.requestId, { isDone }));
  if (outcome === 'rejected') return countAndDrop('unreachable', metricNames.noticesUnreachable, ports);
  return outcome === 'accepted' ? 'mailed' : outcome;
}
