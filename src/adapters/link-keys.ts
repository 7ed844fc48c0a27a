import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { type LinkKeys, readLinkKeys } from './link-signer.ts';

/** The signing keys, from the secret that the stack made. */
export async function readLinkKeysFrom(secretArn: string): Promise<LinkKeys> {
  const { SecretString = '' } = await new SecretsManagerClient().send(
    new GetSecretValueCommand({ SecretId: secretArn }),
  );
  return readLinkKeys(SecretString);
}
