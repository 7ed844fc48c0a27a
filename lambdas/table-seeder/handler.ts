import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import { MAX_REMOVED, relationsSeed, type SeedReport } from '../../src/adapters/dynamodb/relations-seed.ts';
import { answerDeployment } from '../../src/adapters/lambda/answer-deployment.ts';
import { newDocumentClient } from '../../src/adapters/lambda/clients.ts';
import { environment } from '../../src/adapters/lambda/env.ts';
import { logger, publishCounts, publishZero } from '../../src/adapters/lambda/log.ts';
import { metricNames } from '../../src/adapters/lambda/metric-names.ts';
import { readResolvedDataset } from '../../src/dataset/resolved-dataset.ts';

const env = environment('RELATIONS_TABLE');
const relations = relationsSeed(newDocumentClient(), env.RELATIONS_TABLE);

/** Seeds the table in every deployment that changes the data; does nothing when the stack is deleted. */
export async function handler(event: CloudFormationCustomResourceEvent): Promise<void> {
  try {
    if (event.RequestType === 'Create') startHeartbeats();
    await answerDeployment(event, () => (event.RequestType === 'Delete' ? Promise.resolve({}) : seed(event)));
  } finally {
    publishCounts();
  }
}

/** Publishes zeros for functions that have not run yet, from which the alarms on their silence count. */
function startHeartbeats(): void {
  publishZero('digest-planner', metricNames.runsPlanned);
  publishZero('completeness-check', metricNames.digestsMissing);
}

async function seed({ ResourceProperties }: CloudFormationCustomResourceEvent): Promise<SeedReport> {
  const { timelines, sources, states } = readResolvedDataset(readBesideBundle);
  const maxRemoved = ResourceProperties.removeEvents === 'true' ? undefined : MAX_REMOVED;
  const options = { states, now: () => new Date(), maxRemoved };
  const report = await relations.seed(timelines, sources, options);
  logger.info('Seeded the relations table', { report });
  return report;
}

function readBesideBundle(name: string): string {
  return readFileSync(join(import.meta.dirname, 'data', name), 'utf8');
}
