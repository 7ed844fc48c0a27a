import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deliveryTable } from '../../../src/adapters/dynamodb/delivery-table.ts';
import { LEASE_MS, type PlannedDigest } from '../../../src/domain/delivery.ts';
import { localTables } from '../../support/local-tables.ts';

const deliveries = deliveryTable(await localTables(), 'deliveries');

/** A sender is stopped by its own time-out long before its lease ends. Here SES's event comes before that too: feedback has always caught up. */
const SENDER_TIMEOUT_MS = 60_000;
const EVENT_DELAY_MS = LEASE_MS - SENDER_TIMEOUT_MS - 1;

const answers = [
  'accepted',
  'lost after acceptance',
  'lost before acceptance',
  'throttled',
  'rejected',
  'crash',
] as const;
type Answer = (typeof answers)[number];

const anAnswer = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...answers) },
  fc.constant('lost after acceptance' as const),
);

/** A sender goes on by some steps, usually at once, so that senders meet. */
const aTurn = fc.record({
  who: fc.nat(3),
  steps: fc.constantFrom(1, 2, 3),
  waitMs: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(0, 1_000) },
    { weight: 1, arbitrary: fc.constantFrom(SENDER_TIMEOUT_MS, LEASE_MS) },
  ),
});

test('however senders interleave, SES accepts a digest at most once, and an accepted one ends as sent', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anAnswer, { minLength: 2, maxLength: 4 }),
      fc.array(aTurn, { minLength: 3, maxLength: 10 }),
      async (senderAnswers, turns) => {
        const world = aWorld();
        const senders = senderAnswers.map((answer) => sender(answer, world));
        for (const { who, steps, waitMs } of turns) {
          await world.pass(waitMs);
          for (let step = 0; step < steps; step += 1) await senders[who % senders.length]?.next();
        }
        await world.pass(LEASE_MS);
        expect(world.accepted).toBeLessThanOrEqual(1);
        if (world.accepted === 1) expect(await deliveries.acquire(world.planned, world.now())).toBe('sent');
      },
    ),
    { numRuns: 150 },
  );
});

type World = ReturnType<typeof aWorld>;

let digests = 0;

/** One digest, a clock, and SES, which publishes an event for each mail that it accepts. */
function aWorld() {
  digests += 1;
  const coverage = { from: '2024-01-05', through: '2024-01-05' } as const;
  const planned: PlannedDigest = { subscriberId: `s-${digests}`, subscriptionVersion: 1, on: '2024-01-05', coverage };
  const events: Date[] = [];
  let now = Date.parse('2024-01-05T00:00:00Z');
  return {
    planned,
    now: () => new Date(now),
    accept: () => events.push(new Date(now + EVENT_DELAY_MS)),
    get accepted() {
      return events.length;
    },
    async pass(ms: number) {
      now += ms;
      const published = events.filter((due) => due.getTime() <= now);
      await Promise.all(published.map((at) => deliveries.recordSent(planned, { messageId: 'm-event', at })));
    },
  };
}

/** A sender that takes one step at a time: acquires the lease, calls SES, records the answer. */
async function* sender(answer: Answer, world: World): AsyncGenerator<undefined> {
  const { planned } = world;
  const claimedAt = world.now();
  const isStopped = () => world.now().getTime() - claimedAt.getTime() >= SENDER_TIMEOUT_MS;
  if ((await deliveries.acquire(planned, claimedAt, claimedAt)) !== 'acquired') return;
  yield;
  if (isStopped()) return;
  if (answer === 'accepted' || answer === 'lost after acceptance') world.accept();
  yield;
  if (isStopped()) return;
  if (answer === 'accepted') await deliveries.recordSent(planned, { messageId: 'm-answer', at: world.now() });
  if (answer.startsWith('lost')) await deliveries.markUnconfirmed(planned, claimedAt);
  if (answer === 'throttled') await deliveries.release(planned, claimedAt);
  if (answer === 'rejected') await deliveries.recordFailed(planned, { reason: 'MessageRejected', at: world.now() });
}
