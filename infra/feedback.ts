import { Duration, Validations } from 'aws-cdk-lib';
import { TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { EmailSendingEvent, EventDestination } from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type MetricName, metricNames } from '../src/adapters/lambda/metric-names.ts';
import { HarmAlarm, type HarmAlarmProps } from './harm-alarm.ts';
import type { MailSending } from './mail-sending.ts';
import { ownMetric } from './own-metric.ts';
import { ProductFunction } from './product-function.ts';
import type { Tables } from './tables.ts';
import { WorkQueue } from './work-queue.ts';

export type FeedbackProps = {
  readonly bundles: string;
  readonly tables: Tables;
  readonly mailSending: MailSending;
  /** The number of concurrent functions, each with a hundred events at a time: one per sender keeps up. */
  readonly listeners: number;
};

const LISTENER_TIMEOUT = Duration.seconds(30);
/** The retention of events: no longer than a weekend, as they contain addresses. */
const KEPT_FOR = Duration.days(4);

/** Applies events of many mails together. They may wait this long, which is little compared with the minutes that a digest takes to settle. */
const BATCH = { batchSize: 100, maxBatchingWindow: Duration.seconds(2) };
/** The path of SES events, from the configuration set to the tables: topic, queue, dead letters, function, and the alarms of the brakes. */
export class Feedback extends Construct {
  /** Dead-lettered events, which are not applied until redriven. */
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: FeedbackProps) {
    super(scope, id);
    const queue = new WorkQueue(this, 'Queue', {
      workTimeout: LISTENER_TIMEOUT,
      harm: 'SES feedback is not applied: addresses that bounce or complain still get mail.',
      runbook: 'Feedback not applied',
      keptFor: KEPT_FOR,
    });
    queue.feed(this.listener(props), { ...BATCH, maxConcurrency: props.listeners });
    this.deadLetters = queue.deadLetters;
    this.subscribe(queue, props.mailSending);
    this.alarmOfBrake('Braked', {
      harm: 'Too many mails have bounced or were complained about: nobody is sent any mail, because SES would close the account.',
      runbook: 'Sending braked',
      metric: metricNames.sendingBraked,
    });
    this.alarmOfBrake('ConfirmationsBraked', {
      harm: 'Too many confirmation mails have bounced or were complained about: for a day nobody new can subscribe; digests go out.',
      runbook: 'Confirmations braked',
      metric: metricNames.confirmationsBraked,
    });
  }

  private subscribe(queue: Queue, { configurationSet }: MailSending): void {
    const topic = new Topic(this, 'Topic', { enforceSSL: true });
    topic.addSubscription(new SqsSubscription(queue, { rawMessageDelivery: true }));
    Validations.of(queue).acknowledge({
      id: 'Serverless-SNSRedrivePolicy',
      reason: 'SNS retries delivery to a queue for 23 days, longer than an event is useful.',
    });
    configurationSet.addEventDestination('Events', {
      destination: EventDestination.snsTopic(topic),
      events: [
        EmailSendingEvent.SEND,
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.DELIVERY_DELAY,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
      ],
    });
  }

  private listener({ bundles, tables }: FeedbackProps): ProductFunction {
    const listener = new ProductFunction(this, 'Listener', {
      bundles,
      name: 'feedback',
      memorySize: 512,
      timeout: LISTENER_TIMEOUT,
      environment: {
        SUBSCRIBERS_TABLE: tables.subscribers.tableName,
        DELIVERIES_TABLE: tables.deliveries.tableName,
        LIMITS_TABLE: tables.limits.tableName,
      },
    });
    tables.subscribers.permit(listener, 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem');
    tables.deliveries.permit(listener, 'dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:UpdateItem');
    tables.limits.permit(listener, 'dynamodb:GetItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem');
    return listener;
  }

  /** Creates the alarm of a brake, which stays on without data: while no mail is sent, there is none. */
  private alarmOfBrake(id: string, { metric: name, ...described }: BrakeAlarm): void {
    new HarmAlarm(this, id, {
      ...described,
      metric: ownMetric(this, { of: 'feedback', name, statistic: 'Maximum', period: Duration.minutes(1) }),
      threshold: 1,
      treatMissingData: TreatMissingData.IGNORE,
    });
  }
}

type BrakeAlarm = Pick<HarmAlarmProps, 'harm' | 'runbook'> & { readonly metric: MetricName };
