import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { brakeTables } from '../../src/adapters/dynamodb/brake-table.ts';
import { deliveryTable } from '../../src/adapters/dynamodb/delivery-table.ts';
import { noticeFeedback } from '../../src/adapters/dynamodb/mail-feedback.ts';
import { subscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import { watermarkTable } from '../../src/adapters/dynamodb/watermark-table.ts';
import { newDocumentClient } from '../../src/adapters/lambda/clients.ts';
import { environment } from '../../src/adapters/lambda/env.ts';
import { metrics, publishCounts } from '../../src/adapters/lambda/log.ts';
import { metricNames } from '../../src/adapters/lambda/metric-names.ts';
import { applyBatch, type BatchPorts } from './apply-batch.ts';

const env = environment('SUBSCRIBERS_TABLE', 'DELIVERIES_TABLE', 'LIMITS_TABLE');
const documents = newDocumentClient();

const ports: BatchPorts = {
  subscribers: subscriberTable(documents, env.SUBSCRIBERS_TABLE, () => new Date()),
  deliveries: deliveryTable(documents, env.DELIVERIES_TABLE),
  notices: noticeFeedback(documents, env.LIMITS_TABLE),
  brakes: brakeTables(documents, env.LIMITS_TABLE),
  watermark: watermarkTable(documents, env.LIMITS_TABLE),
  tellBrake: (isOn, name) => metrics.addMetric(brakeMetrics[name], MetricUnit.Count, Number(isOn)),
  now: () => new Date(),
};

const brakeMetrics = { confirmed: metricNames.sendingBraked, unconfirmed: metricNames.confirmationsBraked } as const;

export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  try {
    return await applyBatch(event, ports);
  } finally {
    publishCounts();
  }
}
