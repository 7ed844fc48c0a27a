import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { MetricName } from './metric-names.ts';

/** The structured log of ids and outcomes. Never log addresses or tokens. */
export const logger = new Logger();

/** The metrics that alarms watch. */
export const metrics = new Metrics();

/** Publishes a zero for a function that has not run yet, so that its alarm does not mistake a new stack for a broken one. */
export function publishZero(serviceName: string, name: MetricName): void {
  const ofAnother = new Metrics({ serviceName });
  ofAnother.addMetric(name, MetricUnit.Count, 0);
  ofAnother.publishStoredMetrics();
}

/** Publishes the metrics since the last time. Skips an empty set, about which Powertools would warn. */
export function publishCounts(): void {
  if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
}
