import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { prices } from '../../bench/prices.ts';
import { root, synthesize } from './template.ts';

/** Dollars a month by the list prices of docs/cost.md, beside the free tier that does not end. */
const SECRET = 0.4;
const ALARM_METRIC = { price: 0.1, free: 10 };
const FREE_DASHBOARDS = 3;
/** What Lambda asks of a queue in which nothing is: five pollers that wait 20 seconds. */
const LOOKS_A_MONTH = 5 * 3 * 60 * 24 * 30;
const FREE_SQS_REQUESTS = 1_000_000;

const template = synthesize();
const count = (type: string) => Object.keys(template.findResources(type)).length;

test('what is paid by the hour is one secret and a few alarms: at most a dollar a month', () => {
  const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm'));
  const watched = alarms.flatMap(({ Properties }) => (Properties.Metrics ?? [{ MetricStat: {} }]).filter(isMeasured));
  const paid = Math.max(0, watched.length - ALARM_METRIC.free);
  expect(count('AWS::CloudWatch::Dashboard')).toBeLessThanOrEqual(FREE_DASHBOARDS);
  expect(count('AWS::SecretsManager::Secret') * SECRET + paid * ALARM_METRIC.price).toBeLessThanOrEqual(1);
});

test('what Lambda asks of empty queues costs what docs/cost.md says', () => {
  const asked = count('AWS::Lambda::EventSourceMapping') * LOOKS_A_MONTH - FREE_SQS_REQUESTS;
  const said = /^\| Lambda looks into .* \| ([\d.]+) \|$/m.exec(readFileSync(join(root, 'docs', 'cost.md'), 'utf8'));
  expect(said?.[1]).toBe((asked * prices.sqsRequest).toFixed(2));
});

test('nothing else is paid while nobody asks for it', () => {
  const types = new Set(Object.values(template.toJSON().Resources).map((resource) => Object(resource).Type));
  const byTheHour = ['AWS::EC2::', 'AWS::RDS::', 'AWS::WAFv2::', 'AWS::KMS::Key', 'AWS::Route53::HostedZone'];
  expect([...types].filter((type) => byTheHour.some((prefix) => type.startsWith(prefix)))).toEqual([]);
});

function isMeasured({ MetricStat }: { MetricStat?: object }): boolean {
  return MetricStat !== undefined;
}
