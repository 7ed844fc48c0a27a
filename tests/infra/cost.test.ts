import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { prices } from '../../bench/prices.ts';
import { root, synthesize } from './template.ts';

/** Dollars a month by the list prices of docs/cost.md, beside the free tier that does not end. */
const ALARM_METRIC = { price: 0.1, free: 10 };
const FREE_DASHBOARDS = 3;
/** Lambda's requests to an empty queue: five pollers that wait 20 seconds. */
const LOOKS_A_MONTH = 5 * 3 * 60 * 24 * 30;
const FREE_SQS_REQUESTS = 1_000_000;

const template = synthesize();
const count = (type: string) => Object.keys(template.findResources(type)).length;

test('an idle stack costs at most a dollar a month, as docs/cost.md says: for alarms, and for Lambda’s polling of empty queues', () => {
  const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm'));
  const watched = alarms.flatMap(({ Properties }) => (Properties.Metrics ?? [{ MetricStat: {} }]).filter(isMeasured));
  const watching = Math.max(0, watched.length - ALARM_METRIC.free) * ALARM_METRIC.price;
  const asking = (count('AWS::Lambda::EventSourceMapping') * LOOKS_A_MONTH - FREE_SQS_REQUESTS) * prices.sqsRequest;
  expect(said('alarms')).toBe(watching.toFixed(2));
  expect(said('Lambda looks into')).toBe(asking.toFixed(2));
  expect(said('\\*\\*together')).toBe(`**${(watching + asking).toFixed(2)}**`);
  expect(watching + asking).toBeLessThanOrEqual(1);
});

test('nothing else costs anything while idle', () => {
  const types = new Set(Object.values(template.toJSON().Resources).map((resource) => Object(resource).Type));
  expect(count('AWS::CloudWatch::Dashboard')).toBeLessThanOrEqual(FREE_DASHBOARDS);
  const byTheHour = [
    'AWS::SecretsManager::',
    'AWS::EC2::',
    'AWS::RDS::',
    'AWS::WAFv2::',
    'AWS::KMS::Key',
    'AWS::Route53::HostedZone',
  ];
  expect([...types].filter((type) => byTheHour.some((prefix) => type.startsWith(prefix)))).toEqual([]);
});

/** What the table of docs/cost.md has as the price of a row. */
function said(row: string): string | undefined {
  return new RegExp(`^\\| ${row}.* \\| (\\S+) \\|$`, 'm').exec(
    readFileSync(join(root, 'docs', 'cost.md'), 'utf8'),
  )?.[1];
}

function isMeasured({ MetricStat }: { MetricStat?: object }): boolean {
  return MetricStat !== undefined;
}
