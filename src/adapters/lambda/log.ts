import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';

/** Structured log of ids and outcomes. Addresses and tokens never enter it. */
export const logger = new Logger();

/** Counts that the alarms watch. */
export const metrics = new Metrics();

/** Writes down what was counted since the last time; where nothing was, Powertools would warn of it. */
export function publishCounts(): void {
  if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
}
