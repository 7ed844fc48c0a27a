import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { embeddedDynamoDb } from '../cli/local/embedded-dynamodb.ts';
import { localAccount } from '../cli/local/local-account.ts';
import { writeBatches } from '../src/adapters/dynamodb/batch-write.ts';
import { relationsSeed } from '../src/adapters/dynamodb/relations-seed.ts';
import { snapshotRows } from '../src/adapters/dynamodb/relations-snapshot.ts';
import { median } from './measure.ts';
import { sources, states, timelines } from './real-data.ts';
import { judge, type Result } from './result.ts';

const ROUNDS = 3;

type Sample = { readonly first: number; readonly again: number; readonly yardstick: number };

/** Measures seeding an empty embedded table, and seeding it again unchanged, in s of wall time. */
export async function measureSeedTable(onProgress: (part: number) => void): Promise<Result[]> {
  const samples: Sample[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    samples.push({ ...(await withEmptyTable(seedTwice)), yardstick: await withEmptyTable(writeRows) });
    onProgress((round + 1) / ROUNDS);
  }
  const of = (side: keyof Sample) => median(samples.map((sample) => sample[side]));
  const beside = { unit: 's', yardstick: of('yardstick'), beside: 'BatchWrite of the rows' };
  return [
    judge({ name: 'seed-table: an empty table', value: of('first'), ...beside }),
    judge({ name: 'seed-table: unchanged data', value: of('again'), ...beside }),
  ];
}

async function seedTwice(documentClient: DynamoDBDocumentClient) {
  const { seed } = relationsSeed(documentClient, 'relations');
  const seedAll = () => seed(timelines, sources, { states });
  return { first: await timeInSeconds(seedAll), again: await timeInSeconds(seedAll) };
}

function writeRows(documentClient: DynamoDBDocumentClient): Promise<number> {
  return timeInSeconds(async () => {
    const puts = snapshotRows({ timelines, sources, states }).rows.map((Item) => ({ PutRequest: { Item } }));
    await writeBatches({ documentClient, tableName: 'relations' }, puts);
  });
}

async function withEmptyTable<Outcome>(work: (client: DynamoDBDocumentClient) => Promise<Outcome>): Promise<Outcome> {
  const { url, close } = await embeddedDynamoDb();
  const client = new DynamoDBClient({ ...localAccount, endpoint: url });
  const outcome = await work(DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }));
  client.destroy();
  await close();
  return outcome;
}

async function timeInSeconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
