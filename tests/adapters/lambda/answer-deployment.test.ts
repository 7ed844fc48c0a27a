import { once } from 'node:events';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { answerDeployment } from '../../../src/adapters/lambda/answer-deployment.ts';
import { logger } from '../../../src/adapters/lambda/log.ts';

/** The answer that CloudFormation gets while a deployment waits for the work. */
async function answerTo(work: () => Promise<Readonly<Record<string, unknown>>>) {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const asked = once(server, 'request').then(async ([request, response]) => {
    const body = await json(request);
    response.end();
    return { method: request.method, contentType: request.headers['content-type'], body };
  });
  const event = {
    RequestType: 'Create',
    ServiceToken: 'arn:aws:lambda:us-east-1:111111111111:function:seeder',
    ResponseURL: `http://127.0.0.1:${port}/`,
    StackId: 'stack',
    RequestId: 'request',
    LogicalResourceId: 'Dataset',
    ResourceType: 'Custom::Dataset',
    ResourceProperties: { ServiceToken: 'arn:aws:lambda:us-east-1:111111111111:function:seeder' },
  } as const;
  await answerDeployment(event, work);
  server.close();
  return asked;
}

test('a deployment gets the result without a content type, as the S3 signature covers none', async () => {
  expect(await answerTo(async () => ({ written: 3 }))).toMatchObject({
    method: 'PUT',
    contentType: '',
    body: { Status: 'SUCCESS', Data: { written: 3 }, PhysicalResourceId: 'Dataset', RequestId: 'request' },
  });
});

test('a deployment gets a failure at once, so that it does not wait for an hour', async () => {
  logger.setLogLevel('SILENT');
  const { body } = await answerTo(() => Promise.reject(new Error('The table is gone')));
  expect(body).toMatchObject({ Status: 'FAILED', Reason: 'Error: The table is gone', StackId: 'stack' });
});
