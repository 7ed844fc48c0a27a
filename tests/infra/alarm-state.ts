import type { Template } from 'aws-cdk-lib/assertions';
import { nameOf } from './template.ts';

/** A metric as an alarm names it and as code or a service publishes it. */
export type MetricKey = {
  readonly Namespace: string;
  readonly MetricName: string;
  readonly Dimensions: readonly { readonly Name: string; readonly Value: unknown }[];
};

/** What was measured: the statistic of each period, latest last; `undefined` where nothing was measured. */
export type Measured = readonly (MetricKey & { readonly values: readonly (number | undefined)[] })[];

/** The alarm of that runbook heading, as the template describes it. */
export function alarmOf(template: Template, runbook: string) {
  const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm'));
  const found = alarms.find(({ Properties }) => Properties.AlarmDescription.endsWith(`: ${runbook}`));
  if (found === undefined) throw new Error(`No alarm leads to ${runbook}`);
  return found.Properties;
}

/**
 * Whether CloudWatch would raise the alarm over the last periods: all of them must breach, and a period without data is
 * what `TreatMissingData` says. Only the metrics that the alarm names are looked at, under the very names that it gives.
 */
export function isRaised(alarm: ReturnType<typeof alarmOf>, measured: Measured): boolean {
  const periods = Array.from({ length: alarm.EvaluationPeriods }, (_, index) => valueAt(alarm, measured, index + 1));
  return periods.every((value) =>
    value === undefined ? alarm.TreatMissingData === 'breaching' : breaches(alarm, value),
  );
}

function breaches({ ComparisonOperator, Threshold }: ReturnType<typeof alarmOf>, value: number): boolean {
  if (ComparisonOperator === 'GreaterThanOrEqualToThreshold') return value >= Threshold;
  if (ComparisonOperator === 'LessThanThreshold') return value < Threshold;
  throw new Error(`Nobody here knows ${ComparisonOperator}`);
}

/** `back` periods before now. */
function valueAt(alarm: ReturnType<typeof alarmOf>, measured: Measured, back: number): number | undefined {
  if (alarm.Metrics === undefined) return lookUp(alarm, measured, back);
  const values = new Map<string, number | undefined>();
  for (const { Id, MetricStat } of alarm.Metrics)
    if (MetricStat) values.set(Id, lookUp(MetricStat.Metric, measured, back));
  const [{ Expression }] = alarm.Metrics.filter(({ Expression }: { Expression?: string }) => Expression);
  return evaluate(Expression, values);
}

function lookUp(asked: MetricKey, measured: Measured, back: number): number | undefined {
  return measured.find((one) => nameOfMetric(one) === nameOfMetric(asked))?.values.at(-back);
}

/** The metrics that an alarm looks at, by name. */
export function watchedBy(alarm: ReturnType<typeof alarmOf>): string[] {
  if (alarm.Metrics === undefined) return [nameOfMetric(alarm)];
  return alarm.Metrics.flatMap(({ MetricStat }: { MetricStat?: { Metric: MetricKey } }) =>
    MetricStat ? [nameOfMetric(MetricStat.Metric)] : [],
  );
}

export function nameOfMetric({ Namespace, MetricName, Dimensions }: MetricKey): string {
  return [Namespace, MetricName, ...Dimensions.map(({ Name, Value }) => `${Name}=${nameOf(Value)}`)].join(' ');
}

/** Metric math as far as the alarms use it: `IF(FILL(name, value) < number, name or number, number)` and `FILL(name, value)`. */
function evaluate(expression: string, values: ReadonlyMap<string, number | undefined>): number | undefined {
  const [, alone, value] = /^FILL\((\w+), (\d+)\)$/.exec(expression) ?? [];
  if (alone !== undefined) return values.get(alone) ?? Number(value);
  const parts = /^IF\(FILL\((\w+), (\d+)\) < (\d+), (\w+), (\d+)\)$/.exec(expression);
  if (parts === null) throw new Error(`Nobody here knows ${expression}`);
  const [, filled = '', otherwise, limit, then = '', or] = parts;
  const met = /^\d+$/.test(then) ? Number(then) : values.get(then);
  return (values.get(filled) ?? Number(otherwise)) < Number(limit) ? met : Number(or);
}
