import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Context } from 'aws-lambda';
import { relationsTable } from '../../src/adapters/dynamodb/relations-table.ts';
import { runTable } from '../../src/adapters/dynamodb/run-table.ts';
import { subscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import { newDocumentClient, newLambdaClient } from '../../src/adapters/lambda/clients.ts';
import { environment } from '../../src/adapters/lambda/env.ts';
import { functionCaller } from '../../src/adapters/lambda/function-caller.ts';
import { logger, metrics, publishCounts } from '../../src/adapters/lambda/log.ts';
import { metricNames } from '../../src/adapters/lambda/metric-names.ts';
import { digestQueue } from '../../src/adapters/sqs/digest-queue.ts';
import { noticeQueue } from '../../src/adapters/sqs/notice-queue.ts';
import { newSqsClient } from '../../src/adapters/sqs/sqs-client.ts';
import type { PlanRun } from '../../src/domain/plan-run.ts';
import { dueFacts } from '../../src/relations/due-facts.ts';
import { keptDays } from '../../src/relations/kept-days.ts';
import { readPlanRequest } from './plan-request.ts';
import { type Outcome, type Ports, planThrough } from './plan-through.ts';
import { type Replay, replayTick } from './replay-tick.ts';

const env = environment('RELATIONS_TABLE', 'SUBSCRIBERS_TABLE', 'RUNS_TABLE', 'DIGEST_QUEUE_URL', 'NOTICE_QUEUE_URL');
const documents = newDocumentClient();
const sqs = newSqsClient();
const planner = functionCaller(newLambdaClient());
const daysOfRun = keptDays(relationsTable(documents, env.RELATIONS_TABLE));
const runs = runTable(documents, env.RUNS_TABLE);

const ports: Ports = {
  subscribers: subscriberTable(documents, env.SUBSCRIBERS_TABLE, () => new Date()),
  runs,
  dueFacts: () => dueFacts(daysOfRun()),
  queue: digestQueue(sqs, env.DIGEST_QUEUE_URL),
  notices: noticeQueue(sqs, env.NOTICE_QUEUE_URL),
  now: () => new Date(),
};

/** The time (ms) to leave for the current page, and for calling the next invocation. */
const MS_TO_END = 60_000;

export async function handler(event: unknown, context: Context): Promise<Outcome | Replay | 'not-on-record'> {
  const { tick, replay } = readPlanRequest(event);
  if (replay) return (await replayTick(tick, { ...ports, runs, dueFacts: ports.dueFacts() })) ?? 'not-on-record';
  const invocation = {
    holder: context.awsRequestId,
    hasTime: () => context.getRemainingTimeInMillis() > MS_TO_END,
    onRun: tell,
  };
  try {
    const outcome = await planThrough(tick, invocation, ports);
    if (outcome === 'unfinished') await planner.callLater(context.invokedFunctionArn, { tick: tick.toISOString() });
    logger.info('Planned', { tick: tick.toISOString(), outcome });
    return outcome;
  } finally {
    publishCounts();
  }
}

function tell({ after, through, counts }: PlanRun): void {
  logger.info('Planned a run', { after: after.toISOString(), through: through.toISOString(), ...counts });
  metrics.addMetric(metricNames.runsPlanned, MetricUnit.Count, 1);
}
