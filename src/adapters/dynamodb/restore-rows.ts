import { type DynamoDBDocumentClient, PutCommand, paginateScan, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { inParallel } from '../../in-parallel.ts';
import { isWritten } from './conditional-write.ts';
import type { TableShape } from './table-shapes.ts';

export type RestoreReport = { readonly putBack: number; readonly kept: number };

type Tables = { readonly from: string; readonly into: string; readonly shape: TableShape };
type Row = Record<string, unknown>;

const ROWS_AT_ONCE = 32;

/**
 * Copies rows of a restored table that the live one lacks. Keeps existing rows, which are newer, but adds missing members
 * to their sets, such as the zone-hours in use. Safe to repeat.
 */
export async function restoreRows(
  client: DynamoDBDocumentClient,
  { from, into, shape }: Tables,
): Promise<RestoreReport> {
  const [partition] = shape.key;
  const condition = {
    ConditionExpression: 'attribute_not_exists(#key)',
    ExpressionAttributeNames: { '#key': partition },
  };
  let putBack = 0;
  let kept = 0;
  for await (const { Items = [] } of paginateScan({ client }, { TableName: from, ConsistentRead: true })) {
    await inParallel(Items, ROWS_AT_ONCE, async (row) => {
      if (await isWritten(client.send(new PutCommand({ TableName: into, Item: row, ...condition })))) putBack += 1;
      else {
        await completeSets(client, into, keyAndSets(row, shape));
        kept += 1;
      }
    });
  }
  return { putBack, kept };
}

function keyAndSets(row: Row, { key }: TableShape) {
  const isKey = (name: string) => key.some((attribute) => attribute === name);
  const entries = Object.entries(row);
  return {
    key: Object.fromEntries(entries.filter(([name]) => isKey(name))),
    sets: entries.filter(([, value]) => value instanceof Set),
  };
}

async function completeSets(
  client: DynamoDBDocumentClient,
  table: string,
  { key, sets }: ReturnType<typeof keyAndSets>,
) {
  for (const [name, value] of sets) {
    const update = { UpdateExpression: 'ADD #set :lost', ExpressionAttributeNames: { '#set': name } };
    const values = { ExpressionAttributeValues: { ':lost': value } };
    await client.send(new UpdateCommand({ TableName: table, Key: key, ...update, ...values }));
  }
}
