import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { metricNames } from '../../src/adapters/lambda/metric-names.ts';
import { functionNamed, nameOf, permissionsOf, publishedMetric, queueNamed, synthesize } from './template.ts';

const template = synthesize();

test('the sender of notices counts, keeps subscribers and mails, and may do nothing else', () => {
  expect(permissionsOf(template, 'notice-sender')).toEqual([
    'dynamodb:DeleteItem TablesSubscribers',
    'dynamodb:GetItem TablesLimits',
    'dynamodb:GetItem TablesSubscribers',
    'dynamodb:PutItem TablesLimits',
    'dynamodb:PutItem TablesRuns',
    'dynamodb:PutItem TablesSubscribers',
    'dynamodb:UpdateItem TablesLimits',
    'logs:CreateLogStream NoticesSenderLog',
    'logs:PutLogEvents NoticesSenderLog',
    'ses:GetSendQuota *',
    'ses:SendRawEmail arn:AWS::Partition:ses:AWS::Region:AWS::AccountId:configuration-set/Jubilee',
    'ses:SendRawEmail arn:AWS::Partition:ses:AWS::Region:AWS::AccountId:identity/*',
    'sqs:ChangeMessageVisibility NoticesQueue',
    'sqs:DeleteMessage NoticesQueue',
    'sqs:GetQueueAttributes NoticesQueue',
    'sqs:GetQueueUrl NoticesQueue',
    'sqs:ReceiveMessage NoticesQueue',
    'ssm:GetParameter arn:AWS::Partition:ssm:AWS::Region:AWS::AccountId:parameter/Jubilee/link-keys',
  ]);
});

test('a request that is given up is kept over a weekend and no longer: it names an address', () => {
  const days = 24 * 3600;
  expect(nameOf(queueNamed(template, 'NoticesQueue').RedrivePolicy.deadLetterTargetArn)).toBe('NoticesDeadLetters');
  for (const name of ['NoticesQueue', 'NoticesDeadLetters']) {
    expect(queueNamed(template, name).MessageRetentionPeriod).toBe(4 * days);
  }
});

test('no sender is still at work on a request when it becomes visible again', () => {
  const { Timeout } = functionNamed(template, 'notice-sender');
  expect(queueNamed(template, 'NoticesQueue').VisibilityTimeout).toBeGreaterThanOrEqual(6 * Timeout);
});

test('each request of a batch succeeds or fails by itself', () => {
  template.allResourcesProperties('AWS::Lambda::EventSourceMapping', {
    FunctionResponseTypes: ['ReportBatchItemFailures'],
  });
});

test('request counters are deleted with the stack and have no paid point-in-time recovery', () => {
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
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    ...publishedMetric(template, 'notice-sender', metricNames.confirmationsRefused),
    Statistic: 'Sum',
    Threshold: 1,
    TreatMissingData: 'notBreaching',
  });
});
