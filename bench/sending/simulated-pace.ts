import { sendBatch } from '../../lambdas/digest-sender/send-batch.ts';
import { deliveryTable } from '../../src/adapters/dynamodb/delivery-table.ts';
import { subscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import { linkSigner } from '../../src/adapters/lambda/link-signer.ts';
import { logger } from '../../src/adapters/lambda/log.ts';
import { digestMessage } from '../../src/adapters/sqs/digest-queue.ts';
import { dueFacts } from '../../src/relations/due-facts.ts';
import { sendingParts } from '../../src/sending/sending-parts.ts';
import { seeded } from '../../tests/chaos/random.ts';
import { type SimulatedQueue, simulatedQueue } from '../../tests/chaos/simulated-queue.ts';
import { relationsInMemory } from '../million/days.ts';
import { timelines } from '../real-data.ts';
import { gatherCrowd } from './crowd.ts';
import { type SimulatedAws, simulatedAws } from './simulated-aws.ts';
import { type SimulatedClock, simulatedClock } from './simulated-clock.ts';

export type PaceSetting = {
  /** The rate of SES (mails a second). */
  readonly perSecond: number;
  readonly mails: number;
  readonly senders: number;
  /** The CPU time per mail (ms). */
  readonly cpuMs: number;
};

const BATCH_SIZE = 50;
/** The time (ms) that Lambda takes between batches, and waits for an empty queue. */
const BETWEEN_BATCHES_MS = 50;
const VISIBILITY_MS = 30 * 60_000;

type World = { readonly clock: SimulatedClock; readonly aws: SimulatedAws; readonly queue: SimulatedQueue };

/** Sends digests in simulated time with the deployed senders, and returns mails a second and the number of retries. */
export async function simulatePace({ perSecond, mails, senders, cpuMs }: PaceSetting) {
  logger.setLogLevel('SILENT');
  const clock = simulatedClock(Date.parse('2026-11-23T00:00:05Z'));
  const aws = simulatedAws(clock, perSecond);
  const schedule = { isOrderly: true };
  const queue = simulatedQueue('digests', VISIBILITY_MS, { schedule, random: seeded(1), clock });
  await plan({ aws, queue }, mails);
  let postponed = 0;
  const isOver = () => aws.acceptedAt.length === mails;
  const onPostponed = () => {
    postponed += 1;
  };
  const world = { clock, aws, queue };
  const all = Array.from({ length: senders }, () => runSender(world, { cpuMs, isOver, onPostponed }));
  await clock.run(Promise.all(all));
  return { rate: rateAmidst(aws.acceptedAt), postponed };
}

/** Returns mails a second under load: without the first twentieth, while senders start, and the last, while they run out of work. */
function rateAmidst(times: readonly number[]): number {
  const edge = Math.floor(times.length / 20);
  const [first = 0, last = 0] = [times[edge], times.at(-1 - edge)];
  return ((times.length - 1 - 2 * edge) * 1000) / (last - first);
}

/** Queues the same digest for a number of subscribers. */
async function plan({ aws, queue }: Omit<World, 'clock'>, mails: number): Promise<void> {
  const [due] = await gatherCrowd(1);
  if (due === undefined) throw new Error('Nobody has anything due');
  const { put } = subscriberTable(aws.tables.client, 'subscribers', () => new Date(0));
  for (let number = 0; number < mails; number += 1) {
    const id = `subscriber-${number}`;
    await put({ ...due.subscriber, id, email: `${id}@ministry.example` });
    queue.send(digestMessage({ ...due.digest, subscriberId: id }));
  }
}

type Course = { readonly cpuMs: number; readonly isOver: () => boolean; readonly onPostponed: () => void };

/** Runs a container: one batch after another, until everything is sent. */
async function runSender({ clock, aws, queue }: World, { cpuMs, isOver, onPostponed }: Course): Promise<void> {
  const ports = senderPorts({ clock, aws }, aws.sesOf(cpuMs));
  const postpone = async ({ receiptHandle }: { readonly receiptHandle: string }, ms: number) => {
    onPostponed();
    queue.changeVisibility(receiptHandle, ms);
  };
  while (!isOver()) {
    await clock.sleepUntil(clock.now + BETWEEN_BATCHES_MS);
    const receipt = queue.receive(BATCH_SIZE);
    if (receipt === undefined) continue;
    const { batchItemFailures } = await sendBatch(receipt.event, { ...ports, postpone });
    receipt.done(new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)));
  }
}

function senderPorts({ clock, aws }: Omit<World, 'queue'>, sesClient: ReturnType<SimulatedAws['sesOf']>) {
  const parts = sendingParts({
    documents: aws.documents,
    sesClient,
    sesQuotaClient: sesClient,
    tables: { subscribers: 'subscribers', limits: 'limits' },
    from: 'jubilee@example.org',
    configurationSet: 'jubilee',
    siteUrl: 'https://jubilee.example',
    links: linkSigner({ current: 'a key that signs nothing but measurements', earlier: [] }),
    now: () => new Date(clock.now),
  });
  return {
    ...parts,
    deliveries: deliveryTable(aws.documents, 'deliveries'),
    isFeedbackGivenUp: async () => false,
    waitUntil: clock.sleepUntil,
    sources: async () => new Map(),
    dueFacts: dueFacts(relationsInMemory(timelines)),
  };
}
