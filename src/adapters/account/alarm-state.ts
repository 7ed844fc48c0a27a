import { type CloudWatchClient, type MetricAlarm, paginateDescribeAlarms } from '@aws-sdk/client-cloudwatch';
import { paginateListSubscriptionsByTopic, type SNSClient } from '@aws-sdk/client-sns';

export type AlarmState = {
  readonly name: string;
  /** Names the harm and the heading of the runbook. */
  readonly description: string;
  readonly isRaised: boolean;
  /** Whether it notifies anybody when raised. */
  readonly isArmed: boolean;
};

/** The most alarms that CloudWatch describes at once. */
const MAX_AT_ONCE = 100;

/** Reads the alarms with these names; skips deleted ones. */
export async function readAlarms(client: CloudWatchClient, names: readonly string[]): Promise<AlarmState[]> {
  const asked = { AlarmNames: names.slice(0, MAX_AT_ONCE) };
  const alarms: AlarmState[] = [];
  for await (const { MetricAlarms = [] } of paginateDescribeAlarms({ client }, asked))
    alarms.push(...MetricAlarms.map(toAlarm));
  return alarms;
}

function toAlarm({ AlarmName = '', AlarmDescription = '', StateValue, ActionsEnabled, AlarmActions }: MetricAlarm) {
  return {
    name: AlarmName,
    description: AlarmDescription,
    isRaised: StateValue === 'ALARM',
    isArmed: ActionsEnabled === true && AlarmActions !== undefined && AlarmActions.length > 0,
  };
}

/** Counts the confirmed subscriptions to a topic. */
export async function countListeners(client: SNSClient, topicArn: string): Promise<number> {
  let confirmed = 0;
  for await (const { Subscriptions = [] } of paginateListSubscriptionsByTopic({ client }, { TopicArn: topicArn }))
    confirmed += Subscriptions.filter(({ SubscriptionArn = '' }) => SubscriptionArn.startsWith('arn:')).length;
  return confirmed;
}
