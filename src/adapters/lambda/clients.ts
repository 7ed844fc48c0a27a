import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SESClient } from '@aws-sdk/client-ses';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/*
 * The clients of the AWS services, with time-outs (ms) well below a function's own. Region, credentials and endpoints come
 * from the SDK's own variables (`AWS_ENDPOINT_URL_DYNAMODB`, `…_SES`, `…_SQS`), never from code.
 */

export function newDocumentClient(): DynamoDBDocumentClient {
  const client = new DynamoDBClient({ maxAttempts: 5, requestHandler: timeouts(5_000) });
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}

/** Creates a client without retries: SES may have accepted a call that timed out, and a second one would send the mail twice. */
export function newSesClient(): SESClient {
  return new SESClient({ maxAttempts: 1, requestHandler: timeouts(10_000) });
}

/** Creates a client for the quota, with retries, as SES limits GetSendQuota to one request a second. */
export function newSesQuotaClient(): SESClient {
  return new SESClient({ maxAttempts: 6, requestHandler: timeouts(5_000) });
}

/** Creates a client that waits as long as a function may run. */
export function newLambdaClient(): LambdaClient {
  return new LambdaClient({ maxAttempts: 1, requestHandler: timeouts(900_000) });
}

export function timeouts(requestTimeout: number) {
  return { connectionTimeout: 2_000, requestTimeout, throwOnRequestTimeout: true };
}
