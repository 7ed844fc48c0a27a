import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { type LinkKeys, readLinkKeys } from './link-signer.ts';

/** The signing keys, from the encrypted parameter of that name. */
export async function readLinkKeysFrom(name: string): Promise<LinkKeys> {
  const { Parameter } = await new SSMClient().send(new GetParameterCommand({ Name: name, WithDecryption: true }));
  return readLinkKeys(Parameter?.Value ?? '');
}
