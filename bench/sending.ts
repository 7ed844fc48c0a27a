import type { Postpone } from '../src/adapters/sqs/message-queue.ts';
import { judge, type Result } from './result.ts';
import { crowdOf } from './sending/crowd.ts';
import { SENDERS, senderProcess, sendingWorld } from './sending/world.ts';
import { withFolder } from './temporary.ts';

const DIGESTS = 10_000;
/** The senders keep to nine tenths of SES's rate: of this one, that is the pace that is to be held. */
const PACE = 100;
const PER_SECOND = PACE / 0.9;
const DIGESTS_UNPACED = 3_000;

/** Digests from the queue to the embedded SES: at the pace that its rate allows, and as fast as this machine can; in mails a second of wall time. */
export async function measureSending(onProgress: (part: number) => void): Promise<Result[]> {
  const all = DIGESTS + DIGESTS_UNPACED;
  const paced = await sendAll(DIGESTS, PER_SECOND, (sent) => onProgress(sent / all));
  const unpaced = await sendAll(DIGESTS_UNPACED, 1_000_000, (sent) => onProgress((DIGESTS + sent) / all));
  const held = { unit: 'mails/s', value: paced.rate, yardstick: PACE, beside: 'nine tenths of the rate of SES' };
  const throttles = { unit: 'mails', value: paced.throttled, yardstick: DIGESTS, beside: 'mails' };
  const most = { unit: 'mails/s', value: unpaced.rate, yardstick: PACE, beside: 'the pace held above' };
  return [
    judge({ name: `sending: ${DIGESTS.toLocaleString('en')} digests at ${PACE} a second`, ...held }, { atLeast: 0.95 }),
    judge({ name: 'sending: sent back for want of a slot or by SES meanwhile', ...throttles }, { ratio: 0.001 }),
    judge({ name: 'sending: as fast as this machine can', ...most }),
  ];
}

async function sendAll(digests: number, perSecond: number, onProgress: (sent: number) => void) {
  const crowd = await crowdOf(digests);
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
    for (const { end } of senders) end();
    const times = world.mails.all().map(({ receivedAt }) => Date.parse(receivedAt));
    await world.close();
    if (times.length !== digests) throw new Error(`${times.length} of ${digests} digests were sent`);
    const seconds = (Math.max(...times) - Math.min(...times)) / 1000;
    return { rate: (digests - 1) / seconds, throttled };
  });
}
