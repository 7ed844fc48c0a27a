import { SendRawEmailCommand } from '@aws-sdk/client-ses';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, expect, test, vi } from 'vitest';
import { embeddedDynamoDb } from '../../../cli/local/embedded-dynamodb.ts';
import { embeddedSes } from '../../../cli/local/embedded-ses.ts';
import { localVariables } from '../../../cli/local/local-account.ts';
import { openMailStore } from '../../../cli/local/mail-store.ts';
import { newDocumentClient, newSesClient } from '../../../src/adapters/lambda/clients.ts';
import { newSqsClient } from '../../../src/adapters/sqs/sqs-client.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const faults = vi.fn(() => ({ code: 'InternalFailure', message: 'Oops', fault: 'Receiver' }) as const);
const mails = await openMailStore(await temporaryFolder());
const ses = await embeddedSes({ mails, now: () => new Date(), faults });
const dynamoDb = await embeddedDynamoDb();
const nowhere = 'http://127.0.0.1:1';
const variables = localVariables({ dynamoDb: dynamoDb.url, ses: ses.url, lambda: nowhere, services: nowhere });
for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);

afterAll(async () => {
  vi.unstubAllEnvs();
  await Promise.all([ses.close(), dynamoDb.close()]);
});

test('clients use the endpoints that the SDK’s variables name', async () => {
  const read = newDocumentClient().send(new GetCommand({ TableName: 'subscribers', Key: { id: 's-1' } }));
  expect((await read).Item).toBeUndefined();
});

test('SES is called without retries, because a second call could send the mail twice', async () => {
  const Data = Buffer.from('From: alerts@example.org\r\n\r\nHello');
  const command = new SendRawEmailCommand({
    Source: 'alerts@example.org',
    Destinations: ['desk@ministry.example'],
    RawMessage: { Data },
  });
  await expect(newSesClient().send(command)).rejects.toMatchObject({ name: 'InternalFailure' });
  expect(faults).toHaveBeenCalledTimes(1);
});

test('SQS is called at its endpoint, not at the host of the queue’s URL', () => {
  expect(newSqsClient().config.useQueueUrlAsEndpoint).toBe(false);
});
