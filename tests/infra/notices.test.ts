import { spawnSync } from 'node:child_process';
import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { metricNames } from '../../src/adapters/metric-names.ts';
import { functionNamed, nameOf, permissionsOf, queueNamed, root, synthesize } from './template.ts';

const template = synthesize();

test('the sender of notices counts, keeps subscribers and mails, and may do nothing else', () => {
  expect(permissionsOf(template, 'notice-sender')).toEqual([
    'dynamodb:GetItem TablesLimits',
    'dynamodb:GetItem TablesSubscribers',
    'dynamodb:PutItem TablesSubscribers',
    'dynamodb:UpdateItem TablesLimits',
    'logs:CreateLogStream NoticesSenderLog',
    'logs:PutLogEvents NoticesSenderLog',
    'secretsmanager:GetSecretValue LinkKeys',
    'ses:SendRawEmail arn:AWS::Partition:ses:AWS::Region:AWS::AccountId:configuration-set/MailSendingConfigurationSet',
    'ses:SendRawEmail arn:AWS::Partition:ses:AWS::Region:AWS::AccountId:identity/*',
    'sqs:ChangeMessageVisibility NoticesQueue',
    'sqs:DeleteMessage NoticesQueue',
    'sqs:GetQueueAttributes NoticesQueue',
    'sqs:GetQueueUrl NoticesQueue',
    'sqs:ReceiveMessage NoticesQueue',
  ]);
});

test('a request that is given up is kept over a weekend and no longer: it names an address', () => {
  const days = 24 * 3600;
  expect(nameOf(queueNamed(template, 'NoticesQueue').RedrivePolicy.deadLetterTargetArn)).toBe('NoticesDeadLetters');
  for (const name of ['NoticesQueue', 'NoticesDeadLetters']) {
    expect(queueNamed(template, name).MessageRetentionPeriod).toBe(4 * days);
  }
});

test('no sender is still at a request when it is handed out again', () => {
  const { Timeout } = functionNamed(template, 'notice-sender');
  expect(queueNamed(template, 'NoticesQueue').VisibilityTimeout).toBeGreaterThanOrEqual(6 * Timeout);
});

test('each request of a batch is answered for by itself', () => {
  template.allResourcesProperties('AWS::Lambda::EventSourceMapping', {
    FunctionResponseTypes: ['ReportBatchItemFailures'],
  });
});

test('counters of requests go with the stack, and are not paid to be restorable', () => {
  template.hasResource('AWS::DynamoDB::Table', {
    DeletionPolicy: 'Delete',
    Properties: {
      KeySchema: [{ AttributeName: 'counter', KeyType: 'HASH' }],
      TimeToLiveSpecification: { Enabled: true },
      PointInTimeRecoverySpecification: Match.absent(),
    },
  });
});

test('the alarm of refused confirmations watches the very metric that the function publishes', () => {
  const script = `
    import { metrics } from './src/adapters/log.ts';
    import { metricNames } from './src/adapters/metric-names.ts';
    metrics.addMetric(metricNames.confirmationsRefused, 'Count', 1);
    metrics.publishStoredMetrics();`;
  const { Variables } = functionNamed(template, 'notice-sender').Environment;
  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    cwd: root,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      POWERTOOLS_METRICS_NAMESPACE: Variables.POWERTOOLS_METRICS_NAMESPACE,
      POWERTOOLS_SERVICE_NAME: Variables.POWERTOOLS_SERVICE_NAME,
    },
  });
  const published = JSON.parse(stdout);
  const [{ Namespace, Dimensions, Metrics }] = published._aws.CloudWatchMetrics;
  expect(Metrics).toMatchObject([{ Name: metricNames.confirmationsRefused }]);
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    Namespace,
    MetricName: Metrics[0].Name,
    Dimensions: Dimensions[0].map((name: string) => ({ Name: name, Value: published[name] })),
    Statistic: 'Sum',
    Threshold: 1,
    TreatMissingData: 'notBreaching',
  });
});
