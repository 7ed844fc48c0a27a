import { LambdaClient, UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { GetParameterCommand, ParameterNotFound, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { newLinkKeys, readLinkKeys } from '../lambda/link-signer.ts';

/** Puts a new key before those of the parameter, or in their place. Makes the parameter where it is gone. @returns how many earlier keys it keeps. */
export async function rotateKeys(Name: string, { replaces }: { readonly replaces: boolean }): Promise<number> {
  const ssm = new SSMClient();
  const earlier = replaces ? [] : await keysIn(ssm, Name);
  const Value = newLinkKeys(earlier);
  await ssm.send(new PutParameterCommand({ Name, Type: 'SecureString', Value, Overwrite: true }));
  return earlier.length;
}

/** Latest first. */
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

/** Makes functions start afresh: any change of its configuration replaces the containers of a function. */
export async function restartFunctions(names: readonly string[], why: string): Promise<void> {
  const lambda = new LambdaClient();
  for (const FunctionName of names)
    await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, Description: why }));
}
