import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';

/** Consumed request units of DynamoDB on demand, which it bills. */
export type Consumed = { reads: number; writes: number };

const capacity = z.object({ ConsumedCapacity: z.object({ CapacityUnits: z.number() }) });
const isConsistent = z.object({ ConsistentRead: z.literal(true) });

/**
 * Counts what the client's calls consume, by the responses. Where the embedded DynamoDB reports less than the real one bills,
 * counts like the real one: a read that finds nothing is half a unit, or a whole one if consistent, and a refused
 * conditional write is one.
 */
export function countConsumed(client: DynamoDBDocumentClient): Consumed {
  const consumed: Consumed = { reads: 0, writes: 0 };
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const isRead = /Get|Query|Scan/.test(commandName);
        const input = { ...args.input, ReturnConsumedCapacity: 'TOTAL' as const };
        try {
          const answer = await next({ ...args, input });
          const { CapacityUnits } = capacity.parse(answer.output).ConsumedCapacity;
          const least = isConsistent.safeParse(args.input).success ? 1 : 0.5;
          if (isRead) consumed.reads += Math.max(least, CapacityUnits);
          else consumed.writes += CapacityUnits;
          return answer;
        } catch (error) {
          if (!isRead) consumed.writes += 1;
          throw error;
        }
      },
    { step: 'serialize', priority: 'high', name: 'consumed' },
  );
  return consumed;
}
