import { expect, test } from 'vitest';
import { metricNames } from '../../src/adapters/lambda/metric-names.ts';
import { reasonToBrake } from '../../src/domain/brake.ts';
import { isSandbox, percentUsed } from '../../src/domain/pacing.ts';
import { alarmOf, isRaised, type Measured, nameOfMetric, watchedBy } from './alarm-state.ts';
import { functionNamed, nameOf, publishedMetric, queueNamed, synthesize } from './template.ts';

const template = synthesize();
const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm'));

const own = (name: string, metric: keyof typeof metricNames, ...values: (number | undefined)[]) => ({
  ...publishedMetric(template, name, metricNames[metric]),
  values,
});
const ofQueue = (MetricName: string, queue: string, ...values: (number | undefined)[]) => {
  if (queueNamed(template, queue) === undefined) throw new Error(`There is no queue ${queue}`);
  return { Namespace: 'AWS/SQS', MetricName, Dimensions: [{ Name: 'QueueName', Value: queue }], values };
};
const given = (queue: string, ...values: number[]) => ofQueue('ApproximateNumberOfMessagesVisible', queue, ...values);
const ofFunction = (MetricName: string, name: string, ...values: number[]) => ({
  Namespace: 'AWS/Lambda',
  MetricName,
  Dimensions: [{ Name: 'FunctionName', Value: idOf(name) }],
  values,
});
const ofApi = (MetricName: string, ...values: number[]) => ({
  Namespace: 'AWS/ApiGateway',
  MetricName,
  Dimensions: [{ Name: 'ApiId', Value: 'SiteApi' }],
  values,
});

const quotaOfSandbox = { perSecond: 1, perDay: 200, sentInLastDay: 0 };

/** A million digests at 90 % of 200 mails a second: an hour and a half in which the oldest waits ever longer. */
const hourOfMillion = { waited: 1_000_000 / (0.9 * 200), done: 0.9 * 200 * 3600 };
/** The whole million is sent; what SES grants is a little more than the digests of everybody. */
const quotaOfMillion = { perSecond: 200, perDay: 1_200_000, sentInLastDay: 1_000_000 };
const complaintsOfMillion = { mails: 2_000, bounces: 20, complaints: 0 };
const healthyMillion: Measured = [
  own('digest-planner', 'runsPlanned', 4),
  own('feedback', 'sendingBraked', reasonToBrake(complaintsOfMillion) === undefined ? 0 : 1),
  own('feedback', 'confirmationsBraked', 0),
  own('notice-sender', 'confirmationsRefused', 0),
  own('notice-sender', 'inSandbox', Number(isSandbox(quotaOfMillion))),
  own('digest-sender', 'quotaUsed', percentUsed(quotaOfMillion)),
  ofQueue('ApproximateAgeOfOldestMessage', 'DigestDeliveryQueue', hourOfMillion.waited),
  ofQueue('NumberOfMessagesDeleted', 'DigestDeliveryQueue', hourOfMillion.done),
  given('DigestPlanningMissedTicks', 0),
  given('DigestDeliveryDeadLetters', 0),
  given('NoticesDeadLetters', 0),
  given('FeedbackDeadLetters', 0),
  own('completeness-check', 'digestsMissing', 0),
  ofFunction('Errors', 'digest-sender', 2),
  ofFunction('Errors', 'digest-planner', 2),
  ofApi('5xx', 0),
  ofApi('Latency', 900, 900, 900),
];

const harms: readonly [when: string, runbook: string, measured: Measured][] = [
  ['no tick is planned any more', 'No ticks', []],
  ['a digest that was due is on no record', 'Digests missing', [own('completeness-check', 'digestsMissing', 0, 1)]],
  ['no check comes any more', 'Digests missing', []],
  ['the planner fails at a tick until it is given up', 'Ticks not planned', [given('DigestPlanningMissedTicks', 1)]],
  ['a digest is given up', 'Digests not sent', [given('DigestDeliveryDeadLetters', 1)]],
  ['a request for a notice is given up', 'Notices not sent', [given('NoticesDeadLetters', 1)]],
  ['an event of SES is given up', 'Feedback not applied', [given('FeedbackDeadLetters', 1)]],
  [
    'digests wait and none goes out',
    'Digests stand still',
    [ofQueue('ApproximateAgeOfOldestMessage', 'DigestDeliveryQueue', 3_700)],
  ],
  ['the sender breaks down', 'Digest sender fails', [ofFunction('Errors', 'digest-sender', 3)]],
  [
    'the account is in the sandbox',
    'SES sandbox',
    [own('notice-sender', 'inSandbox', Number(isSandbox(quotaOfSandbox)))],
  ],
  [
    'digests soon find no room any more',
    'Quota nearly used',
    [own('digest-sender', 'quotaUsed', percentUsed({ ...quotaOfMillion, sentInLastDay: 1_080_000 }))],
  ],
  ['the brake is on', 'Sending braked', [own('feedback', 'sendingBraked', 1)]],
  ['strangers sign up addresses that bounce', 'Confirmations braked', [own('feedback', 'confirmationsBraked', 1)]],
  ['somebody floods the form', 'Confirmations refused', [own('notice-sender', 'confirmationsRefused', 1)]],
  ['the API answers with errors', 'Pages fail', [ofApi('5xx', 3)]],
  ['the API answers slowly for a quarter of an hour', 'Pages slow', [ofApi('Latency', 3_100, 3_500, 3_000)]],
];

test.each(harms)('when %s, the alarm is raised whose heading in the runbook is: %s', (_when, runbook, measured) => {
  expect(isRaised(alarmOf(template, runbook), measured)).toBe(true);
});

test('an alarm on silence is judged by its own period alone, however long CloudWatch would wait for missing data', () => {
  const onSilence = alarms.filter(({ Properties }) => isRaised(Properties, []));
  expect(onSilence.map(({ Properties }) => Properties.AlarmDescription.split(': ').at(-1)).sort()).toEqual([
    'Digests missing',
    'No ticks',
  ]);
  for (const { Properties } of onSilence) {
    const [{ Expression }] = Properties.Metrics.filter((metric: { Expression?: string }) => metric.Expression);
    expect(Expression).toContain('FILL(');
    expect(Properties.TreatMissingData).not.toBe('breaching');
  }
});

test('a fresh stack raises none: its seeder has published zeros for the functions that have yet to run', () => {
  const first = [own('digest-planner', 'runsPlanned', 1), own('completeness-check', 'digestsMissing', 0)];
  const raised = alarms.filter(({ Properties }) => isRaised(Properties, first));
  expect(raised).toEqual([]);
  const [dataset = ''] = Object.keys(template.findResources('Custom::Dataset'));
  const onSilence = Object.values(template.findResources('AWS::CloudWatch::Alarm')).filter(({ Properties }) =>
    isRaised(Properties, []),
  );
  for (const { DependsOn } of onSilence) expect(DependsOn).toContain(dataset);
});

test('each alarm of the stack is tripped by one of these harms', () => {
  const tripped = new Set(harms.map(([, runbook]) => runbook));
  expect(alarms.map(({ Properties }) => Properties.AlarmDescription.split(': ').at(-1)).sort()).toEqual(
    [...tripped].sort(),
  );
});

test('the healthy run measures all that any alarm watches', () => {
  const measured = healthyMillion.map(nameOfMetric);
  for (const { Properties } of alarms) expect(measured).toEqual(expect.arrayContaining(watchedBy(Properties)));
});

test('a healthy run of a million at full speed raises none', () => {
  const raised = alarms.filter(({ Properties }) => isRaised(Properties, healthyMillion));
  expect(raised.map(({ Properties }) => Properties.AlarmDescription)).toEqual([]);
});

test('every alarm notifies the topic, which CloudWatch may publish to and which mails the address that the operator sets', () => {
  for (const { Properties } of alarms) expect(Properties.AlarmActions.map(nameOf)).toEqual(['WatchAlarms']);
  const policies = Object.values(template.findResources('AWS::SNS::TopicPolicy'));
  expect(JSON.stringify(policies)).toContain('"Service":"cloudwatch.amazonaws.com"');
  synthesize({ alarmEmail: 'ops@example.org' }).hasResourceProperties('AWS::SNS::Subscription', {
    Protocol: 'email',
    Endpoint: 'ops@example.org',
  });
});

test('the dashboard shows every alarm and what became of the digests of the day', () => {
  const [dashboard] = Object.values(template.findResources('AWS::CloudWatch::Dashboard'));
  const body = JSON.stringify(dashboard?.Properties.DashboardBody);
  expect(body).toContain('Did everyone get their digest today?');
  for (const id of Object.keys(template.findResources('AWS::CloudWatch::Alarm'))) expect(body).toContain(id);
  const shown = ['runsPlanned', 'digestsDue', 'digestsMissing'] as const;
  for (const metric of shown) expect(body).toContain(metricNames[metric]);
});

function idOf(name: string): string {
  const functions = Object.entries(template.findResources('AWS::Lambda::Function'));
  const deployed = functionNamed(template, name);
  return nameOf(functions.find(([, { Properties }]) => Properties === deployed)?.[0]);
}
