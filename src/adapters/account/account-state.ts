import { type CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { type DynamoDBClient, paginateListTables } from '@aws-sdk/client-dynamodb';
import { GetAccountSettingsCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import { GetAccountCommand, GetEmailIdentityCommand, NotFoundException, type SESv2Client } from '@aws-sdk/client-sesv2';

/** Returns how many functions the account may run at once in the region. */
export async function readConcurrency(client: LambdaClient): Promise<number> {
  const { AccountLimit } = await client.send(new GetAccountSettingsCommand({}));
  return AccountLimit?.ConcurrentExecutions ?? 0;
}

/** Reads the outputs of a stack; `undefined` if no stack has that name. */
export async function readOutputs(client: CloudFormationClient, StackName: string) {
  const { Stacks: [stack] = [] } = await client
    .send(new DescribeStacksCommand({ StackName }))
    .catch((error) => (error.name === 'ValidationError' ? { Stacks: [] } : Promise.reject(error)));
  return (
    stack && Object.fromEntries((stack.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]))
  );
}

export async function isKnownIdentity(client: SESv2Client, identity: string): Promise<boolean> {
  return client.send(new GetEmailIdentityCommand({ EmailIdentity: identity })).then(
    () => true,
    (error) => (error instanceof NotFoundException ? false : Promise.reject(error)),
  );
}

/** Checks whether SES mails any address, not only verified ones. @throws Error if the region has no SES */
export async function hasProductionAccess(client: SESv2Client): Promise<boolean> {
  return (await client.send(new GetAccountCommand({}))).ProductionAccessEnabled ?? false;
}

export async function tablesNamed(client: DynamoDBClient, prefix: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { TableNames = [] } of paginateListTables({ client }, { ExclusiveStartTableName: prefix })) {
    found.push(...TableNames.filter((name) => name.startsWith(prefix)));
    if (TableNames.some((name) => name > `${prefix}\uffff`)) return found;
  }
  return found;
}
