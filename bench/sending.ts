import type { Postpone } from '../src/adapters/sqs/message-queue.ts';
import { judge, type Result } from './result.ts';
import { gatherCrowd } from './sending/crowd.ts';
import { simulatePace } from './sending/simulated-pace.ts';
import { SENDERS, senderProcess, sendersFor, sendingWorld } from './sending/world.ts';
import { withFolder } from './temporary.ts';

const DIGESTS = 10_000;
/** The pace to keep (mails a second), which is nine tenths of SES's rate. */
const PACE = 100;
const PER_SECOND = PACE / 0.9;
const DIGESTS_UNPACED = 3_000;
/** The memory of a sender; 1,769 MB give a full processor. */
const SENDER_MB = 512;
const SENDER_CPUS = SENDER_MB / 1769;

/** The runs in simulated time, with slightly more CPU per mail than the row below measures. */
const SIMULATED = [
  { perSecond: 14, mails: 1_000 },
  { perSecond: 100, mails: 4_000 },
  { perSecond: 500, mails: 10_000 },
];
const CPU_MS = 7.5;

/** Measures the senders alone, in simulated time with the latencies of AWS and part of a processor; then everything on this machine, with SES and DynamoDB. */
export async function measureSending(onProgress: (part: number) => void): Promise<Result[]> {
  const simulated: Result[] = [];
  for (const setting of SIMULATED) simulated.push(...(await measureSimulated(setting)));
  return [...simulated, ...(await measureHere(onProgress))];
}

async function measureSimulated({ perSecond, mails }: (typeof SIMULATED)[number]): Promise<Result[]> {
  const senders = sendersFor(perSecond);
  const { rate, postponed } = await simulatePace({ perSecond, mails, senders, cpuMs: CPU_MS / SENDER_CPUS });
  const what = `sending: simulated, ${senders} senders at ${perSecond} a second`;
  const share = { unit: 'mails/s', value: rate, yardstick: 0.9 * perSecond, beside: 'nine tenths of the rate of SES' };
  const back = { unit: 'mails', value: postponed, yardstick: mails, beside: 'mails' };
  return [
    judge({ name: what, ...share }, { atLeast: 0.98 }),
    judge({ name: `${what}, sent back meanwhile`, ...back }, { ratio: 0.001 }),
  ];
}

/** Measures digests from the queue to the embedded SES, at the pace of its rate and as fast as this machine can, in mails a second of wall time. */
async function measureHere(onProgress: (part: number) => void): Promise<Result[]> {
  const all = DIGESTS + DIGESTS_UNPACED;
  const paced = await sendAll(DIGESTS, PER_SECOND, (sent) => onProgress(sent / all));
  const unpaced = await sendAll(DIGESTS_UNPACED, 1_000_000, (sent) => onProgress((DIGESTS + sent) / all));
  const held = { unit: 'mails/s', value: paced.rate, yardstick: PACE, beside: 'nine tenths of the rate of SES' };
  const throttles = { unit: 'mails', value: paced.throttled, yardstick: DIGESTS, beside: 'mails' };
  const most = { unit: 'mails/s', value: unpaced.rate, yardstick: PACE, beside: 'the pace held above' };
  const cpu = {
    unit: 'ms CPU',
    value: unpaced.cpuMs,
    yardstick: (1000 * SENDER_CPUS * SENDERS) / PACE,
    beside: 'what two senders of 512 MB have for each at that pace',
  };
  const memory = { unit: 'MB', value: unpaced.memoryMb, yardstick: SENDER_MB, beside: 'the limit' };
  return [
    judge({ name: `sending: ${DIGESTS.toLocaleString('en')} digests at ${PACE} a second`, ...held }, { atLeast: 0.95 }),
    judge({ name: 'sending: sent back for want of a slot or by SES meanwhile', ...throttles }, { ratio: 0.001 }),
    judge({ name: 'sending: as fast as this machine can', ...most }),
    judge({ name: 'sending: CPU of a sender for a mail, its start included', ...cpu }),
    judge({ name: 'sending: the most memory that a sender holds', ...memory }, { value: SENDER_MB }),
  ];
}

async function sendAll(digests: number, perSecond: number, onProgress: (sent: number) => void) {
  const crowd = await gatherCrowd(digests);
  return withFolder(async (folder) => {
    const world = await sendingWorld({ folder, quota: { perSecond, perDay: 1_000_000 } });
    await world.prepare(crowd);
    let throttled = 0;
    const postpone: Postpone = (message, ms) => {
      throttled += 1;
      return world.postpone(message, ms);
    };
    const senders = Array.from({ length: SENDERS }, () => senderProcess(postpone));
    await world.send(
      senders.map(({ handle }) => handle),
      onProgress,
    );
    const usages = await Promise.all(senders.map(({ usage }) => usage()));
    for (const { end } of senders) end();
    const times = world.mails.all().map(({ receivedAt }) => Date.parse(receivedAt));
    await world.close();
    if (times.length !== digests) throw new Error(`${times.length} of ${digests} digests were sent`);
    const seconds = (Math.max(...times) - Math.min(...times)) / 1000;
    const cpuMs = usages.reduce((sum, usage) => sum + usage.cpuMs, 0) / digests;
    return {
      rate: (digests - 1) / seconds,
      throttled,
      cpuMs,
      memoryMb: Math.max(...usages.map(({ memoryMb }) => memoryMb)),
    };
  });
}
