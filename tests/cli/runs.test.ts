import { afterAll, beforeAll, expect, test } from 'vitest';
import { embeddedLambda } from '../../cli/local/embedded-lambda.ts';
import { type LocalStack, localStack } from '../../cli/local/local-stack.ts';
import { aSubscriber, chinaLesotho, preferencesWith } from '../support/builders.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { jubileeWith } from './run-jubilee.ts';

const eight = new Date('2024-01-05T08:00:00Z');

let stack: LocalStack;
beforeAll(async () => {
  stack = await localStack({ folder: await temporaryFolder(), port: 0, now: () => eight, onError: console.error });
  await stack.seed({ timelines: [chinaLesotho], sources: [], states: [] });
  await stack.subscribers.put(aSubscriber({ id: 'reader', preferences: preferencesWith({ sendEmpty: true }) }));
  await stack.runs.beginAfter(new Date('2024-01-03T07:45:00Z'));
  await stack.checks.beginAfter(new Date('2024-01-03T12:00:00Z'));
  await stack.plan(eight);
  await stack.drained();
  await stack.subscribers.put(
    aSubscriber({ id: 'passed-over', preferences: preferencesWith({ sendEmpty: true, hour: 9 }) }),
  );
  await stack.check(new Date('2024-01-06T03:00:00Z'));
  await stack.subscribers.remove('passed-over');
});
afterAll(() => stack.close());

const jubilee = (...args: readonly string[]) => jubileeWith(stack.variables, ...args);

test('runs shows what each run planned, and how many ticks together after an outage', async () => {
  const { code, stdout } = await jubilee('runs', '--format', 'json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    plannedThrough: eight.toISOString(),
    runs: [{ through: eight.toISOString(), ticks: 193, subscribers: 1, digests: 1, reminders: 0 }],
  });
  expect((await jubilee('runs')).stdout).toContain('Planned through 2024-01-05T08:00:00.000Z');
});

test('runs shows whether everybody got what was due on the days that are over, and who did not', async () => {
  const { checkedThrough, checks } = JSON.parse((await jubilee('runs', '--format', 'json')).stdout);
  expect(checkedThrough).toBe('2024-01-06T03:00:00.000Z');
  expect(checks[0]).toMatchObject({ days: ['2024-01-05'], due: 2, sent: 1, missing: 1, missingFor: ['passed-over'] });
  expect((await jubilee('runs')).stdout).toMatch(
    /Checked through 2024-01-06T03:00:00.000Z\nthrough .*\n2024-01-06T03:00:00.000Z {2}2024-01-05 {2}2 {4}1 {5}0 {7}1 {8}0 {9}passed-over\n/,
  );
});

test('deliveries shows what became of each digest of a person', async () => {
  const { stdout } = await jubilee('deliveries', '--subscriber', 'reader', '--format', 'json');
  expect(JSON.parse(stdout)).toMatchObject([
    { on: '2024-01-05', coverage: { from: '2024-01-03', through: '2024-01-05' }, status: 'sent' },
  ]);
  expect(await jubilee('deliveries', '--subscriber', 'nobody')).toMatchObject({
    code: 2,
    stderr: 'error: --subscriber: no digest of theirs is on record\n',
  });
});

test('run replays a past tick with those that were planned together with it, and nothing is sent twice', async () => {
  const { stdout } = await jubilee('run', '--tick', '2024-01-04T08:00:00Z');
  expect(stdout).toBe(
    'Looked at 1 subscribers for the ticks after 2024-01-03T07:45:00.000Z through 2024-01-05T08:00:00.000Z; put 1 digests into the queue.\n',
  );
  await stack.drained();
  expect(stack.mails.all()).toHaveLength(1);
  expect(await jubilee('run', '--tick', '2023-01-04T08:00:00Z')).toMatchObject({ code: 2 });
});

test('run without a tick plans everything through now', async () => {
  expect((await jubilee('run')).stdout).toBe('Everything through now is planned.\n');
});

test('run reports the planner’s outcome in one line', async () => {
  const lambda = await embeddedLambda();
  lambda.deploy('digest-planner', () => Promise.reject(new Error('The table is gone')));
  expect(await jubileeWith({ ...stack.variables, AWS_ENDPOINT_URL_LAMBDA: lambda.url }, 'run')).toEqual({
    code: 2,
    stdout: '',
    stderr: 'error: the function digest-planner failed (see its log): The table is gone\n',
  });
  await lambda.close();
});
