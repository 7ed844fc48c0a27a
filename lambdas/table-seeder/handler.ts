import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import { newDocumentClient } from '../../src/adapters/clients.ts';
import { environment } from '../../src/adapters/env.ts';
import { logger } from '../../src/adapters/log.ts';
import { relationsSeed } from '../../src/adapters/relations-seed.ts';
import { readProductData } from '../../src/dataset/product-data.ts';
import { answerDeployment } from './answer-deployment.ts';

const env = environment('RELATIONS_TABLE');
const relations = relationsSeed(newDocumentClient(), env.RELATIONS_TABLE);

/** Runs in every deployment that changes the data; taking the stack down leaves the table as it is. */
export async function handler(event: CloudFormationCustomResourceEvent): Promise<void> {
  await answerDeployment(event, async () => {
    if (event.RequestType === 'Delete') return {};
    const { timelines, sources, states } = readProductData(readBesideBundle);
    const report = await relations.seed(timelines, sources, { states: [...states.values()] });
    logger.info('Seeded the relations table', { report });
    return report;
  });
}

function readBesideBundle(name: string): string {
  return readFileSync(join(import.meta.dirname, 'data', name), 'utf8');
}
