import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { embeddedJsonServices } from '../cli/local/embedded-json-services.ts';
import { bundle } from '../infra/bundle.ts';
import { digestMessage } from '../src/adapters/sqs/digest-queue.ts';
import type { PlannedDigest } from '../src/domain/delivery.ts';
import { bundleModule } from './build.ts';
import { median } from './measure.ts';
import { judge, type Result } from './result.ts';
import { gatherCrowd } from './sending/crowd.ts';
import { sendingWorld } from './sending/world.ts';
import { withFolder } from './temporary.ts';

const PROCESSES = 7;

/** Measures cold starts, from a new process to its first response: the front page, a calendar, and the first digest. */
export function measureColdStart(onProgress: (part: number) => void): Promise<Result[]> {
  return withFolder(async (folder) => {
    await bundle(folder);
    const bare = await bundleModule({ text: bareApi }, join(folder, 'bare'));
    const world = await sendingWorld({ folder, quota: { perSecond: 1_000, perDay: 1_000_000 } });
    const services = await embeddedJsonServices({ 'AmazonSSM.GetParameter': () => ({ Parameter: { Value: keys } }) });
    const env = { ...process.env, ...variables, AWS_ENDPOINT_URL_SSM: services.url };
    const crowd = await gatherCrowd(PROCESSES + 1);
    await world.prepare(crowd);
    const [api, sender] = ['api', 'digest-sender'].map((name) => join(folder, name, 'index.mjs'));
    const starts: readonly Start[] = [
      { name: 'the front page', target: 250, file: api, events: crowd.map(() => getting('/')) },
      { name: 'a calendar', target: 250, file: api, events: crowd.map(() => getting('/calendars/CN.ics')) },
      { name: 'the first digest', target: 300, file: sender, events: crowd.map(({ digest }) => sending(digest)) },
    ];
    const results: Result[] = [];
    for (const start of starts) {
      results.push(await measureStart(start, bare.file, env));
      onProgress(results.length / starts.length);
    }
    await services.close();
    await world.close();
    return results;
  });
}

type Start = {
  readonly name: string;
  readonly target: number;
  readonly file: string | undefined;
  /** One per process; the first does not count. */
  readonly events: readonly object[];
};

async function measureStart({ name, target, file, events }: Start, bare: string, env: NodeJS.ProcessEnv) {
  const samples: { ours: number; yardstick: number }[] = [];
  for (const event of events) {
    samples.push({
      ours: await timeColdStart(file ?? '', event, env),
      yardstick: await timeColdStart(bare, getting('/'), env),
    });
  }
  const counted = samples.slice(1);
  const value = median(counted.map(({ ours }) => ours));
  const yardstick = median(counted.map((sample) => sample.yardstick));
  return judge(
    { name: `cold-start: ${name}`, value, unit: 'ms', yardstick, beside: 'a bare Hono function' },
    { value: target },
  );
}

const keys = JSON.stringify({ current: 'x'.repeat(43) });

const variables = {
  RELATIONS_TABLE: 'relations',
  SUBSCRIBERS_TABLE: 'subscribers',
  DELIVERIES_TABLE: 'deliveries',
  LIMITS_TABLE: 'limits',
  NOTICE_QUEUE_URL: 'https://jubilee.example/notices',
  DIGEST_QUEUE_URL: 'https://jubilee.example/digests',
  FEEDBACK_DEAD_LETTERS_URL: 'https://jubilee.example/feedback-dead-letters',
  SITE_URL: 'https://jubilee.example',
  LINK_KEYS_PARAMETER: '/jubilee/link-keys',
  FROM_ADDRESS: 'jubilee@example.org',
  CONFIGURATION_SET: 'jubilee',
};

const bareApi = `import { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
export const handler = handle(new Hono().get('*', (c) => c.text('Hello')));`;

/** Creates API Gateway's event for a GET: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html */
function getting(rawPath: string) {
  const http = { method: 'GET', path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'bench' };
  const requestContext = { http, domainName: 'jubilee.example', requestId: 'bench', stage: '$default' };
  const headers = { host: 'jubilee.example', accept: '*/*' };
  return { version: '2.0', rawPath, rawQueryString: '', headers, requestContext, isBase64Encoded: false };
}

function sending(digest: PlannedDigest) {
  const attributes = { ApproximateReceiveCount: '1', SentTimestamp: '0' };
  return { Records: [{ messageId: 'bench', receiptHandle: 'bench', body: digestMessage(digest), attributes }] };
}

const run = promisify(execFile);

/** Measures one cold start, by the clock of the process, which starts with it. */
async function timeColdStart(file: string, event: object, env: NodeJS.ProcessEnv): Promise<number> {
  const script = `const { handler } = await import('${pathToFileURL(file)}');
    const { statusCode = 200, batchItemFailures = [] } = await handler(${JSON.stringify(event)}, {});
    const ms = performance.now();
    if (statusCode !== 200 || batchItemFailures.length > 0) throw new Error('The invocation failed');
    process.stdout.write('\\n' + ms, () => process.exit());`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], { env });
  return Number(stdout.split('\n').at(-1));
}
