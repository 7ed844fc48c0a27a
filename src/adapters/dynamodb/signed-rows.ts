import * as z from 'zod';
import { endpointOf } from '../lambda/env.ts';
import { type Caller, callSigned } from '../lambda/signed-call.ts';
import type { DatasetRows } from './relations-reader.ts';

/** Reads of dataset rows at a cold start, without the DynamoDB client, which takes longer to load than the reads. */
export function signedRows(caller: Caller, table: string, now: () => Date): DatasetRows {
  async function read(operation: 'GetItem' | 'Query', question: object): Promise<Answer> {
    const input = { TableName: table, ConsistentRead: true, ...question };
    const call = { service: 'dynamodb', target: `DynamoDB_20120810.${operation}`, version: '1.0' } as const;
    return answer.parse(await callSigned(caller, { ...call, input, now: now(), endpoint: endpointOf('dynamodb') }));
  }

  return {
    table,
    async get({ pk, sk }) {
      const { Item } = await read('GetItem', { Key: { pk: { S: pk }, sk: { S: sk } } });
      return Item && readMap(Item);
    },
    async partition(pk) {
      const rows: unknown[] = [];
      const query = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': { S: pk } } };
      let ExclusiveStartKey: Item | undefined;
      do {
        const page = await read('Query', { ...query, ExclusiveStartKey });
        rows.push(...page.Items.map(readMap));
        ExclusiveStartKey = page.LastEvaluatedKey;
      } while (ExclusiveStartKey);
      return rows;
    },
  };
}

/** An attribute value in DynamoDB's JSON, of the types that the seeder writes. */
type Attribute =
  | { readonly S: string }
  | { readonly N: string }
  | { readonly B: string }
  | { readonly L: readonly Attribute[] }
  | { readonly M: Item };
type Item = Readonly<Record<string, Attribute>>;

const item = z.custom<Item>((value) => value instanceof Object, 'is no object');
const answer = z.object({ Item: item.optional(), Items: z.array(item).default([]), LastEvaluatedKey: item.optional() });
type Answer = z.output<typeof answer>;

function readAttribute(attribute: Attribute): unknown {
  if ('S' in attribute) return attribute.S;
  if ('N' in attribute) return Number(attribute.N);
  if ('B' in attribute) return Buffer.from(attribute.B, 'base64');
  return 'L' in attribute ? attribute.L.map(readAttribute) : readMap(attribute.M);
}

function readMap(map: Item): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(map).map(([name, attribute]) => [name, readAttribute(attribute)]));
}
