import { NotFoundException } from '@aws-sdk/client-sesv2';
import { expect, test } from 'vitest';
import { askAccount, beforeDeployChecks } from '../../cli/doctor/before-deploy.ts';
import { examine } from '../../cli/doctor.ts';
import { newOperatorClients } from '../../src/adapters/account/operator-clients.ts';
import { answeredBy } from '../support/answered-by.ts';
import { settings } from './template.ts';

type Answers = Record<string, (input: never) => object>;
type Asked = { readonly StackName: string };

const none = Object.assign(new Error('Stack with id Jubilee does not exist'), { name: 'ValidationError' });
const unknownIdentity = new NotFoundException({ message: 'no such identity', $metadata: {} });
const bootstrapped = { Outputs: [{ OutputKey: 'BootstrapVersion', OutputValue: '28' }] };

/** An account in which nothing of Jubilee stands yet, and everything that it needs. */
const ready: Answers = {
  GetCallerIdentity: () => ({ Account: '111122223333' }),
  DescribeStacks: ({ StackName }: Asked) => (StackName === 'CDKToolkit' ? { Stacks: [bootstrapped] } : fail(none)),
  GetAccount: () => ({ ProductionAccessEnabled: true }),
  GetEmailIdentity: () => fail(unknownIdentity),
  GetAccountSettings: () => ({ AccountLimit: { ConcurrentExecutions: 1000 } }),
  ListTables: () => ({ TableNames: ['Jubilee-dev-TablesRelations', 'other'] }),
};
const deployed = (outputs: Record<string, string>): Answers => ({
  DescribeStacks: ({ StackName }: Asked) => ({
    Stacks: [
      StackName === 'CDKToolkit'
        ? bootstrapped
        : { Outputs: Object.entries(outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue })) },
    ],
  }),
  GetEmailIdentity: () => ({}),
});

async function look(changed: Answers = {}, chosen: Partial<typeof settings> | string = {}, dmarc: string[][] = []) {
  process.env.AWS_REGION = 'eu-central-1';
  const clients = newOperatorClients();
  const { resolveTxt: _, ...ofAws } = clients;
  for (const client of Object.values(ofAws)) answeredBy(client, { ...ready, ...changed });
  const asked = typeof chosen === 'string' ? chosen : { ...settings, ...chosen };
  return examine(askAccount(asked, { ...clients, resolveTxt: async () => dmarc }), beforeDeployChecks);
}

function fail(error: Error): never {
  throw error;
}

const inZone = { domain: 'example.org', hostedZoneId: 'Z0123456789' };

test('all checks pass before the first deployment to an account that is ready', async () => {
  const answers = await look({}, inZone, []);
  expect(answers.filter(({ is }) => is !== 'pass')).toMatchObject([{ name: 'identity kept', is: 'skipped' }]);
});

test('all checks pass before the next deployment', async () => {
  const answers = await look(deployed({ Identity: 'example.org', DnsDmarc: '_dmarc…' }), inZone, [
    ['v=DMARC1; p=none'],
  ]);
  expect(answers.filter(({ is }) => is !== 'pass')).toMatchObject([{ name: 'left behind', is: 'skipped' }]);
});

test.each<[string, string, ...Parameters<typeof look>]>([
  ['credentials', 'aws sso login', { GetCallerIdentity: () => fail(new Error('ExpiredToken')) }],
  ['region', 'unset AWS_REGION', {}, { region: 'us-east-1' }],
  ['bootstrap', 'npx cdk bootstrap', { DescribeStacks: () => fail(none) }],
  ['SES', 'choose another', { GetAccount: () => fail(Object.assign(new Error(), { code: 'ENOTFOUND' })) }],
  ['identity', '--identity existing', { GetEmailIdentity: () => ({}) }],
  ['identity', 'create-email-identity', {}, { identity: 'existing' }],
  ['identity kept', 'correct the settings', deployed({ Identity: 'example.org' }), { identity: 'existing' }],
  ['DMARC free', '--dmarc leave', {}, inZone, [['v=DMARC1; ', 'p=reject']]],
  ['concurrency', 'L-B99A9384', { GetAccountSettings: () => ({ AccountLimit: { ConcurrentExecutions: 9 } }) }],
])(
  '%s alone fails when it would stop the deployment or harm what is there, with what to do: %s',
  async (name, fix, ...asked) => {
    const failed = (await look(...asked)).filter(({ is }) => is === 'fail');
    expect(failed).toMatchObject([{ name, fix: expect.stringContaining(fix) }]);
  },
);

test('what works but could be better is noted: the sandbox, a new account, tables of a deleted stack', async () => {
  const answers = await look({
    GetAccount: () => ({ ProductionAccessEnabled: false }),
    GetAccountSettings: () => ({ AccountLimit: { ConcurrentExecutions: 10 } }),
    ListTables: () => ({ TableNames: ['Jubilee-TablesRuns1', 'Jubilee-dev-TablesRuns2'] }),
  });
  expect(answers.filter(({ is }) => is !== 'pass' && is !== 'skipped')).toMatchObject([
    { name: 'SES', is: 'note', said: expect.stringContaining('sandbox') },
    { name: 'concurrency', is: 'note', said: '10 functions at once, of which the queues take 6' },
    { name: 'left behind', is: 'note', said: expect.stringMatching(/^Jubilee-TablesRuns1: /) },
  ]);
});

test('settings with a fault fail their check alone', async () => {
  const answers = await look({}, 'The setting "from" is missing');
  expect(answers.filter(({ is }) => is === 'fail')).toMatchObject([
    { name: 'settings', said: 'The setting "from" is missing', fix: 'npm run -s jubilee -- setup' },
  ]);
});
