import { queueEvent } from '../cli/local/queue-event.ts';
import { applyBatch } from '../lambdas/feedback/apply-batch.ts';
import { noticeFeedback } from '../src/adapters/dynamodb/mail-feedback.ts';
import { logger } from '../src/adapters/lambda/log.ts';
import { inChunks } from '../src/in-parallel.ts';
import { countConsumed } from './consumed.ts';
import { cpuMs } from './measure.ts';
import { prices } from './prices.ts';
import { judge, type Result } from './result.ts';
import { gatherCrowd } from './sending/crowd.ts';
import { newSender } from './sending/sender.ts';
import { SENDERS, sendersFor, sendingWorld } from './sending/world.ts';
import { withFolder } from './temporary.ts';

const DIGESTS = 1_000;
const MILLION = 1_000_000;

/** The rates of SES (mails a second) for a new and for an established account. Senders are billed while they wait for their slots. */
const RATES = [14, 100];
/** The share of the rate that senders use. */
const QUOTA_SHARE = 0.9;
const SENDER_GB = 0.5;
const FEEDBACK_GB = 0.5;
/** The memory (GB) at which a function gets a full processor. */
const GB_OF_A_PROCESSOR = 1769 / 1024;
/** Messages that one request to SQS receives, sends or deletes. */
const SQS_BATCH = 10;
const FEEDBACK_BATCH = 100;

/** Measures the cost of a million digests without SES, in dollars, from the requests of a thousand, including feedback. */
export async function measureCost(): Promise<Result[]> {
  const counted = await count();
  return RATES.flatMap((rate) => resultsAt(rate, counted));
}

function resultsAt(rate: number, counted: Counted): Result[] {
  const lines = priceLines(counted, rate);
  const sum = lines.reduce((total, [, dollars]) => total + dollars, 0);
  const ses = { unit: '$', yardstick: MILLION * prices.sesMail, beside: 'SES' };
  return [
    judge({ name: `cost: a million digests at ${rate} a second`, value: sum, ...ses }, { value: 3 }),
    ...lines.map(([what, value]) => judge({ name: `cost: at ${rate} a second, of it ${what}`, value, ...ses })),
  ];
}

type Counted = Awaited<ReturnType<typeof count>>;

function priceLines({ reads, writes, events, logBytes, feedbackCpuMs }: Counted, rate: number): [string, number][] {
  const messages = DIGESTS / SQS_BATCH;
  const sqs = 3 * messages + events * (1 + 2 / SQS_BATCH);
  const waiting = (sendersFor(rate) * SENDER_GB * MILLION) / (QUOTA_SHARE * rate);
  const feedbackSeconds = (feedbackCpuMs / 1000) * (GB_OF_A_PROCESSOR / FEEDBACK_GB);
  const invocations = events / FEEDBACK_BATCH + DIGESTS / SQS_BATCH;
  const each = (count: number, price: number) => (count / DIGESTS) * MILLION * price;
  return [
    ['DynamoDB writes', each(writes, prices.dynamoDbWrite)],
    ['DynamoDB reads', each(reads, prices.dynamoDbRead)],
    ['SNS', each(events, prices.snsRequest)],
    ['SQS', each(sqs, prices.sqsRequest)],
    [
      'Lambda',
      waiting * prices.lambdaGbSecond +
        each(feedbackSeconds * FEEDBACK_GB, prices.lambdaGbSecond) +
        each(invocations, prices.lambdaRequest),
    ],
    ['logs', each(logBytes / 1e9, prices.logGb)],
  ];
}

/** Sends a thousand digests, applies their events, and counts the requests, with the days already cached by a thousand others. */
async function count() {
  const crowd = await gatherCrowd(2 * DIGESTS);
  return withFolder(async (folder) => {
    const world = await sendingWorld({ folder, quota: { perSecond: 1_000_000, perDay: MILLION } });
    logger.setLogLevel('SILENT');
    const { handle, ports } = newSender(world);
    const senders = Array.from({ length: SENDERS }, () => handle);
    await world.prepare(crowd.filter((_, index) => index % 2 === 0));
    await world.send(senders);
    world.events.length = 0;
    await world.prepare(crowd.filter((_, index) => index % 2 === 1));
    const consumed = countConsumed(world.documents);
    const log = countingLog();
    await world.send(senders);
    const before = cpuMs();
    const messages = world.events.map((event, index) => toMessage(index, JSON.stringify(event)));
    const notices = noticeFeedback(world.documents, 'limits');
    const feedbackPorts = { ...ports, notices, tellBrake: () => {} };
    for (const batch of inChunks(messages, FEEDBACK_BATCH)) await applyBatch(queueEvent(batch), feedbackPorts);
    const feedbackCpuMs = cpuMs() - before;
    const logBytes = log.end();
    await world.close();
    return { ...consumed, events: world.events.length, logBytes, feedbackCpuMs };
  });
}

function toMessage(index: number, body: string) {
  return { id: String(index), body, sentAt: 0, receiveCount: 1, visibleAt: 0 };
}

/** Counts the log at the deployed level instead of printing it. */
function countingLog() {
  logger.setLogLevel('INFO');
  const print = process.stdout.write;
  let bytes = 0;
  process.stdout.write = (text: string | Uint8Array) => {
    bytes += text.length;
    return true;
  };
  return {
    end: (): number => {
      process.stdout.write = print;
      logger.setLogLevel('SILENT');
      return bytes;
    },
  };
}
