import { ArnFormat, Duration, Stack, Validations } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { metricNames } from '../src/adapters/lambda/metric-names.ts';
import { DeadLetters } from './dead-letters.ts';
import { HarmAlarm } from './harm-alarm.ts';
import { ownMetric } from './own-metric.ts';

export type WatchProps = { readonly alarmEmail: string | undefined; readonly digests: IQueue };

/**
 * The operator's view: every alarm of the stack notifies one topic, and one dashboard shows whether everyone got their
 * digest today. Create it last, after all alarms.
 */
export class Watch extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { alarmEmail, digests }: WatchProps) {
    super(scope, id);
    this.topic = new Topic(this, 'Alarms', { displayName: Stack.of(this).stackName, enforceSSL: true });
    this.permitCloudWatch();
    if (alarmEmail) this.topic.addSubscription(new EmailSubscription(alarmEmail));
    Validations.of(this.topic).acknowledge({
      id: 'Serverless-SNSRedrivePolicy',
      reason: 'The dashboard also shows alarms that cannot be mailed; SNS retries a mailbox for six hours.',
    });
    const parts = Stack.of(this).node.findAll();
    const alarms = parts.filter((part) => part instanceof HarmAlarm);
    for (const alarm of alarms) alarm.addAlarmAction(new SnsAction(this.topic));
    const deadLetters = parts.filter((part) => part instanceof DeadLetters);
    this.dashboard(alarms, { digests, deadLetters });
  }

  /** Allows CloudWatch to publish, as the policy that requires TLS replaces the default one, which admits the account. */
  private permitCloudWatch(): void {
    const stack = Stack.of(this);
    const alarms = stack.formatArn({
      service: 'cloudwatch',
      resource: 'alarm',
      resourceName: '*',
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    this.topic.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': stack.account }, ArnLike: { 'aws:SourceArn': alarms } },
      }),
    );
  }

  /** Creates the dashboard: from left to right the path of a digest; below, the obstacles. */
  private dashboard(alarms: HarmAlarm[], { digests, deadLetters }: Waiting): void {
    const dashboard = new cloudwatch.Dashboard(this, 'Dashboard', {
      periodOverride: cloudwatch.PeriodOverride.INHERIT,
      defaultInterval: Duration.days(1),
    });
    dashboard.addWidgets(
      new cloudwatch.TextWidget({ width: 24, height: 2, markdown: QUESTION }),
      new cloudwatch.AlarmStatusWidget({ width: 24, height: 4, title: 'What is broken', alarms: alarms.map(byName) }),
      number(
        'Ticks planned, of 96',
        ownMetric(this, { of: 'digest-planner', name: metricNames.runsPlanned, ...A_DAY }),
      ),
      number('Digests planned', digests.metricNumberOfMessagesSent(A_DAY)),
      number('Mails accepted by SES', ofSes('Send')),
      number('Delivered', ofSes('Delivery')),
      number(
        'Digests due, as checked',
        ownMetric(this, { of: 'completeness-check', name: metricNames.digestsDue, ...A_DAY }),
      ),
      number(
        'Missing of them',
        ownMetric(this, { of: 'completeness-check', name: metricNames.digestsMissing, ...A_DAY }),
      ),
      number('Bounced', ofSes('Bounce')),
      number('Complaints', ofSes('Complaint')),
      new cloudwatch.GraphWidget({
        width: 12,
        title: 'Digests on their way',
        left: [
          digests.metricApproximateNumberOfMessagesVisible(),
          digests.metricApproximateNumberOfMessagesNotVisible(),
        ],
        right: [digests.metricApproximateAgeOfOldestMessage()],
      }),
      new cloudwatch.GraphWidget({
        width: 12,
        title: 'Given up, until somebody puts it back',
        left: deadLetters.map((queue) => queue.metricApproximateNumberOfMessagesVisible({ label: queue.node.path })),
      }),
    );
  }
}

type Waiting = { readonly digests: IQueue; readonly deadLetters: readonly DeadLetters[] };

const QUESTION =
  '**Did everyone get their digest today?** Yes, if nothing below is red: every tick was planned, no digest waits or was given up, and the check of the day found no difference. Each alarm says what to do in docs/runbook.md.';

/** Refers to an alarm by a composed ARN, as not every tool that creates stacks can look it up. */
function byName(alarm: HarmAlarm): cloudwatch.IAlarm {
  return cloudwatch.Alarm.fromAlarmName(alarm, 'ByName', alarm.alarmName);
}

const A_DAY = { period: Duration.days(1), statistic: 'Sum' };

function number(title: string, metric: cloudwatch.IMetric): cloudwatch.SingleValueWidget {
  return new cloudwatch.SingleValueWidget({ width: 3, height: 4, title, metrics: [metric] });
}

/** Returns a metric of all mails of the account. */
function ofSes(metricName: string): cloudwatch.Metric {
  return new cloudwatch.Metric({ namespace: 'AWS/SES', metricName, ...A_DAY });
}
