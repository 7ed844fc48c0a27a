import { expect, test } from 'vitest';
import { synthesize } from './template.ts';

/** Dollars a month by the list prices of docs/cost.md, beside the free tier that does not end. */
const SECRET = 0.4;
const ALARM_METRIC = { price: 0.1, free: 10 };
const FREE_DASHBOARDS = 3;

const template = synthesize();
const count = (type: string) => Object.keys(template.findResources(type)).length;

test('an idle stack costs at most a dollar a month: what is paid by the hour is one secret and a few alarms', () => {
  const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm'));
  const watched = alarms.flatMap(({ Properties }) => (Properties.Metrics ?? [{ MetricStat: {} }]).filter(isMeasured));
  const paid = Math.max(0, watched.length - ALARM_METRIC.free);
  expect(count('AWS::CloudWatch::Dashboard')).toBeLessThanOrEqual(FREE_DASHBOARDS);
  expect(count('AWS::SecretsManager::Secret') * SECRET + paid * ALARM_METRIC.price).toBeLessThanOrEqual(1);
});

test('nothing else is paid while nobody asks for it', () => {
  const types = new Set(Object.values(template.toJSON().Resources).map((resource) => Object(resource).Type));
  const byTheHour = ['AWS::EC2::', 'AWS::RDS::', 'AWS::WAFv2::', 'AWS::KMS::Key', 'AWS::Route53::HostedZone'];
  expect([...types].filter((type) => byTheHour.some((prefix) => type.startsWith(prefix)))).toEqual([]);
});

function isMeasured({ MetricStat }: { MetricStat?: object }): boolean {
  return MetricStat !== undefined;
}
