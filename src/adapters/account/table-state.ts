import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb';

export type TableState = {
  readonly table: string;
  /** `ACTIVE` when it can be read and written; `MISSING` if no table has that name. */
  readonly status: string;
  /** An approximate count, which DynamoDB updates every six hours. */
  readonly items: number;
  readonly isProtected: boolean;
};

export async function readTableState(client: DynamoDBClient, table: string): Promise<TableState> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: table })).catch(noTable);
  const {
    TableStatus: status = 'MISSING',
    ItemCount: items = 0,
    DeletionProtectionEnabled: isProtected = false,
  } = Table ?? {};
  return { table, status, items, isProtected };
}

function noTable(error: unknown): { readonly Table: undefined } {
  if (error instanceof ResourceNotFoundException) return { Table: undefined };
  throw error;
}

/** Checks whether the table can be restored to any second of the last 35 days. */
export async function isRecoverable(client: DynamoDBClient, table: string): Promise<boolean> {
  const { ContinuousBackupsDescription } = await client.send(
    new DescribeContinuousBackupsCommand({ TableName: table }),
  );
  return ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus === 'ENABLED';
}
