import { DescribeContinuousBackupsCommand, DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';

export type TableState = {
  readonly table: string;
  /** `ACTIVE` when it can be read and written. */
  readonly status: string;
  /** As DynamoDB counted them some hours ago. */
  readonly items: number;
  readonly isProtected: boolean;
};

export async function readTableState(client: DynamoDBClient, table: string): Promise<TableState> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: table }));
  const {
    TableStatus: status = '',
    ItemCount: items = 0,
    DeletionProtectionEnabled: isProtected = false,
  } = Table ?? {};
  return { table, status, items, isProtected };
}

/** Whether the table can be restored to any second of the last 35 days. */
export async function isRecoverable(client: DynamoDBClient, table: string): Promise<boolean> {
  const { ContinuousBackupsDescription } = await client.send(
    new DescribeContinuousBackupsCommand({ TableName: table }),
  );
  return ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus === 'ENABLED';
}
