import { ConditionalCheckFailedException, DynamoDBClient, ReturnValue } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  type BatchGetCommandInput,
  BatchWriteCommand,
  type BatchWriteCommandInput,
  DeleteCommand,
  type DeleteCommandInput,
  DynamoDBDocumentClient,
  GetCommand,
  type GetCommandInput,
  PutCommand,
  type PutCommandInput,
  QueryCommand,
  type QueryCommandInput,
  ScanCommand,
  type ScanCommandInput,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { type KeyAttributes, type TableShape, tableShapes } from '../../src/adapters/dynamodb/table-shapes.ts';
import { type Item, isItem, meets, update } from './expressions.ts';

export type TablesInMemory = ReturnType<typeof tablesInMemory>;

export type MemorySettings = {
  /** The most items of one page of a query; without it a page is 1 MB, as DynamoDB's. */
  readonly itemsPerPage?: number;
  /** Called with every item that is written. */
  readonly onWrite?: (table: string, item: Item) => void;
};

/** The most bytes of one page. */
const PAGE_BYTES = 1_048_576;

const shapes = new Map<string, TableShape>(Object.entries(tableShapes));
const offline = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'us-east-1' }));

/**
 * The tables of the product in plain maps, behind DynamoDB's own commands: the same conditions, updates, indexes and
 * pages, hundreds of times as fast. The tests of the tables run on it and on the real protocol alike.
 */
export function tablesInMemory({ itemsPerPage, onWrite = () => {} }: MemorySettings = {}) {
  const tables = new Map([...shapes].map(([name, shape]) => [name, aTable(shape)]));

  function tableOf(name: string | undefined): Table {
    const table = tables.get(name ?? '');
    if (table === undefined) throw new Error(`No table ${name}`);
    return table;
  }

  function get({ TableName, Key }: GetCommandInput) {
    return { Item: copyOf(tableOf(TableName).find(copyOf(Key) ?? {})) };
  }

  function put(input: PutCommandInput) {
    const [table, item] = [tableOf(input.TableName), copyOf(input.Item) ?? {}];
    insist(table.find(item), input);
    table.put(item);
    onWrite(input.TableName ?? '', item);
    return {};
  }

  function change(input: UpdateCommandInput) {
    const [table, key] = [tableOf(input.TableName), copyOf(input.Key) ?? {}];
    const known = table.find(key);
    insist(known, input);
    const after = { ...key, ...copyOf(known) };
    update(known ?? {}, after, input.UpdateExpression ?? '', {
      ...input,
      ExpressionAttributeValues: copyOf(input.ExpressionAttributeValues),
    });
    table.put(after);
    onWrite(input.TableName ?? '', after);
    return input.ReturnValues === ReturnValue.ALL_NEW ? { Attributes: copyOf(after) } : {};
  }

  function remove(input: DeleteCommandInput) {
    const table = tableOf(input.TableName);
    insist(table.find(input.Key ?? {}), input);
    table.remove(input.Key ?? {});
    return {};
  }

  function writeBatch({ RequestItems = {} }: BatchWriteCommandInput) {
    for (const [TableName, requests] of Object.entries(RequestItems)) {
      for (const { PutRequest, DeleteRequest } of requests) {
        if (PutRequest) put({ TableName, Item: PutRequest.Item });
        if (DeleteRequest) remove({ TableName, Key: DeleteRequest.Key });
      }
    }
    return { UnprocessedItems: {} };
  }

  function getBatch({ RequestItems = {} }: BatchGetCommandInput) {
    const found = Object.entries(RequestItems).map(([TableName, { Keys = [] }]) => [
      TableName,
      Keys.map((Key) => get({ TableName, Key }).Item).filter((item) => item !== undefined),
    ]);
    return { Responses: Object.fromEntries(found), UnprocessedKeys: {} };
  }

  function query(input: QueryCommandInput) {
    const { KeyConditionExpression = '', ScanIndexForward = true } = input;
    const { items, positionOf } = tableOf(input.TableName).inOrder(input.IndexName);
    const found = items(input).filter((item) => meets(item, KeyConditionExpression, input));
    return pageOf(ScanIndexForward ? found : found.reverse(), { input, positionOf, itemsPerPage });
  }

  function scan(input: ScanCommandInput) {
    const { items, positionOf } = tableOf(input.TableName).inOrder(undefined);
    return pageOf(items(), { input, positionOf, itemsPerPage });
  }

  /** What DynamoDB answers to a command. */
  function answer(command: unknown): unknown {
    if (command instanceof GetCommand) return get(command.input);
    if (command instanceof PutCommand) return put(command.input);
    if (command instanceof UpdateCommand) return change(command.input);
    if (command instanceof DeleteCommand) return remove(command.input);
    if (command instanceof QueryCommand) return query(command.input);
    if (command instanceof ScanCommand) return scan(command.input);
    if (command instanceof BatchGetCommand) return getBatch(command.input);
    if (command instanceof BatchWriteCommand) return writeBatch(command.input);
    throw new Error('Not understood: a command of another kind');
  }

  return {
    answer,
    client: documentClientOver(async (command) => answer(command)),
    /** Everything in a table. */
    items: (name: keyof typeof tableShapes): Item[] => tableOf(name).inOrder(undefined).items(),
    /** Empties a table. */
    clear: (name: keyof typeof tableShapes): void => tableOf(name).clear(),
  };
}

/** A client of DynamoDB whose commands are answered by `send`. */
export function documentClientOver(send: (command: unknown) => Promise<unknown>): DynamoDBDocumentClient {
  return Object.assign(Object.create(offline), { send });
}

type Table = ReturnType<typeof aTable>;

function aTable({ key, indexes }: TableShape) {
  const items = new Map<string, Item>();
  const orders = new Map(Object.entries({ '': key, ...indexes }).map(([name, by]) => [name, anOrder(by, key)]));

  function remove(item: Item): void {
    const known = items.get(nameOf(item, key));
    if (known) for (const order of orders.values()) order.remove(known);
    items.delete(nameOf(item, key));
  }

  return {
    find: (item: Item): Item | undefined => items.get(nameOf(item, key)),
    remove,
    put(item: Item): void {
      remove(item);
      items.set(nameOf(item, key), item);
      for (const order of orders.values()) order.add(item);
    },
    clear(): void {
      items.clear();
      for (const order of orders.values()) order.clear();
    },
    inOrder(index: string | undefined) {
      const order = orders.get(index ?? '');
      if (order === undefined) throw new Error(`No index ${index}`);
      return order;
    },
  };
}

/** The items that have the attributes of an index, by its partitions and in the order of its sort key. */
function anOrder([partition, sort]: KeyAttributes, key: KeyAttributes) {
  const partitions = new Map<unknown, Map<string, Item>>();
  const positionOf = (item: Item): string => `${sort ? item[sort] : ''}\u0000${nameOf(item, key)}`;

  return {
    positionOf,
    add(item: Item): void {
      const value = item[partition];
      if (value === undefined || (sort && item[sort] === undefined)) return;
      const items = partitions.get(value) ?? new Map<string, Item>();
      partitions.set(value, items.set(positionOf(item), item));
    },
    remove: (item: Item): void => void partitions.get(item[partition])?.delete(positionOf(item)),
    clear: (): void => partitions.clear(),
    /** Those that a query may find, or all. */
    items(query?: QueryCommandInput): Item[] {
      const values = Object.values(query?.ExpressionAttributeValues ?? {});
      const asked = query ? values.map((value) => partitions.get(value)) : [...partitions.values()];
      const found = asked.flatMap((items) => [...(items ?? [])]);
      return found.sort(([one], [other]) => (one < other ? -1 : 1)).map(([, item]) => item);
    },
  };
}

type Paging = {
  readonly input: QueryCommandInput | ScanCommandInput;
  readonly positionOf: (item: Item) => string;
  readonly itemsPerPage: number | undefined;
};

function pageOf(all: readonly Item[], { input, positionOf, itemsPerPage }: Paging) {
  const { ExclusiveStartKey: after, FilterExpression, Limit = itemsPerPage } = input;
  const isBackward = 'ScanIndexForward' in input && input.ScanIndexForward === false;
  const isLeft = (item: Item) =>
    !after || (isBackward ? positionOf(item) < positionOf(after) : positionOf(item) > positionOf(after));
  const left = all.filter(isLeft);
  const page = left.slice(0, Limit ?? itemsWithin(PAGE_BYTES, left));
  const last = page.length < left.length ? page.at(-1) : undefined;
  const Items = page
    .filter((item) => !FilterExpression || meets(item, FilterExpression, input))
    .map((item) => copyOf(item));
  return { Items, Count: Items.length, LastEvaluatedKey: last && keyOnly(last, input) };
}

function itemsWithin(bytes: number, items: readonly Item[]): number {
  let size = 0;
  const tooMany = items.findIndex((item) => {
    size += JSON.stringify(item).length;
    return size > bytes;
  });
  return tooMany < 0 ? items.length : Math.max(1, tooMany);
}

function keyOnly(item: Item, { TableName = '', ...input }: QueryCommandInput | ScanCommandInput): Item {
  const shape = shapes.get(TableName);
  const index = input.IndexName ? shape?.indexes[input.IndexName] : undefined;
  const names = [...(shape?.key ?? []), ...(index ?? [])].filter((name) => name !== undefined);
  return Object.fromEntries(names.map((name) => [name, item[name]]));
}

type Conditional = Pick<
  PutCommandInput,
  'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
>;

function insist(item: Item | undefined, { ConditionExpression, ...given }: Conditional): void {
  if (ConditionExpression === undefined || meets(item ?? {}, ConditionExpression, given)) return;
  throw new ConditionalCheckFailedException({ message: 'The conditional request failed', $metadata: {} });
}

function nameOf(item: Item, [partition, sort]: KeyAttributes): string {
  return sort ? `${item[partition]}\u0000${item[sort]}` : `${item[partition]}`;
}

/** A copy of its own, without what is undefined, as it would come back from DynamoDB. */
function copyOf<Value>(value: Value): Value;
function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Set) return new Set(value);
  if (value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map((each) => copyOf(each));
  if (!isItem(value)) return value;
  const copy: Item = {};
  for (const name of Object.keys(value)) if (value[name] !== undefined) copy[name] = copyOf(value[name]);
  return copy;
}
