import { type SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, test } from 'vitest';
import { digestMessage, digestQueue, readPlannedDigest } from '../../../src/adapters/sqs/digest-queue.ts';
import type { PlannedDigest } from '../../../src/domain/delivery.ts';

const planned: PlannedDigest = {
  subscriberId: 's-1',
  subscriptionVersion: 1,
  on: '2024-01-05',
  coverage: { from: '2024-01-03', through: '2024-01-05' },
};

describe('the digest queue', () => {
  test('accepts any number of digests, ten per call, each once', async () => {
    const { client, calls } = aQueue();
    await digestQueue(client, 'https://sqs.example/digests').send(manyDigests(25));
    expect(calls.map((bodies) => bodies.length).sort()).toEqual([10, 10, 5]);
    expect(new Set(calls.flat()).size).toBe(25);
  });

  test('is not called without digests', async () => {
    const { client, calls } = aQueue();
    await digestQueue(client, 'https://sqs.example/digests').send([]);
    expect(calls).toEqual([]);
  });

  test('is sent only the unprocessed messages again', async () => {
    const { client, calls } = aQueue([['3', '7']]);
    await digestQueue(client, 'https://sqs.example/digests').send(manyDigests(10));
    expect(calls.map((bodies) => bodies.map((body) => readPlannedDigest(body).subscriberId))).toEqual([
      ['s-0', 's-1', 's-2', 's-3', 's-4', 's-5', 's-6', 's-7', 's-8', 's-9'],
      ['s-3', 's-7'],
    ]);
  });

  test('that keeps returning a message as unprocessed fails the run instead of losing the message', async () => {
    const { client } = aQueue(Array.from({ length: 9 }, () => ['0']));
    const sending = digestQueue(client, 'https://sqs.example/digests').send([planned]);
    await expect(sending).rejects.toThrow('did not accept 1 messages in 5 attempts');
  });

  test('that refuses a message fails the run at once', async () => {
    const { client, calls } = aQueue([['0']], { SenderFault: true, Code: 'InvalidMessageContents' });
    const sending = digestQueue(client, 'https://sqs.example/digests').send([planned]);
    await expect(sending).rejects.toThrow('InvalidMessageContents');
    expect(calls).toHaveLength(1);
  });
});

describe('a message', () => {
  test('carries one digest there and back', () => {
    expect(readPlannedDigest(digestMessage(planned))).toEqual(planned);
    const afterUndoing = { ...planned, reinstatedAt: '2024-01-02T09:00:00.000Z' };
    expect(readPlannedDigest(digestMessage(afterUndoing))).toEqual(afterUndoing);
  });

  test.each([
    ['no JSON', 'hello'],
    ['no subscriber', JSON.stringify({ ...planned, subscriberId: undefined })],
    ['an impossible day', JSON.stringify({ ...planned, on: '2024-02-30' })],
    ['no coverage', JSON.stringify({ ...planned, coverage: {} })],
  ])('with %s is refused', (_what, body) => {
    expect(() => readPlannedDigest(body)).toThrow();
  });
});

function manyDigests(count: number): PlannedDigest[] {
  return Array.from({ length: count }, (_, index) => ({ ...planned, subscriberId: `s-${index}` }));
}

/** A queue that puts back the entries with these ids, call by call, and keeps what it was asked to take. */
function aQueue(putBack: string[][] = [], fault = { SenderFault: false, Code: 'ServiceUnavailable' }) {
  const calls: string[][] = [];
  const client = new SQSClient({ region: 'eu-west-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } });
  client.send = async ({ input }: SendMessageBatchCommand) => {
    calls.push((input.Entries ?? []).map(({ MessageBody = '' }) => MessageBody));
    const Failed = (putBack.shift() ?? []).map((Id) => ({ Id, ...fault }));
    return { Failed, Successful: [], $metadata: {} };
  };
  return { client, calls };
}
