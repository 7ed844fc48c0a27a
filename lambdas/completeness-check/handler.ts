import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Context } from 'aws-lambda';
import { checkTable } from '../../src/adapters/dynamodb/check-table.ts';
import { deliveryTable } from '../../src/adapters/dynamodb/delivery-table.ts';
import { relationsTable } from '../../src/adapters/dynamodb/relations-table.ts';
import { subscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import { newDocumentClient } from '../../src/adapters/lambda/clients.ts';
import { environment } from '../../src/adapters/lambda/env.ts';
import { logger, metrics } from '../../src/adapters/lambda/log.ts';
import { metricNames } from '../../src/adapters/lambda/metric-names.ts';
import { tickEvent } from '../../src/adapters/lambda/tick-event.ts';
import type { DayCheck } from '../../src/domain/day-check.ts';
import { dueFacts } from '../../src/relations/due-facts.ts';
import { keptDays } from '../../src/relations/kept-days.ts';
import { checkThrough, type Outcome, type Ports } from './check-through.ts';

const env = environment('RELATIONS_TABLE', 'SUBSCRIBERS_TABLE', 'DELIVERIES_TABLE', 'RUNS_TABLE');
const documents = newDocumentClient();
const relations = relationsTable(documents, env.RELATIONS_TABLE);
const daysOfCheck = keptDays(relations);

const ports: Ports = {
  subscribers: subscriberTable(documents, env.SUBSCRIBERS_TABLE, () => new Date()),
  deliveries: deliveryTable(documents, env.DELIVERIES_TABLE),
  relations,
  checks: checkTable(documents, env.RUNS_TABLE),
  dueFacts: () => dueFacts(daysOfCheck()),
  now: () => new Date(),
};

/** The time (ms) to leave for the check of an hour of ticks, in which the clocks of a few zones reach three. */
const MS_TO_END = 10 * 60_000;

export async function handler(event: unknown, context: Context): Promise<Outcome> {
  const { tick } = tickEvent.parse(event);
  const hasTime = () => context.getRemainingTimeInMillis() > MS_TO_END;
  const outcome = await checkThrough(tick, { hasTime, onCheck: tell }, ports);
  logger.info('Checked', { tick: tick.toISOString(), outcome });
  count({ due: 0, missing: 0 });
  return outcome;
}

function tell({ after, through, days, counts, missing }: DayCheck): void {
  logger.info('Checked days', { after: after.toISOString(), through: through.toISOString(), days, ...counts });
  if (missing.length > 0) logger.error('Digests are missing', { subscriberIds: missing });
  count(counts);
}

/** Publishes at once, so that the result of a check survives a failure of the next one. */
function count({ due, missing }: Pick<DayCheck['counts'], 'due' | 'missing'>): void {
  metrics.addMetric(metricNames.digestsDue, MetricUnit.Count, due);
  metrics.addMetric(metricNames.digestsMissing, MetricUnit.Count, missing);
  metrics.publishStoredMetrics();
}
