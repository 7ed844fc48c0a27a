import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { logger } from '../../src/adapters/lambda/log.ts';
import { readPlannedDigest } from '../../src/adapters/sqs/digest-queue.ts';
import { type ComeBack, forEachMessage } from '../../src/adapters/sqs/message-batch.ts';
import type { Postpone } from '../../src/adapters/sqs/message-queue.ts';
import type { PlannedDigest } from '../../src/domain/delivery.ts';
import type { SendSlots } from '../../src/sending/send-slots.ts';
import { type DigestMails, digestMails } from './digest-mails.ts';
import { type ComposedDigest, composeDigest, dispatchDigest, type Ports, type SendOutcome } from './send-digest.ts';

export type BatchPorts = Ports & {
  readonly sendSlots: SendSlots;
  readonly waitUntil: (instant: number) => Promise<void>;
  readonly postpone: Postpone;
};

/**
 * Sends the digests of a batch of messages: composes them all, reserves their slots with one write, and sends each at its
 * slot, without waiting for earlier calls to SES.
 */
export async function sendBatch(event: SQSEvent, ports: BatchPorts): Promise<SQSBatchResponse> {
  const writeMail = digestMails(ports);
  const handled: Handled[] = [];
  const composing = new Map(event.Records.map((message) => [message, compose(message, ports, writeMail)]));
  const slots = reserveSlots([...composing.values()], ports);
  const answer = await forEachMessage(
    event,
    async (message) => {
      const one = await send(message, { composing, slots }, ports);
      handled.push(one);
      const when = comingBack[one.outcome];
      return when && { because: one.outcome, when };
    },
    ports.postpone,
  );
  logHandled(handled);
  return answer;
}

type Handled = { readonly planned: PlannedDigest; readonly outcome: SendOutcome };

/** Logs one line per batch: subscriber and date of each digest, by outcome. */
function logHandled(handled: readonly Handled[]): void {
  const digests: Partial<Record<SendOutcome, string[]>> = {};
  for (const { planned, outcome } of handled) {
    digests[outcome] ??= [];
    digests[outcome].push(`${planned.subscriberId} ${planned.on}`);
  }
  logger.info('Handled digests', { digests });
}

type Composed = Awaited<ReturnType<typeof compose>>;
type Batch = {
  readonly composing: ReadonlyMap<SQSRecord, Promise<Composed>>;
  readonly slots: Promise<Iterator<number> | 'closed'>;
};

async function compose({ body }: SQSRecord, ports: Ports, writeMail?: DigestMails) {
  const planned = readPlannedDigest(body);
  return { planned, composed: await composeDigest(planned, ports, writeMail) };
}

/** Reserves slots for all mails of the batch, once the last is composed. */
async function reserveSlots(composing: readonly Promise<Composed>[], { sendSlots }: BatchPorts): Batch['slots'] {
  const ends = await Promise.allSettled(composing);
  const ready = ends.filter((end) => end.status === 'fulfilled' && typeof end.value.composed !== 'string');
  const reservation = ready.length > 0 ? await sendSlots.reserve(ready.length, 'digest') : { slots: [] };
  return reservation === 'closed' ? reservation : reservation.slots.values();
}

async function send(message: SQSRecord, batch: Batch, ports: BatchPorts): Promise<Handled> {
  const { planned, composed } = (await batch.composing.get(message)) ?? (await compose(message, ports));
  const outcome = typeof composed === 'string' ? composed : await sendInTurn(composed, await batch.slots, ports);
  return { planned, outcome };
}

/** The time (ms) before its slot at which a mail acquires its lease, so that a slow DynamoDB does not delay it into others' slots. */
const AHEAD_MS = 200;

async function sendInTurn(
  composed: ComposedDigest,
  slots: Iterator<number> | 'closed',
  ports: BatchPorts,
): Promise<SendOutcome> {
  if (slots === 'closed') return 'closed';
  const { value: slot, done } = slots.next();
  if (done) return 'throttled';
  await ports.waitUntil(slot - AHEAD_MS);
  const outcome = await dispatchDigest(composed, ports, () => ports.waitUntil(slot));
  if (outcome === 'throttled') await ports.sendSlots.pushBack();
  return outcome;
}

/** The outcomes to retry, and when. Those that another sender or the operator must resolve wait for the visibility time-out. */
const comingBack: Partial<Record<SendOutcome, ComeBack['when']>> = {
  throttled: 'soon',
  closed: 'in hours',
  held: 'by itself',
  unsettled: 'once settled',
  unavailable: 'by itself',
};
