import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CreateTableCommand, DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient, StartMessageMoveTaskCommand } from '@aws-sdk/client-sqs';
import { DeleteCommand, DynamoDBDocumentClient, PutCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localAccount } from '../../cli/local/local-account.ts';
import { type LocalStack, localStack } from '../../cli/local/local-stack.ts';
import { digestMessage } from '../../src/adapters/sqs/digest-queue.ts';
import { aSubscriber, preferencesWith } from '../support/builders.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { jubileeWith } from './run-jubilee.ts';

let time = new Date('2024-01-05T08:00:00Z');
const on = '2024-01-05';

let folder: string;
let stack: LocalStack;
beforeAll(async () => {
  folder = await temporaryFolder();
  stack = await localStack({ folder, port: 0, now: () => time, onError: console.error });
  for (const id of ['lost', 'changed', 'erased']) await stack.subscribers.put(hearsAlways(id));
  await stack.runs.beginAfter(new Date('2024-01-05T08:00:00Z'));
});
afterAll(() => stack.close());

const hearsAlways = (id: string, hour = 8) =>
  aSubscriber({ id, email: `${id}@ministry.example`, preferences: preferencesWith({ sendEmpty: true, hour }) });
const mailedTo = () => stack.mails.all().map(({ tags }) => `${tags.subscriber} ${tags.digest}`);

/** The runbook, under "Digests not sent": `aws sqs start-message-move-task --source-arn …`. */
async function putBack(queue: string): Promise<void> {
  const sqs = new SQSClient({ ...localAccount, endpoint: stack.variables.AWS_ENDPOINT_URL_SQS ?? '' });
  const SourceArn = `arn:aws:sqs:us-east-1:000000000000:${queue}-dead-letters`;
  await sqs.send(new StartMessageMoveTaskCommand({ SourceArn }));
}

test('a dead letter that is put back is sent, and one that was sent meanwhile is not sent again', async () => {
  const body = digestMessage({ subscriberId: 'lost', subscriptionVersion: 1, on, coverage: { from: on, through: on } });
  for (const id of ['1', '2']) {
    const letter = { id, body, sentAt: time.getTime(), receiveCount: 20, visibleAt: time.getTime() };
    await writeFile(join(folder, 'digest-queue', 'dead-letters', `${id}.json`), JSON.stringify(letter));
    await putBack('digest-queue');
    await stack.drained();
    expect(mailedTo()).toEqual([`lost ${on}`]);
  }
});

test('a missing queue is reported', async () => {
  await expect(putBack('no-queue')).rejects.toThrow('Nothing here answers');
});

test('what a table has lost comes back from one restored beside it, and digests go on; what has changed or been erased since stays so', async () => {
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ ...localAccount, endpoint: stack.variables.AWS_ENDPOINT_URL_DYNAMODB ?? '' }),
  );
  await restoreBeside(client, 'subscribers', 'restored');
  await client.send(new DeleteCommand({ TableName: 'subscribers', Key: { id: 'lost' } }));
  await stack.subscribers.remove('erased');
  await client.send(
    new PutCommand({ TableName: 'subscribers', Item: { id: 'zone-hours', zoneHours: new Set(['UTC#09']) } }),
  );
  await stack.subscribers.put(hearsAlways('changed', 9));

  const { code, stdout } = await jubileeWith(stack.variables, 'restore', 'subscribers', '--from', 'restored');
  expect({ code, stdout }).toEqual({ code: 0, stdout: '1 missing rows restored; 3 existing rows kept.\n' });
  expect((await stack.subscribers.find('changed'))?.preferences.hour).toBe(9);
  expect(await stack.subscribers.find('erased')).toBeUndefined();
  time = new Date('2024-01-06T09:00:00Z');
  await stack.plan(time);
  await stack.drained();
  expect(mailedTo()).toEqual([`lost ${on}`, 'lost 2024-01-06', 'changed 2024-01-06']);
});

test('restoring twice changes nothing more', async () => {
  const { stdout } = await jubileeWith(
    stack.variables,
    'restore',
    'subscribers',
    '--from',
    'restored',
    '--format',
    'json',
  );
  expect(JSON.parse(stdout)).toEqual({ putBack: 0, kept: 4 });
});

test('a missing restored table is reported in one line', async () => {
  expect(await jubileeWith(stack.variables, 'restore', 'subscribers', '--from', 'nowhere')).toMatchObject({ code: 2 });
});

/** A table with the keys and the rows of another, as DynamoDB makes it of a point in time. */
async function restoreBeside(client: DynamoDBDocumentClient, table: string, restored: string): Promise<void> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: table }));
  const AttributeDefinitions = Table?.AttributeDefinitions?.filter(({ AttributeName }) => AttributeName === 'id');
  const keys = { KeySchema: Table?.KeySchema, AttributeDefinitions };
  await client.send(new CreateTableCommand({ TableName: restored, BillingMode: 'PAY_PER_REQUEST', ...keys }));
  for await (const { Items = [] } of paginateScan({ client }, { TableName: table }))
    for (const Item of Items) await client.send(new PutCommand({ TableName: restored, Item }));
}
