import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { type TableName, tableShapes } from '../../src/adapters/dynamodb/table-shapes.ts';
import type { TablesInMemory } from '../support/tables-in-memory.ts';

const expiring: readonly TableName[] = ['subscribers', 'deliveries', 'runs', 'limits'];

/** Removes all items that have expired by an instant (ms). DynamoDB takes up to two days for it. */
export function expire({ items, answer }: Pick<TablesInMemory, 'items' | 'answer'>, now: number): void {
  for (const name of expiring) {
    const key: readonly string[] = tableShapes[name].key;
    for (const item of items(name)) {
      if (typeof item.expiresAt !== 'number' || item.expiresAt * 1000 > now) continue;
      answer(new DeleteCommand({ TableName: name, Key: Object.fromEntries(key.map((each) => [each, item[each]])) }));
    }
  }
}
