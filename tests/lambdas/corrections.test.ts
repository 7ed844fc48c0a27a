import { beforeEach, expect, test } from 'vitest';
import { checkThrough } from '../../lambdas/completeness-check/check-through.ts';
import { planDigests } from '../../lambdas/digest-planner/plan-digests.ts';
import { type Ports, sendDigest } from '../../lambdas/digest-sender/send-digest.ts';
import { checkTable } from '../../src/adapters/dynamodb/check-table.ts';
import { deliveryTable } from '../../src/adapters/dynamodb/delivery-table.ts';
import { relationsSeed } from '../../src/adapters/dynamodb/relations-seed.ts';
import { relationsTable } from '../../src/adapters/dynamodb/relations-table.ts';
import { subscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import { linkSigner } from '../../src/adapters/lambda/link-signer.ts';
import type { OutgoingMail } from '../../src/adapters/ses/mailer.ts';
import type { Change } from '../../src/domain/change.ts';
import type { DayCheck } from '../../src/domain/day-check.ts';
import type { PlannedDigest } from '../../src/domain/delivery.ts';
import { onlyTick } from '../../src/domain/schedule.ts';
import { changePreferences } from '../../src/domain/subscription.ts';
import { dueFacts } from '../../src/relations/due-facts.ts';
import { keptDays } from '../../src/relations/kept-days.ts';
import { anEvent, aSubscriber, aTimeline, preferencesWith } from '../support/builders.ts';
import { localTables } from '../support/local-tables.ts';

const at = (text: string) => new Date(`${text}:00Z`);
const change: Change = {
  ...{ release: '2023.9.1', pair: 'CN-MK', what: 'day', sources: [] },
  reason: 'The list of the ministry gives the 12th.',
  before: { kind: 'established', date: '1993-10-21', evidence: 'listed' },
  after: { kind: 'established', date: '1993-10-12', evidence: 'official' },
};
const before = aTimeline('CN-MK', anEvent('established', '1993-10-21'));
const after = { ...aTimeline('CN-MK', anEvent('established', '1993-10-12')), changes: [change] };

/** A product that follows China and North Macedonia; on 5 September at noon the release comes that moves the 21st to the 12th. */
async function product() {
  const documents = await localTables();
  const relations = relationsTable(documents, 'relations');
  const seed = relationsSeed(documents, 'relations');
  const subscribers = subscriberTable(documents, 'subscribers', () => at('2023-08-01T00:00'));
  const deliveries = deliveryTable(documents, 'deliveries');
  const checks = checkTable(documents, 'runs');
  const runOf = keptDays(relations);
  const outbox: OutgoingMail[] = [];
  await seed.seed([before], [], { now: () => at('2023-08-01T00:00') });

  async function send(planned: PlannedDigest, now: Date) {
    const ports: Ports = {
      ...{ subscribers, deliveries, sources: relations.sources, dueFacts: dueFacts(runOf()) },
      watermark: { read: async () => undefined },
      isFeedbackGivenUp: async () => false,
      limits: { take: async () => false },
      mailer: {
        send: async (mail) => {
          outbox.push(mail);
          return { outcome: 'accepted', messageId: 'ses' };
        },
      },
      links: linkSigner({ current: 'k'.repeat(40), earlier: [] }),
      ...{ siteUrl: 'https://jubilee.example', domain: 'jubilee.example', now: () => now },
    };
    await sendDigest(planned, ports);
  }

  return {
    subscribers,
    checks,
    release: (text: string) => seed.seed([after], [], { now: () => at(text) }),

    /** The texts of the mails that a tick sends. */
    async tick(text: string): Promise<string[]> {
      outbox.length = 0;
      const queue = { send: async (all: readonly PlannedDigest[]) => void (await Promise.all(all.map(sendNow))) };
      const sendNow = (planned: PlannedDigest) => send(planned, at(text));
      const ports = { subscribers, dueFacts: dueFacts(runOf()), queue };
      for await (const _page of planDigests(onlyTick(at(text)), ports));
      return outbox.map(({ mail }) => mail.text);
    },

    async check(text: string): Promise<DayCheck[]> {
      const told: DayCheck[] = [];
      const ports = { subscribers, deliveries, relations, checks, dueFacts: () => dueFacts(relations) };
      const invocation = { hasTime: () => true, onCheck: (one: DayCheck) => void told.push(one) };
      await checkThrough(at(text), invocation, { ...ports, now: () => at(text) });
      return told;
    },
  };
}

let { subscribers, checks, release, tick, check }: Awaited<ReturnType<typeof product>> = await product();

beforeEach(async () => {
  ({ subscribers, checks, release, tick, check } = await product());
});

const subscribe = (wished: Parameters<typeof preferencesWith>[0]) =>
  subscribers.put(
    aSubscriber({
      preferences: preferencesWith({ states: ['MK'], leadTimes: [30], ...wished }),
      coveredThrough: '2023-08-01',
      scheduledSince: '2023-08-01T00:00:00.000Z',
    }),
  );
const corrections = (mails: readonly string[]) => mails.filter((text) => text.includes('Corrected'));

test('the first digest after a release announces the correction, once, even if nothing else is due', async () => {
  await subscribe({});
  await release('2023-09-05T12:00');
  expect(await tick('2023-09-06T08:00')).toEqual([]);
  const [mail] = await tick('2023-09-07T08:00');
  expect(mail).toContain('Given before: established 21 October 1993');
  expect(mail).toContain('Given now: established 12 October 1993');
  expect(mail).toContain('Why: The list of the ministry gives the 12th.');
  expect(await tick('2023-09-08T08:00')).toEqual([]);
});

test('a weekly digest announces a release from the middle of the week before', async () => {
  await subscribe({ frequency: 'weekly', weekday: 'monday' });
  expect(corrections(await tick('2023-09-04T08:00'))).toEqual([]);
  await release('2023-09-05T12:00');
  expect(corrections(await tick('2023-09-11T08:00'))).toHaveLength(1);
  expect(corrections(await tick('2023-09-18T08:00'))).toEqual([]);
});

test('a change from weekly to daily after a release announces it once', async () => {
  await subscribe({ frequency: 'weekly', weekday: 'monday' });
  await tick('2023-09-04T08:00');
  await release('2023-09-05T12:00');
  const daily = preferencesWith({ states: ['MK'], leadTimes: [30] });
  await subscribers.change('subscriber-1', (known) => known && changePreferences(known, daily, at('2023-09-06T12:00')));
  const days = Array.from({ length: 14 }, (_, day) => `2023-09-${String(day + 7).padStart(2, '0')}T08:00`);
  let told = 0;
  for (const day of days) told += corrections(await tick(day)).length;
  expect(told).toBe(1);
});

test('the check of a day reports a correction that was never sent', async () => {
  await subscribe({});
  await release('2023-09-05T12:00');
  await checks.beginAfter(at('2023-09-07T20:00'));
  expect(await check('2023-09-08T04:00')).toMatchObject([{ days: ['2023-09-07'], counts: { due: 1, missing: 1 } }]);
});
