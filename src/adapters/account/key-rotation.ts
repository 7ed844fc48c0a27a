import { LambdaClient, UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { GetParameterCommand, ParameterNotFound, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { newLinkKeys, readLinkKeys } from '../lambda/link-signer.ts';

/** Adds a new key in front of those in the parameter, or replaces them; creates the parameter if missing. @returns the number of earlier keys kept. */
export async function rotateKeys(Name: string, { replaces }: { readonly replaces: boolean }): Promise<number> {
  const ssm = new SSMClient();
  const earlier = replaces ? [] : await keysIn(ssm, Name);
  const Value = newLinkKeys(earlier);
  await ssm.send(new PutParameterCommand({ Name, Type: 'SecureString', Value, Overwrite: true }));
  return earlier.length;
}

/** Reads the keys, latest first. */
async function keysIn(ssm: SSMClient, Name: string): Promise<readonly string[]> {
  try {
    const { Parameter } = await ssm.send(new GetParameterCommand({ Name, WithDecryption: true }));
    const { current, earlier } = readLinkKeys(Parameter?.Value ?? '');
    return [current, ...earlier];
  } catch (error) {
    if (error instanceof ParameterNotFound) return [];
    throw error;
  }
}

/** Restarts functions: Lambda replaces a function's containers when its configuration changes. */
export async function restartFunctions(names: readonly string[], why: string): Promise<void> {
  const lambda = new LambdaClient();
  for (const FunctionName of names)
    await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, Description: why }));
}
