import {
  CloudFormationClient,
  DescribeStacksCommand,
  paginateListStackResources,
} from '@aws-sdk/client-cloudformation';
import { GetCallerIdentityCommand, type STSClient } from '@aws-sdk/client-sts';

/** A stack as described by CloudFormation. */
export type DeployedStack = {
  /** Such as `UPDATE_COMPLETE`. */
  readonly status: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly resources: readonly StackResource[];
};

type StackResource = {
  /** Such as `AWS::SQS::Queue`. */
  readonly type: string;
  /** Its logical id, without the trailing hash. */
  readonly name: string;
  /** Its physical id: the URL of a queue, the name of a table. */
  readonly id: string;
};

/** Returns the account of the credentials. */
export async function readAccount(client: STSClient): Promise<string> {
  const { Account = '' } = await client.send(new GetCallerIdentityCommand({}));
  return Account;
}

/** Reads a stack by name. @throws Error if the region has none */
export async function readStack(StackName: string, client = new CloudFormationClient()): Promise<DeployedStack> {
  const { Stacks: [stack] = [] } = await client.send(new DescribeStacksCommand({ StackName }));
  const outputs = (stack?.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]);
  const resources: StackResource[] = [];
  for await (const { StackResourceSummaries = [] } of paginateListStackResources({ client }, { StackName }))
    for (const { ResourceType = '', LogicalResourceId = '', PhysicalResourceId = '' } of StackResourceSummaries)
      resources.push({ type: ResourceType, name: withoutHash(LogicalResourceId), id: PhysicalResourceId });
  return { status: stack?.StackStatus ?? '', outputs: Object.fromEntries(outputs), resources };
}

function withoutHash(logicalId: string): string {
  return logicalId.replace(/[0-9A-F]{8}$/, '');
}
