import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { localQueue, type QueueSettings } from '../../cli/local/local-queue.ts';
import { receiptOf } from '../../cli/local/message-files.ts';
import { type BatchAnswer, consume } from '../../cli/local/queue-consumer.ts';
import type { QueueEvent } from '../../cli/local/queue-event.ts';
import { digestMessage, readPlannedDigest } from '../../src/adapters/sqs/digest-queue.ts';
import type { PlannedDigest } from '../../src/domain/delivery.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const VISIBILITY_MS = 30_000;

async function aQueue(overrides: Partial<QueueSettings<PlannedDigest>> = {}) {
  const folder = await temporaryFolder();
  let time = Date.parse('2024-01-05T00:00:00Z');
  const policy = { visibilityMs: VISIBILITY_MS, maxReceives: 3 };
  const settings = { folder, bodyOf: digestMessage, now: () => new Date(time), ...policy, ...overrides };
  const pass = (ms: number) => {
    time += ms;
  };
  return { queue: await localQueue(settings), settings, pass };
}

function digests(count: number): PlannedDigest[] {
  const coverage = { from: '2024-01-05', through: '2024-01-05' } as const;
  return Array.from({ length: count }, (_, index) => ({
    subscriberId: `s-${index}`,
    subscriptionVersion: 1,
    on: '2024-01-05',
    coverage,
  }));
}

function subscribersIn({ Records }: QueueEvent): string[] {
  return Records.map(({ body }) => readPlannedDigest(body).subscriberId);
}

describe('a message', () => {
  test('that was received stays away for the visibility time-out, and then comes back', async () => {
    const { queue, pass } = await aQueue();
    await queue.send(digests(1));
    expect(await queue.receive()).toMatchObject([{ receiveCount: 1 }]);
    pass(VISIBILITY_MS - 1);
    expect(await queue.receive()).toEqual([]);
    pass(1);
    expect(await queue.receive()).toMatchObject([{ receiveCount: 2 }]);
  });

  test('that was deleted does not come back', async () => {
    const { queue, pass } = await aQueue();
    await queue.send(digests(1));
    await Promise.all((await queue.receive()).map(queue.done));
    pass(VISIBILITY_MS);
    expect(await queue.receive()).toEqual([]);
    await queue.drained();
  });

  test('that is postponed stays hidden for the requested time, even beyond its time-out, but not by an earlier receipt', async () => {
    const { queue, pass } = await aQueue();
    await queue.send(digests(1));
    const [first] = await queue.receive();
    const postpone = (ms: number) => queue.postpone({ receiptHandle: first ? receiptOf(first) : '' }, ms);
    await postpone(3 * VISIBILITY_MS);
    pass(3 * VISIBILITY_MS - 1);
    expect(await queue.receive()).toEqual([]);
    pass(1);
    expect(await queue.receive()).toMatchObject([{ receiveCount: 2 }]);
    await postpone(3_600_000);
    pass(VISIBILITY_MS);
    expect(await queue.receive()).toMatchObject([{ receiveCount: 3 }]);
  });

  test('is a dead letter after as many receipts as are allowed', async () => {
    const { queue, pass } = await aQueue({ maxReceives: 2 });
    await queue.send(digests(1));
    for (const _receipt of [1, 2]) {
      expect(await queue.receive()).toHaveLength(1);
      pass(VISIBILITY_MS);
    }
    expect(await queue.deadLetters()).toEqual([]);
    expect(await queue.receive()).toEqual([]);
    expect(await queue.deadLetters()).toMatchObject([{ receiveCount: 2 }]);
    await queue.drained();
  });
});

describe('after the process was killed', () => {
  test('messages that waited and messages in hand are due at once, with the receipts that they had', async () => {
    const { queue, settings } = await aQueue();
    await queue.send(digests(12));
    await queue.receive();
    const next = await localQueue(settings);
    const received = [...(await next.receive()), ...(await next.receive())];
    expect(received.map(({ receiveCount }) => receiveCount).sort()).toEqual([1, 1, ...Array(10).fill(2)]);
  });

  test('what was done stays done, and dead letters stay dead', async () => {
    const { queue, settings, pass } = await aQueue({ maxReceives: 1 });
    await queue.send(digests(2));
    const [first] = await queue.receive();
    if (first) await queue.done(first);
    pass(VISIBILITY_MS);
    await queue.receive();
    const next = await localQueue(settings);
    expect(next.size()).toBe(0);
    expect(await next.deadLetters()).toHaveLength(1);
  });

  test('a message whose writing was cut short does not count', async () => {
    const { queue, settings } = await aQueue();
    await queue.send(digests(1));
    const [name = ''] = (await readdir(settings.folder)).filter((file) => file.endsWith('.json'));
    await writeFile(join(settings.folder, `${name.replace('.json', '1.json')}.part`), '{"id":');
    expect((await localQueue(settings)).size()).toBe(1);
  });
});

describe('a consumer', () => {
  test('gets every message, at most ten at a time, as from Lambda', async () => {
    const { queue } = await aQueue();
    await queue.send(digests(25));
    const events: QueueEvent[] = [];
    const stop = consume(queue, async (event) => void events.push(event), fail);
    await queue.drained();
    await stop();
    expect(events.map(({ Records }) => Records.length)).toEqual([10, 10, 5]);
    expect(events.flatMap(subscribersIn).sort()).toEqual(
      digests(25)
        .map(({ subscriberId }) => subscriberId)
        .sort(),
    );
    expect(events[0]?.Records[0]).toMatchObject({
      attributes: { ApproximateReceiveCount: '1' },
      eventSource: 'aws:sqs',
    });
  });

  test('shares the messages with another, and neither gets the other’s', async () => {
    const { queue } = await aQueue();
    await queue.send(digests(100));
    const handed: string[] = [];
    const take = async (event: QueueEvent) => void handed.push(...subscribersIn(event));
    const stops = [1, 2, 3].map(() => consume(queue, take, fail));
    await queue.drained();
    await Promise.all(stops.map((stop) => stop()));
    expect(handed).toHaveLength(100);
    expect(new Set(handed).size).toBe(100);
  });

  test('that reports failed messages gets those again, and no other', async () => {
    const { queue, pass } = await aQueue();
    await queue.send(digests(3));
    const batches: string[][] = [];
    const failSecondOnce = async (event: QueueEvent): Promise<BatchAnswer> => {
      batches.push(subscribersIn(event).sort());
      const failed = event.Records.filter((record) => subscribersIn({ Records: [record] })[0] === 's-1');
      pass(VISIBILITY_MS);
      return {
        batchItemFailures: batches.length > 1 ? [] : failed.map(({ messageId }) => ({ itemIdentifier: messageId })),
      };
    };
    const stop = consume(queue, failSecondOnce, fail);
    await queue.drained();
    await stop();
    expect(batches).toEqual([['s-0', 's-1', 's-2'], ['s-1']]);
  });

  test('that throws gets the whole batch again, until they are dead letters', async () => {
    const { queue, pass } = await aQueue({ maxReceives: 2 });
    await queue.send(digests(2));
    const errors: unknown[] = [];
    const failing = async () => {
      pass(VISIBILITY_MS);
      throw new Error('no table');
    };
    const stop = consume(queue, failing, (error) => errors.push(error));
    await queue.drained();
    await stop();
    expect(errors).toHaveLength(2);
    expect(await queue.deadLetters()).toHaveLength(2);
  });
});

function fail(error: unknown): never {
  throw error;
}
