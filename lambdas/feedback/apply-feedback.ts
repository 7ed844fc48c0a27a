import type { DeliveryTable } from '../../src/adapters/dynamodb/delivery-table.ts';
import type { NoticeFeedback } from '../../src/adapters/dynamodb/mail-feedback.ts';
import type { SubscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import { countMailEvent, type MailCounts, noMails } from '../../src/domain/brake.ts';
import {
  type Acceptance,
  afterFeedback,
  type Feedback,
  type MailEvent,
  type MailFeedback,
  maySuppress,
} from '../../src/domain/feedback.ts';
import { settleNotice } from '../../src/domain/notice.ts';

export type Ports = {
  readonly subscribers: Pick<SubscriberTable, 'change'>;
  readonly deliveries: Pick<DeliveryTable, 'glance' | 'ofSubscriber' | 'recordSent' | 'recordFeedback'>;
  readonly notices: NoticeFeedback;
};

/**
 * Applies an SES event to its delivery and its subscriber. Safe to repeat, at any time, in any order.
 *
 * @returns the counts to add to the mail's brake.
 */
export async function applyFeedback(feedback: Feedback, ports: Ports): Promise<MailCounts> {
  if (feedback.kind === 'sent') {
    await settle(feedback, ports);
    return noMails;
  }
  const recorded = await record(feedback, ports);
  const isLateDelivery = feedback.kind === 'deliveredAt' && recorded?.transientBounceAt !== undefined;
  if (maySuppress(feedback.kind) || isLateDelivery) await changeSubscriber(feedback, ports);
  return recorded ? countMailEvent(feedback.kind, recorded) : noMails;
}

/** Records an acceptance unless the sender has, which is nearly always: an eventually consistent read costs a tenth of a needless write. */
async function settle({ mail }: Acceptance, { deliveries, subscribers }: Ports): Promise<void> {
  const { subscriberId, on, request, messageId, acceptedAt } = mail;
  if (request !== undefined)
    await subscribers.change(subscriberId, (known) => settleNotice(known, request, { isDone: true }));
  if (on === undefined) return;
  const delivery = await deliveries.glance({ subscriberId, on });
  if (delivery && delivery.status !== 'sent') {
    await deliveries.recordSent({ subscriberId, on }, { messageId, at: new Date(acceptedAt) });
  }
}

function record(event: MailEvent, { deliveries, notices }: Ports): Promise<MailFeedback | undefined> {
  const { subscriberId, on } = event.mail;
  return on === undefined ? notices.record(event) : deliveries.recordFeedback({ subscriberId, on }, event);
}

async function changeSubscriber(event: MailEvent, { deliveries, subscribers }: Ports): Promise<void> {
  const { subscriberId } = event.mail;
  const isAboutRow = event.kind === 'transientBounceAt' || event.kind === 'deliveredAt';
  const digests = isAboutRow ? await deliveries.ofSubscriber(subscriberId) : [];
  await subscribers.change(subscriberId, (known) => afterFeedback(known, event, digests));
}
