import { GetSendQuotaCommand, SESClient, SESServiceException } from '@aws-sdk/client-ses';
import { seeded } from '../../tests/chaos/random.ts';
import { documentClientOver, tablesInMemory } from '../../tests/support/tables-in-memory.ts';
import type { SimulatedClock } from './simulated-clock.ts';

export type SimulatedAws = ReturnType<typeof simulatedAws>;

const SLOW_SHARE = 0.01;
const MAX_SLOW_MS = 500;

/** Simulates SES, with a strict rate limit over any second, and DynamoDB: a response takes 5 to 50 ms, one in a hundred up to half a second more. */
export function simulatedAws(clock: SimulatedClock, perSecond: number) {
  const random = seeded(perSecond);
  const tables = tablesInMemory();
  const acceptedAt: number[] = [];

  /** Simulates a call. Both ways take equally long; a slow response is slow in the service, after it has accepted the request. */
  async function after<Answer>(act: () => Answer): Promise<Answer> {
    const wayMs = random.between(5, 50) / 2;
    await clock.sleepUntil(clock.now + wayMs);
    const answer = act();
    await clock.sleepUntil(clock.now + wayMs + (random.chance(SLOW_SHARE) ? random.between(1, MAX_SLOW_MS) : 0));
    return answer;
  }

  function accept() {
    const now = clock.now;
    if ((acceptedAt.at(-perSecond) ?? Number.NEGATIVE_INFINITY) > now - 1_000) throw throttled();
    acceptedAt.push(now);
    return { MessageId: `ses-${acceptedAt.length}` };
  }

  return {
    tables,
    acceptedAt,
    documents: documentClientOver((command) => after(() => tables.answer(command))),
    /** Creates the SES client of a sender, which spends `cpuMs` on each mail. */
    sesOf(cpuMs: number): SESClient {
      let freeAt = clock.now;
      const send = async (command: unknown) => {
        if (command instanceof GetSendQuotaCommand)
          return after(() => ({ Max24HourSend: 1_000_000, MaxSendRate: perSecond, SentLast24Hours: 0 }));
        freeAt = Math.max(freeAt, clock.now) + cpuMs;
        await clock.sleepUntil(freeAt);
        return after(accept);
      };
      return Object.assign(Object.create(offline), { send });
    },
  };
}

const offline = new SESClient({ region: 'us-east-1' });

function throttled() {
  const message = 'Maximum sending rate exceeded.';
  return new SESServiceException({ name: 'Throttling', message, $fault: 'client', $metadata: {} });
}
