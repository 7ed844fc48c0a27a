import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyFeedback } from '../../lambdas/feedback/apply-feedback.ts';
import { deliveryTable } from '../../src/adapters/dynamodb/delivery-table.ts';
import { noticeFeedback } from '../../src/adapters/dynamodb/mail-feedback.ts';
import { subscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import { sumCounts } from '../../src/domain/brake.ts';
import { LEASE_MS } from '../../src/domain/delivery.ts';
import type { Feedback } from '../../src/domain/feedback.ts';
import { aSubscriber } from '../support/builders.ts';
import { localTables } from '../support/local-tables.ts';

const documents = await localTables();
const subscribers = subscriberTable(documents, 'subscribers', () => new Date('2024-01-05T00:00:00Z'));
const deliveries = deliveryTable(documents, 'deliveries');
const ports = { subscribers, deliveries, notices: noticeFeedback(documents, 'limits') };

const days = ['2024-01-05', '2024-01-06', '2024-01-07', '2024-01-08'] as const;

/** What can become of one mail. */
const fates: readonly (readonly Feedback['kind'][])[] = [
  ['sent'],
  ['sent', 'deliveredAt'],
  ['sent', 'delayedAt', 'deliveredAt'],
  ['sent', 'transientBounceAt'],
  ['sent', 'transientBounceAt'],
  ['sent', 'deliveredAt', 'transientBounceAt'],
  ['sent', 'permanentBounceAt'],
  ['sent', 'deliveredAt', 'complaintAt'],
  ['sent', 'rejectedAt'],
];

/** What the sender of a mail knows when it is done, or when it dies. */
const knowledge = ['nothing', 'accepted', 'in doubt'] as const;
type Known = (typeof knowledge)[number];

/** One thing that happens, on one day's digest. */
type Step = { readonly day: number; readonly step: Feedback['kind'] | Known };

const aMail = fc.record({ fate: fc.constantFrom(...fates), known: fc.constantFrom(...knowledge) });

/** The steps of four mails in the order in which they came about, and in another, with duplicates. */
const orders = fc.array(aMail, { minLength: days.length, maxLength: days.length }).chain((mails) => {
  const steps = mails.flatMap(({ fate, known }, day): Step[] => [known, ...fate].map((step) => ({ day, step })));
  const all = fc.shuffledSubarray(steps, { minLength: steps.length });
  return fc.tuple(
    fc.constant(steps),
    fc.tuple(all, fc.subarray(steps)).map(([once, twice]) => [...once, ...twice]),
  );
});

test('events in any order, duplicated, and before or after the sender’s record, have the same result', async () => {
  await fc.assert(
    fc.asyncProperty(orders, async ([inOrder, shuffled]) => {
      expect(await outcomeOf(shuffled)).toEqual(await outcomeOf(inOrder));
    }),
    { numRuns: 30 },
  );
});

let worlds = 0;

/** Lets the steps happen to a new subscriber with four claimed digests. */
async function outcomeOf(steps: readonly Step[]) {
  worlds += 1;
  const id = `s-${worlds}`;
  await subscribers.put(aSubscriber({ id }));
  for (const on of days)
    await deliveries.acquire({ subscriberId: id, on, coverage: { from: on, through: on } }, at(on));
  const counts = [];
  for (const { day, step } of steps) counts.push(await happen(id, days[day] ?? days[0], step));
  const records = await deliveries.ofSubscriber(id);
  return {
    status: (await subscribers.find(id))?.status,
    counts: sumCounts(counts.flatMap((counted) => counted ?? [])),
    deliveries: records.map(({ subscriberId, claimId, settledAt, messageId, ...record }) => record),
    mayBeSentAgain: await Promise.all(days.map((on) => claimAgain(id, on))),
  };
}

const at = (on: string, seconds = 0) => new Date(Date.parse(`${on}T08:00:00Z`) + seconds * 1000);

async function happen(subscriberId: string, on: (typeof days)[number], step: Step['step']) {
  const key = { subscriberId, on };
  const messageId = `m-${on}`;
  if (step === 'nothing') return;
  if (step === 'accepted') return deliveries.recordSent(key, { messageId, at: at(on, 1) });
  if (step === 'in doubt') return deliveries.markUnconfirmed(key, at(on));
  const mail = { messageId, acceptedAt: at(on, 1).toISOString(), subscriberId, on };
  return applyFeedback({ kind: step, at: at(on, 9).toISOString(), mail }, ports);
}

async function claimAgain(subscriberId: string, on: (typeof days)[number]) {
  const coverage = { from: on, through: on };
  const leaseEnd = new Date(at(on).getTime() + LEASE_MS);
  return deliveries.acquire({ subscriberId, on, coverage }, leaseEnd, leaseEnd);
}
