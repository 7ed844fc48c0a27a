import { resolveTxt } from 'node:dns/promises';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SNSClient } from '@aws-sdk/client-sns';
import { STSClient } from '@aws-sdk/client-sts';

export type OperatorClients = ReturnType<typeof newOperatorClients>;

/** Creates the SDK clients of the operator's commands. No function bundles them. */
export function newOperatorClients() {
  return {
    sts: new STSClient(),
    cloudFormation: new CloudFormationClient(),
    cloudWatch: new CloudWatchClient(),
    dynamoDb: new DynamoDBClient(),
    lambda: new LambdaClient(),
    ses: new SESv2Client(),
    sns: new SNSClient(),
    resolveTxt,
  };
}
