import { expect, test } from 'vitest';
import { accountChecks } from '../../cli/doctor/account-checks.ts';
import { alarmChecks } from '../../cli/doctor/alarm-checks.ts';
import { mailChecks } from '../../cli/doctor/mail-checks.ts';
import { runningChecks } from '../../cli/doctor/running-checks.ts';
import { deployedStack } from '../../cli/doctor/stack.ts';
import { storageChecks } from '../../cli/doctor/storage-checks.ts';
import { examine } from '../../cli/doctor.ts';
import { newOperatorClients } from '../../src/adapters/account/operator-clients.ts';
import { answeredBy } from '../support/answered-by.ts';
import { synthesize } from './template.ts';

const template = synthesize({ domain: 'example.org', alarmEmail: 'ops@example.org' }).toJSON();
const resources = Object.entries<{ Type: string }>(template.Resources).map(([id, { Type }]) => ({
  LogicalResourceId: id,
  ResourceType: Type,
  PhysicalResourceId: id,
}));
const told: Record<string, string> = { Stage: 'prod', Identity: 'example.org', Senders: '2' };
const outputs = Object.keys(template.Outputs).map((OutputKey) => ({
  OutputKey,
  OutputValue: told[OutputKey] ?? `the ${OutputKey}`,
}));

type Answers = Record<string, (input: never) => object>;

/** What AWS says of a stack in which all is well. */
const healthy: Answers = {
  GetCallerIdentity: () => ({ Account: '111122223333' }),
  DescribeStacks: () => ({ Stacks: [{ StackStatus: 'UPDATE_COMPLETE', Outputs: outputs }] }),
  ListStackResources: () => ({ StackResourceSummaries: resources }),
  GetEmailIdentity: () => identity,
  GetAccount: () => ({ EnforcementStatus: 'HEALTHY', SendingEnabled: true }),
  GetConfigurationSet: () => ({
    SendingOptions: { SendingEnabled: true },
    SuppressionOptions: { SuppressedReasons: [] },
  }),
  GetConfigurationSetEventDestinations: () => ({ EventDestinations: [destination] }),
  DescribeTable: () => ({ Table: { TableStatus: 'ACTIVE', DeletionProtectionEnabled: true } }),
  DescribeContinuousBackups: () => recovery('ENABLED'),
  GetAccountSettings: () => ({ AccountLimit: { ConcurrentExecutions: 1000 } }),
  GetEventSourceMapping: () => ({ State: 'Enabled' }),
  DescribeAlarms: ({ AlarmNames }: { AlarmNames: string[] }) => ({ MetricAlarms: AlarmNames.map(quiet) }),
  ListSubscriptionsByTopic: () => ({ Subscriptions: [{ SubscriptionArn: 'arn:aws:sns:eu-central-1:1:t:1' }] }),
};
const identity = {
  VerifiedForSendingStatus: true,
  DkimAttributes: { Status: 'SUCCESS' },
  MailFromAttributes: { MailFromDomainStatus: 'SUCCESS' },
};
const destination = {
  Enabled: true,
  SnsDestination: {},
  MatchingEventTypes: ['SEND', 'DELIVERY', 'DELIVERY_DELAY', 'BOUNCE', 'COMPLAINT', 'REJECT'],
};
const recovery = (PointInTimeRecoveryStatus: string) => ({
  ContinuousBackupsDescription: { PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus } },
});
const quiet = (AlarmName: string) => ({
  AlarmName,
  AlarmDescription: `Harm. See docs/runbook.md: ${AlarmName}`,
  StateValue: 'OK',
  ActionsEnabled: true,
  AlarmActions: ['topic'],
});
const records: Record<string, string[][]> = {
  'bounce.example.org': [['v=spf1 include:amazonses.com ~all']],
  '_dmarc.example.org': [['v=DMARC1; ', 'p=quarantine']],
};

/** The checks that ask nothing of the parts that stand on this machine too: those are tried there. */
const all = [...accountChecks, ...storageChecks, ...mailChecks, ...runningChecks, ...alarmChecks];
const onLocalParts = [
  'tables',
  'dataset',
  'sandbox',
  'quota',
  'room today',
  'last tick',
  'run left',
  'dead letters',
  'brake',
];
const inAws = all.filter(({ name }) => !onLocalParts.includes(name));

/** What the doctor says of what only AWS has, when AWS answers so. */
function doctor(changed: Answers = {}, dns = records) {
  process.env.AWS_REGION = 'eu-central-1';
  const clients = newOperatorClients();
  const { resolveTxt: _, ...ofAws } = clients;
  for (const client of Object.values(ofAws)) answeredBy(client, { ...healthy, ...changed });
  const resolveTxt = async (name: string) =>
    dns[name] ?? Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' }));
  return examine(deployedStack('Jubilee', false, { ...clients, resolveTxt }), inAws);
}

test('a healthy stack passes every check, and the doctor sends no mail unless asked to', async () => {
  const answers = await doctor();
  expect(answers.filter(({ is }) => is !== 'pass')).toMatchObject([{ name: 'bounce', is: 'skipped' }]);
  expect(answers.find(({ name }) => name === 'alarms armed')?.said).toBe(
    `${resources.filter(({ ResourceType }) => ResourceType === 'AWS::CloudWatch::Alarm').length} are`,
  );
});

const without = (type: string) => resources.filter(({ ResourceType }) => ResourceType !== type);
const refuses = (message: string) => () => {
  throw new Error(message);
};

test.each<[string, string, Answers, typeof records?]>([
  ['credentials', 'aws sso login', { GetCallerIdentity: refuses('ExpiredToken') }],
  [
    'stack',
    'npx cdk deploy',
    { DescribeStacks: () => ({ Stacks: [{ StackStatus: 'ROLLBACK_COMPLETE', Outputs: outputs }] }) },
  ],
  ['identity', 'click the link', { GetEmailIdentity: () => ({ ...identity, VerifiedForSendingStatus: false }) }],
  [
    'DKIM',
    'the DnsDkim1; the DnsDkim2',
    { GetEmailIdentity: () => ({ ...identity, DkimAttributes: { Status: 'PENDING' } }) },
  ],
  ['MAIL FROM', 'the DnsMailFrom', { GetEmailIdentity: () => ({ ...identity, MailFromAttributes: {} }) }],
  ['SPF', 'the DnsSpf', {}, { ...records, 'bounce.example.org': [['v=spf1 -all']] }],
  ['DMARC', 'the DnsDmarc', {}, { 'bounce.example.org': [['v=spf1 include:amazonses.com ~all']] }],
  ['standing', 'the SES console', { GetAccount: () => ({ EnforcementStatus: 'PROBATION', SendingEnabled: true }) }],
  [
    'configuration set',
    'the ConfigurationSet --sending-enabled',
    {
      GetConfigurationSet: () => ({
        SendingOptions: { SendingEnabled: false },
        SuppressionOptions: { SuppressedReasons: [] },
      }),
    },
  ],
  [
    'events',
    'deploy again',
    {
      GetConfigurationSetEventDestinations: () => ({
        EventDestinations: [{ ...destination, MatchingEventTypes: ['SEND'] }],
      }),
    },
  ],
  ['suppression', 'deploy again', { GetConfigurationSet: () => ({}) }],
  ['recovery', 'deploy again', { DescribeContinuousBackups: () => recovery('DISABLED') }],
  ['deletion protection', 'update-table', { DescribeTable: () => ({ Table: { DeletionProtectionEnabled: false } }) }],
  ['concurrency', 'L-B99A9384', { GetAccountSettings: () => ({ AccountLimit: { ConcurrentExecutions: 9 } }) }],
  ['workers', 'update-event-source-mapping', { GetEventSourceMapping: () => ({ State: 'Disabled' }) }],
  [
    'alarms armed',
    'enable-alarm-actions',
    { DescribeAlarms: () => ({ MetricAlarms: [{ ...quiet('one'), ActionsEnabled: false }] }) },
  ],
  [
    'alarms armed',
    'deploy it again',
    { ListStackResources: () => ({ StackResourceSummaries: without('AWS::CloudWatch::Alarm') }) },
  ],
  [
    'alarms heard',
    '--alarm-email',
    { ListSubscriptionsByTopic: () => ({ Subscriptions: [{ SubscriptionArn: 'PendingConfirmation' }] }) },
  ],
  [
    'alarms quiet',
    'docs/runbook.md',
    {
      DescribeAlarms: ({ AlarmNames }: { AlarmNames: string[] }) => ({
        MetricAlarms: AlarmNames.map((name, index) => ({ ...quiet(name), StateValue: index === 0 ? 'ALARM' : 'OK' })),
      }),
    },
  ],
])('%s alone fails when something is wrong with it, and the doctor says: %s', async (name, fix, changed, dns) => {
  const failed = (await doctor(changed, dns)).filter(({ is }) => is === 'fail');
  expect(failed).toMatchObject([{ name, fix: expect.stringContaining(fix) }]);
});

test('a check without permission is unknown, with the reason', async () => {
  const answers = await doctor({ GetEmailIdentity: refuses('not authorized to perform ses:GetEmailIdentity') });
  const unknown = answers.filter(({ is }) => is === 'unknown');
  expect(unknown.map(({ name }) => name)).toEqual(['identity', 'DKIM', 'MAIL FROM']);
  expect(unknown[0]?.said).toContain('not authorized');
});

test('a stack that does not name its identity is not mistaken for one without a domain', async () => {
  const Outputs = outputs.filter(({ OutputKey }) => OutputKey !== 'Identity');
  const answers = await doctor({ DescribeStacks: () => ({ Stacks: [{ StackStatus: 'UPDATE_COMPLETE', Outputs }] }) });
  const unknown = answers.filter(({ is }) => is === 'unknown');
  expect(unknown.map(({ name }) => name)).toEqual(['identity', 'DKIM', 'MAIL FROM', 'SPF', 'DMARC']);
});

test('a missing stack fails one check, and every check that depends on it is unknown', async () => {
  const answers = await doctor({ DescribeStacks: refuses('Stack with id Jubilee does not exist') });
  expect(answers.filter(({ is }) => is === 'fail')).toMatchObject([
    { name: 'stack', said: expect.stringContaining('does not exist') },
  ]);
  expect(answers.find(({ name }) => name === 'recovery')?.is).toBe('unknown');
});
