/** The region and credentials that the SDK needs; the embedded parts ignore them. */
export const localAccount = {
  region: 'us-east-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
} as const;

export type LocalEndpoints = {
  readonly dynamoDb: string;
  readonly ses: string;
  readonly lambda: string;
  /** SQS and SSM. */
  readonly services: string;
};

/** Returns the variables by which the AWS SDK, here or in another terminal, reaches the embedded parts. */
export function localVariables({ dynamoDb, ses, lambda, services }: LocalEndpoints): Readonly<Record<string, string>> {
  return {
    AWS_ENDPOINT_URL_DYNAMODB: dynamoDb,
    AWS_ENDPOINT_URL_SES: ses,
    AWS_ENDPOINT_URL_LAMBDA: lambda,
    AWS_ENDPOINT_URL_SQS: services,
    AWS_ENDPOINT_URL_SSM: services,
    AWS_REGION: localAccount.region,
    AWS_ACCESS_KEY_ID: localAccount.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localAccount.credentials.secretAccessKey,
  };
}
