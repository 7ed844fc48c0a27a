import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { MetricName } from './metric-names.ts';

/** Structured log of ids and outcomes. Addresses and tokens never enter it. */
export const logger = new Logger();

/** Counts that the alarms watch. */
export const metrics = new Metrics();

/** Publishes a zero in the name of a function that has not run yet, so that its alarm does not mistake a new stack for a broken one. */
export function publishZero(serviceName: string, name: MetricName): void {
  const ofAnother = new Metrics({ serviceName });
  ofAnother.addMetric(name, MetricUnit.Count, 0);
  ofAnother.publishStoredMetrics();
}

/** Publishes the counts since the last time, if any: Powertools would warn about none. */
export function publishCounts(): void {
  if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
}
