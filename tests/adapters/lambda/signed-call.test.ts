import { createServer, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { SSMClient } from '@aws-sdk/client-ssm';
import { expect, test } from 'vitest';
import { listen } from '../../../cli/local/listen.ts';
import { callSigned } from '../../../src/adapters/lambda/signed-call.ts';

const now = new Date('2024-01-05T08:00:00Z');
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', sessionToken: 'session' };
const caller = { region: async () => 'eu-central-1', credentials: async () => credentials };
const input = { Name: '/Jubilee/link-keys', WithDecryption: true };

/** Answers as a service does, with these statuses in turn and then the last again, and records the requests. */
async function service(statuses: readonly number[], answer: object) {
  const asked: { headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer(async (request, response) => {
    const status = statuses[asked.length] ?? statuses.at(-1) ?? 200;
    asked.push({ headers: request.headers, body: await text(request) });
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(answer));
  });
  return { ...(await listen(server, 0)), asked };
}

test('a call is signed as the SDK signs it', async () => {
  const { url, asked, close } = await service([200], { Parameter: { Value: 'keys' } });
  const call = { service: 'ssm', target: 'AmazonSSM.GetParameter', input, now, endpoint: url };
  expect(await callSigned(caller, call)).toEqual({ Parameter: { Value: 'keys' } });
  await close();
  const sdk = await new SSMClient({ region: 'eu-central-1', credentials }).config.signer({
    name: 'sigv4',
    signingName: 'ssm',
    signingRegion: 'eu-central-1',
    properties: {},
  });
  const headers = {
    host: new URL(url).host,
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': call.target,
  };
  const request = {
    method: 'POST',
    protocol: 'http:',
    hostname: '',
    path: '/',
    query: {},
    headers,
    body: JSON.stringify(input),
  };
  const signed = await sdk.sign(request, { signingDate: now });
  expect(signatureOf(asked[0]?.headers)).toBe(signatureOf(signed.headers));
});

test('an error is thrown under the name that the service gives it', async () => {
  const { url, asked, close } = await service([400], {
    __type: 'com.amazonaws.ssm#ParameterNotFound',
    message: 'none',
  });
  const call = { service: 'ssm', target: 'AmazonSSM.GetParameter', input, now, endpoint: url };
  await expect(callSigned(caller, call)).rejects.toMatchObject({ name: 'ParameterNotFound' });
  expect(asked).toHaveLength(1);
  await close();
});

test('a call is retried while the service fails', async () => {
  const { url, asked, close } = await service([500, 503, 200], { Parameter: { Value: 'keys' } });
  const call = { service: 'ssm', target: 'AmazonSSM.GetParameter', input, now, endpoint: url };
  expect(await callSigned(caller, call)).toEqual({ Parameter: { Value: 'keys' } });
  expect(asked).toHaveLength(3);
  await close();
});

test('a call is given up if the service keeps throttling it', async () => {
  const name = 'ProvisionedThroughputExceededException';
  const { url, asked, close } = await service([400], { __type: `com.amazonaws.dynamodb.v20120810#${name}` });
  const call = { service: 'dynamodb', target: 'DynamoDB_20120810.Query', input, now, endpoint: url };
  await expect(callSigned(caller, call)).rejects.toMatchObject({ name });
  expect(asked).toHaveLength(4);
  await close();
});

test('a call is retried when the connection breaks', async () => {
  const broken = createServer(({ socket }) => socket.destroy());
  const { url, close } = await listen(broken, 0);
  let connections = 0;
  broken.on('connection', () => {
    connections += 1;
  });
  const call = { service: 'ssm', target: 'AmazonSSM.GetParameter', input, now, endpoint: url };
  await expect(callSigned(caller, call)).rejects.toThrow('socket hang up');
  expect(connections).toBe(4);
  await close();
});

function signatureOf(headers: IncomingHttpHeaders = {}): string | undefined {
  return /Signature=(\w+)/.exec(headers.authorization ?? '')?.[1];
}
