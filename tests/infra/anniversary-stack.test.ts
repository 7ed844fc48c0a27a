import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { functionNames } from '../../infra/bundle.ts';
import { tableShapes } from '../../src/adapters/dynamodb/table-shapes.ts';
import { LEASE_MS } from '../../src/domain/delivery.ts';
import { carryOverMs, longestStretchMs, longestWaitMs } from '../../src/domain/pacing.ts';
import { TICK_MINUTES } from '../../src/domain/schedule.ts';
import { functionNamed, nameOf, permissions, permissionsOf, queueNamed, root, synthesize } from './template.ts';

const template = synthesize();
const lambdas = functionNames(join(root, 'lambdas'));

test('the planner reads whose hour it is and what is due, fills the queues, and may do nothing else', () => {
  expect(permissionsOf(template, 'digest-planner')).toEqual([
    'dynamodb:GetItem TablesRelations',
    'dynamodb:GetItem TablesRuns',
    'dynamodb:GetItem TablesSubscribers',
    'dynamodb:PutItem TablesRuns',
    'dynamodb:Query TablesRelations',
    'dynamodb:Query TablesRuns',
    'dynamodb:Query TablesSubscribers/index/byZoneHour',
    'dynamodb:UpdateItem TablesSubscribers',
    'lambda:InvokeFunction DigestPlanningPlanner',
    'logs:CreateLogStream DigestPlanningPlannerLog',
    'logs:PutLogEvents DigestPlanningPlannerLog',
    'sqs:SendMessage DigestDeliveryQueue',
    'sqs:SendMessage DigestPlanningMissedTicks',
    'sqs:SendMessage NoticesQueue',
  ]);
});

test('the sender takes digests, reads, records deliveries and mails, and may do nothing else', () => {
  expect(permissionsOf(template, 'digest-sender')).toEqual([
    'dynamodb:GetItem TablesDeliveries',
    'dynamodb:GetItem TablesLimits',
    'dynamodb:GetItem TablesRelations',
    'dynamodb:GetItem TablesSubscribers',
    'dynamodb:PutItem TablesDeliveries',
    'dynamodb:Query TablesRelations',
    'dynamodb:UpdateItem TablesDeliveries',
    'dynamodb:UpdateItem TablesLimits',
    'logs:CreateLogStream DigestDeliverySenderLog',
    'logs:PutLogEvents DigestDeliverySenderLog',
    'ses:GetSendQuota *',
    'ses:SendRawEmail arn:AWS::Partition:ses:AWS::Region:AWS::AccountId:configuration-set/Jubilee',
    'ses:SendRawEmail arn:AWS::Partition:ses:AWS::Region:AWS::AccountId:identity/*',
    'sqs:ChangeMessageVisibility DigestDeliveryQueue',
    'sqs:DeleteMessage DigestDeliveryQueue',
    'sqs:GetQueueAttributes DigestDeliveryQueue',
    'sqs:GetQueueAttributes FeedbackDeadLetters',
    'sqs:GetQueueUrl DigestDeliveryQueue',
    'sqs:ReceiveMessage DigestDeliveryQueue',
    'ssm:GetParameter arn:AWS::Partition:ssm:AWS::Region:AWS::AccountId:parameter/Jubilee/link-keys',
  ]);
});

test('the check of the day reads everything that it judges by, writes the ledger alone, and may do nothing else', () => {
  expect(permissionsOf(template, 'completeness-check')).toEqual([
    'dynamodb:BatchGetItem TablesDeliveries',
    'dynamodb:GetItem TablesRelations',
    'dynamodb:GetItem TablesRuns',
    'dynamodb:GetItem TablesSubscribers',
    'dynamodb:PutItem TablesRuns',
    'dynamodb:Query TablesDeliveries',
    'dynamodb:Query TablesRelations',
    'dynamodb:Query TablesSubscribers/index/byZoneHour',
    'logs:CreateLogStream CompletenessCheckLog',
    'logs:PutLogEvents CompletenessCheckLog',
  ]);
});

test('the seeder writes relations and may do nothing else', () => {
  expect(permissionsOf(template, 'table-seeder')).toEqual([
    'dynamodb:BatchWriteItem TablesRelations',
    'dynamodb:GetItem TablesRelations',
    'dynamodb:PutItem TablesRelations',
    'dynamodb:Query TablesRelations',
    'dynamodb:Scan TablesRelations',
    'logs:CreateLogStream DatasetSeedingSeederLog',
    'logs:PutLogEvents DatasetSeedingSeederLog',
  ]);
});

test('mail goes out from the configured address only', () => {
  const statements = permissions(synthesize({ from: 'desk@example.net' }), 'DigestDeliverySenderRole');
  const sending = statements.filter(({ Action }) => [Action].flat().some((action) => action.startsWith('ses:')));
  expect(sending.map(({ Action, Condition }) => [Action, Condition])).toEqual([
    ['ses:SendRawEmail', { StringEquals: { 'ses:FromAddress': 'desk@example.net' } }],
    ['ses:GetSendQuota', undefined],
  ]);
});

test('no role has a managed policy, and no action that is allowed is a wildcard', () => {
  const policies = Object.values(template.findResources('AWS::IAM::Policy'));
  const allowed = policies.flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
  expect(allowed.flatMap(({ Action }) => Action).filter((action) => action.includes('*'))).toEqual([]);
  template.allResourcesProperties('AWS::IAM::Role', { ManagedPolicyArns: Match.absent() });
});

test('every table is paid by request, and encrypted by the key of DynamoDB, which costs nothing', () => {
  template.allResourcesProperties('AWS::DynamoDB::Table', {
    BillingMode: 'PAY_PER_REQUEST',
    SSESpecification: { SSEEnabled: false },
  });
});

test('every table but that of the limits is kept, recoverable and protected from deletion', () => {
  const kept = template.findResources('AWS::DynamoDB::Table', {
    DeletionPolicy: 'RetainExceptOnCreate',
    UpdateReplacePolicy: 'Retain',
    Properties: {
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    },
  });
  expect(Object.keys(kept).map(nameOf)).toEqual([
    'TablesRelations',
    'TablesSubscribers',
    'TablesDeliveries',
    'TablesRuns',
  ]);
});

test('a dev stack is removed completely, with its tables and keys', () => {
  const dev = synthesize({ stage: 'dev' });
  dev.allResources('AWS::DynamoDB::Table', {
    DeletionPolicy: 'Delete',
    Properties: { DeletionProtectionEnabled: Match.not(true) },
  });
  expect(JSON.stringify(dev.toJSON())).not.toContain('"Retain');
});

test('every resource is tagged with the project and the stage', () => {
  const tags = [
    { Key: 'Project', Value: 'Jubilee' },
    { Key: 'Stage', Value: 'prod' },
  ];
  template.allResourcesProperties('AWS::DynamoDB::Table', { Tags: tags });
  template.allResourcesProperties('AWS::Lambda::Function', { Tags: tags });
});

test('the tables have the keys, indexes and expiry of the shapes that the code shares', () => {
  const tables = Object.entries(template.findResources('AWS::DynamoDB::Table')).map(([id, { Properties }]) => [
    nameOf(id).replace('Tables', '').toLowerCase(),
    {
      key: keyOf(Properties),
      indexes: Object.fromEntries((Properties.GlobalSecondaryIndexes ?? []).map(namedIndex)),
      ...(Properties.TimeToLiveSpecification && { expiry: Properties.TimeToLiveSpecification.AttributeName }),
    },
  ]);
  expect(Object.fromEntries(tables)).toEqual(tableShapes);
});

test('the planner gets the scheduled time at every tick, on the quarters of the clock', () => {
  template.hasResourceProperties('AWS::Scheduler::Schedule', {
    ScheduleExpression: `cron(0/${TICK_MINUTES} * * * ? *)`,
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: { Input: '{"tick":"<aws.scheduler.scheduled-time>"}', RetryPolicy: { MaximumEventAgeInSeconds: 86_400 } },
  });
});

test('the days that are over are checked every hour', () => {
  const schedules = Object.values(template.findResources('AWS::Scheduler::Schedule'));
  const hourly = schedules.find(({ Properties }) => Properties.ScheduleExpression === 'cron(10 * * * ? *)');
  expect(nameOf(hourly?.Properties.Target.Arn)).toBe('CompletenessCheck');
});

test('a tick that cannot be delivered and one on which the planner fails are both kept', () => {
  const schedules = Object.values(template.findResources('AWS::Scheduler::Schedule'));
  const schedule = schedules.find(({ Properties }) => nameOf(Properties.Target.Arn) === 'DigestPlanningPlanner');
  expect(nameOf(schedule?.Properties.Target.DeadLetterConfig.Arn)).toBe('DigestPlanningMissedTicks');
  expect(nameOf(functionNamed(template, 'digest-planner').DeadLetterConfig.TargetArn)).toBe(
    'DigestPlanningMissedTicks',
  );
});

test('a digest that cannot be sent is tried for longer than a lease, then kept', () => {
  const queue = queueNamed(template, 'DigestDeliveryQueue');
  expect(nameOf(queue.RedrivePolicy.deadLetterTargetArn)).toBe('DigestDeliveryDeadLetters');
  expect(queue.RedrivePolicy.maxReceiveCount * queue.VisibilityTimeout * 1000).toBeGreaterThan(LEASE_MS);
});

test('dead letters are kept for the 14 days within which an outage is caught up', () => {
  for (const name of ['DigestPlanningMissedTicks', 'DigestDeliveryDeadLetters']) {
    expect(queueNamed(template, name).MessageRetentionPeriod).toBe(14 * 24 * 3600);
  }
});

test('each digest of a batch succeeds or fails by itself, and no sender is still at work on it when it becomes visible again', () => {
  const timeout = functionNamed(template, 'digest-sender').Timeout;
  template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
    BatchSize: 50,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    ScalingConfig: { MaximumConcurrency: Match.anyValue() },
  });
  expect(queueNamed(template, 'DigestDeliveryQueue').VisibilityTimeout).toBeGreaterThanOrEqual(6 * timeout);
  expect(LEASE_MS).toBeGreaterThan(timeout * 1000);
});

test('a sender has time to wait for its turn, to let a whole batch leave, and for the answer of SES to the last', () => {
  for (const [kind, name] of [
    ['digest', 'digest-sender'],
    ['notice', 'notice-sender'],
  ] as const) {
    const waiting = longestWaitMs[kind] + longestStretchMs(kind);
    expect(functionNamed(template, name).Timeout * 1000).toBeGreaterThan(waiting + 15_000);
  }
});

test('a digest that is carried over is retried for longer than a day of the quota, and for less time than its queue keeps it', () => {
  const { RedrivePolicy, MessageRetentionPeriod = 4 * 86_400 } = queueNamed(template, 'DigestDeliveryQueue');
  const waits = RedrivePolicy.maxReceiveCount - 1;
  expect(waits * carryOverMs(0)).toBeGreaterThan(26 * 3_600_000);
  expect((waits + 1) * carryOverMs(1)).toBeLessThan(MessageRetentionPeriod * 1000);
});

test.each([
  ['a tick that was given up', 'DigestPlanningMissedTicks'],
  ['a digest that was given up', 'DigestDeliveryDeadLetters'],
  ['a request for a notice that was given up', 'NoticesDeadLetters'],
])('an alarm reports %s', (_what, queue) => {
  const alarms = Object.values(
    template.findResources('AWS::CloudWatch::Alarm', { Properties: { Namespace: 'AWS/SQS' } }),
  );
  const watched = alarms.map(({ Properties }) => Properties.Dimensions[0].Value['Fn::GetAtt'][0]);
  expect(watched.map(nameOf)).toContain(queue);
});

test.each(lambdas)('%s is given the variables that it reads, and no others', (name) => {
  const handler = readFileSync(join(root, 'lambdas', name, 'handler.ts'), 'utf8');
  const read = /environment\(([^)]*)\)/.exec(handler)?.[1]?.match(/\w+/g) ?? [];
  const given = Object.keys(functionNamed(template, name).Environment.Variables);
  expect(given.filter((variable) => !variable.startsWith('POWERTOOLS_')).sort()).toEqual(read.sort());
});

test('every function of lambdas/ is deployed, on ARM, with a log that expires', () => {
  template.resourceCountIs('AWS::Lambda::Function', lambdas.length);
  template.allResourcesProperties('AWS::Lambda::Function', { Architectures: ['arm64'], Runtime: 'nodejs24.x' });
  template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 });
});

test('the tables are seeded again when the data has changed, and only then', () => {
  expect(seedingOf(synthesize({}, 'one'))).not.toEqual(seedingOf(synthesize({}, 'two')));
  expect(seedingOf(synthesize({}, 'one'))).toEqual(seedingOf(synthesize({ siteUrl: 'https://example.net' }, 'one')));
});

test('functions that read the dataset are replaced after it has been seeded in the layout that they read', () => {
  const [dataset = ''] = Object.keys(template.findResources('Custom::Dataset'));
  const functions = Object.values(template.findResources('AWS::Lambda::Function'));
  const reading = functions.filter(({ Properties }) => Properties.Environment.Variables.RELATIONS_TABLE);
  const waiting = functions.filter(({ DependsOn = [] }) => DependsOn.includes(dataset));
  expect(waiting).toEqual(
    reading.filter(({ Properties }) => Properties.Environment.Variables.POWERTOOLS_SERVICE_NAME !== 'table-seeder'),
  );
  expect(waiting).toHaveLength(4);
});

test('a resource that may already exist in the account fails before any table is created', () => {
  const identities = [
    synthesize(),
    synthesize({
      cdn: { siteDomain: 'days.example.org', certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/0a1b' },
    }),
  ];
  for (const made of identities) {
    const claims = ['AWS::SES::EmailIdentity', 'AWS::SES::ConfigurationSet', 'AWS::CloudFront::Distribution'].flatMap(
      (type) => Object.keys(made.findResources(type)),
    );
    for (const { DependsOn } of Object.values(made.findResources('AWS::DynamoDB::Table')))
      expect(DependsOn).toEqual(expect.arrayContaining(claims));
  }
});

test('a deployment removes many events only when its context says so', () => {
  const propertiesOf = (made: typeof template) => Object.values(made.findResources('Custom::Dataset'))[0]?.Properties;
  expect(propertiesOf(template).removeEvents).toBeUndefined();
  expect(propertiesOf(synthesize({}, undefined, { removeEvents: 'true' })).removeEvents).toBe('true');
});

test('seeding waits until the seeder may write', () => {
  const [dataset] = Object.values(template.findResources('Custom::Dataset'));
  const [seeder] = Object.entries(template.findResources('AWS::Lambda::Function')).filter(([id]) =>
    dataset?.DependsOn.includes(id),
  );
  expect(seeder?.[1].DependsOn.map(nameOf)).toContain('DatasetSeedingSeederRoleDefaultPolicy');
});

test('the link-signing keys outlive the stack, but a dev stack leaves none behind', () => {
  template.hasResource('Custom::LinkKeys', { DeletionPolicy: 'Retain' });
  synthesize({ stage: 'dev' }).hasResource('Custom::LinkKeys', { DeletionPolicy: 'Delete' });
});

test('a function that signs links is created after the keys', () => {
  const [keys = ''] = Object.keys(template.findResources('Custom::LinkKeys'));
  for (const name of ['api', 'digest-sender', 'notice-sender']) {
    const [signing] = Object.values(
      template.findResources('AWS::Lambda::Function', { Properties: functionNamed(template, name) }),
    );
    expect(signing?.DependsOn).toContain(keys);
  }
});

test('only the deployment makes the keys of links, and it cannot read them', () => {
  expect(permissionsOf(template, 'link-key-maker')).toEqual([
    'logs:CreateLogStream LinkKeysMakerLog',
    'logs:PutLogEvents LinkKeysMakerLog',
    'ssm:DeleteParameter arn:AWS::Partition:ssm:AWS::Region:AWS::AccountId:parameter/Jubilee/link-keys',
    'ssm:PutParameter arn:AWS::Partition:ssm:AWS::Region:AWS::AccountId:parameter/Jubilee/link-keys',
  ]);
});

test('the check for a bootstrapped account can be left out, for tools that do not know it', () => {
  expect(template.toJSON()).toHaveProperty('Rules.CheckBootstrapVersion');
  expect(synthesize({ bootstrapVersionRule: false }).toJSON()).not.toHaveProperty('Rules');
});

function seedingOf(of: Template) {
  return Object.values(of.findResources('Custom::Dataset'))[0]?.Properties.bundle;
}

function namedIndex(index: { IndexName: string; KeySchema: { AttributeName: string }[] }) {
  return [index.IndexName, keyOf(index)];
}

function keyOf({ KeySchema }: { KeySchema: { AttributeName: string }[] }) {
  return KeySchema.map(({ AttributeName }) => AttributeName);
}
