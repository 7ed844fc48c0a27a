import { Readable } from 'node:stream';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { localAccount } from '../../cli/local/local-account.ts';
import { subscriberRow, zoneHourText } from '../../src/adapters/dynamodb/subscriber-rows.ts';
import { subscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import type { Subscriber } from '../../src/domain/subscriber.ts';
import { type Followable, subscriberNumber } from './mix.ts';
import { waitingAt, zoneHours } from './zone-hours.ts';

/** The rows that fit into a page of DynamoDB, at most 1 MB. */
const ROWS_PER_PAGE = 1_600;

const byText = new Map(zoneHours.map((zoneHour) => [zoneHourText(zoneHour), zoneHour]));

const question = z.object({
  ExpressionAttributeValues: z.object({ ':zoneHour': z.object({ S: z.string() }) }),
  ExclusiveStartKey: z.object({ after: z.object({ N: z.coerce.number() }) }).optional(),
});

/**
 * Creates the product's table of subscribers on the SDK's own client, with `all` subscribers, generated page by page in the
 * exact bytes of DynamoDB's responses. Calls the listeners with each query and response.
 */
export function fedTable({ all, followable }: Crowd, { onQuestion, onAnswer }: Listeners) {
  const handle = async ({ body }: { body?: Uint8Array }) => {
    onQuestion();
    const text = answer(question.parse(JSON.parse(new TextDecoder().decode(body))), { all, followable });
    onAnswer(text);
    return { response: { statusCode: 200, headers: {}, body: Readable.from([Buffer.from(text)]) } };
  };
  const client = new DynamoDBClient({ ...localAccount, endpoint: 'http://localhost', requestHandler: { handle } });
  return subscriberTable(DynamoDBDocumentClient.from(client), 'subscribers', () => new Date());
}

/** The number of subscribers, and the states and pairs that they choose from. */
type Crowd = { readonly all: number; readonly followable: Followable };
type Listeners = { readonly onQuestion: () => void; readonly onAnswer: (text: string) => void };

function answer({ ExpressionAttributeValues, ExclusiveStartKey }: z.infer<typeof question>, crowd: Crowd): string {
  const zoneHour = byText.get(ExpressionAttributeValues[':zoneHour'].S);
  if (zoneHour === undefined) throw new RangeError('There is no such zone-hour');
  const waiting = waitingAt(zoneHour, crowd.all);
  const from = ExclusiveStartKey?.after.N ?? 0;
  const through = Math.min(waiting, from + ROWS_PER_PAGE);
  const Items = Array.from({ length: through - from }, (_, index) =>
    toItem(subscriberNumber(from + index, zoneHour, crowd.followable)),
  );
  const LastEvaluatedKey = through < waiting ? { after: { N: String(through) } } : undefined;
  return JSON.stringify({ Count: Items.length, ScannedCount: Items.length, Items, LastEvaluatedKey });
}

/** Converts a row to DynamoDB's JSON: each value with its type. */
function toItem(subscriber: Subscriber): Record<string, object> {
  const present = Object.entries(subscriberRow(subscriber)).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    present.map(([name, value]) => [name, typeof value === 'number' ? { N: String(value) } : { S: value }]),
  );
}
