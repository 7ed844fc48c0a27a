import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { metricNames } from '../../src/adapters/lambda/metric-names.ts';
import { LEASE_MS } from '../../src/domain/delivery.ts';
import { functionNamed, nameOf, permissionsOf, publishedMetric, queueNamed, synthesize } from './template.ts';

const template = synthesize();

test('the feedback function settles deliveries, suppresses subscribers, counts, and may do nothing else', () => {
  expect(permissionsOf(template, 'feedback')).toEqual([
    'dynamodb:DeleteItem TablesLimits',
    'dynamodb:DeleteItem TablesSubscribers',
    'dynamodb:GetItem TablesDeliveries',
    'dynamodb:GetItem TablesLimits',
    'dynamodb:GetItem TablesSubscribers',
    'dynamodb:PutItem TablesSubscribers',
    'dynamodb:Query TablesDeliveries',
    'dynamodb:UpdateItem TablesDeliveries',
    'dynamodb:UpdateItem TablesLimits',
    'logs:CreateLogStream FeedbackListenerLog',
    'logs:PutLogEvents FeedbackListenerLog',
    'sqs:ChangeMessageVisibility FeedbackQueue',
    'sqs:DeleteMessage FeedbackQueue',
    'sqs:GetQueueAttributes FeedbackQueue',
    'sqs:GetQueueUrl FeedbackQueue',
    'sqs:ReceiveMessage FeedbackQueue',
  ]);
});

test('SES publishes the events of mails to the topic, except opens and clicks, which we do not measure', () => {
  template.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
    EventDestination: {
      Enabled: true,
      MatchingEventTypes: ['send', 'delivery', 'deliveryDelay', 'bounce', 'complaint', 'reject'],
      SnsDestination: { TopicARN: { Ref: Match.stringLikeRegexp('^FeedbackTopic') } },
    },
  });
});

test('only SES, for this account and configuration set, may publish to the topic, and only with TLS', () => {
  const [policy] = Object.values(template.findResources('AWS::SNS::TopicPolicy'));
  const [tls, ses, ...others] = policy?.Properties.PolicyDocument.Statement ?? [];
  expect(tls).toMatchObject({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } });
  expect(ses).toMatchObject({ Effect: 'Allow', Principal: { Service: 'ses.amazonaws.com' }, Action: 'sns:Publish' });
  expect(Object.keys(ses.Condition.StringEquals)).toEqual(['AWS:SourceAccount', 'AWS:SourceArn']);
  expect(others).toEqual([]);
});

test('SES gets the topic as its destination only after it may publish there, because it tries at once', () => {
  const [destination] = Object.values(template.findResources('AWS::SES::ConfigurationSetEventDestination'));
  expect([destination?.DependsOn].flat().map(nameOf)).toContain('FeedbackTopicPolicy');
});

test('the topic delivers raw events to the queue', () => {
  template.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'sqs', RawMessageDelivery: true });
});

test('an event that is given up is kept over a weekend and no longer: it names an address', () => {
  expect(nameOf(queueNamed(template, 'FeedbackQueue').RedrivePolicy.deadLetterTargetArn)).toBe('FeedbackDeadLetters');
  for (const name of ['FeedbackQueue', 'FeedbackDeadLetters']) {
    expect(queueNamed(template, name).MessageRetentionPeriod).toBe(4 * 24 * 3600);
  }
});

test('an event waits for others only a fraction of the lease that it may settle', () => {
  const [mapping] = Object.values(
    template.findResources('AWS::Lambda::EventSourceMapping', {
      Properties: { MaximumBatchingWindowInSeconds: Match.anyValue() },
    }),
  );
  expect(mapping?.Properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
  expect(mapping?.Properties.MaximumBatchingWindowInSeconds * 1000).toBeLessThan(LEASE_MS / 100);
});

test('no function is still at work on a batch when it becomes visible again', () => {
  const { Timeout } = functionNamed(template, 'feedback');
  expect(queueNamed(template, 'FeedbackQueue').VisibilityTimeout).toBeGreaterThanOrEqual(6 * Timeout);
});

test('SES does not suppress mails that ask somebody to confirm again, after a bounce or after a complaint', () => {
  template.hasResourceProperties('AWS::SES::ConfigurationSet', { SuppressionOptions: { SuppressedReasons: [] } });
});

test.each(['digest-sender', 'notice-sender'])('%s can read the brake', (name) => {
  expect(permissionsOf(template, name)).toContain('dynamodb:GetItem TablesLimits');
  expect(functionNamed(template, name).Environment.Variables.LIMITS_TABLE).toBeDefined();
});

test.each(['sendingBraked', 'confirmationsBraked'] as const)(
  'the alarm of a brake watches the very metric that the function publishes, and stays on while nothing is sent: %s',
  (metric) => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      ...publishedMetric(template, 'feedback', metricNames[metric]),
      Statistic: 'Maximum',
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'ignore',
    });
  },
);
