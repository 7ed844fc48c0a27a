import {
  DeleteParameterCommand,
  GetParameterCommand,
  ParameterAlreadyExists,
  ParameterNotFound,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { type LinkKeys, newLinkKeys, readLinkKeys } from './link-signer.ts';

/** Reads the signing keys from the encrypted parameter of that name. */
export async function readLinkKeysFrom(name: string): Promise<LinkKeys> {
  const { Parameter } = await new SSMClient().send(new GetParameterCommand({ Name: name, WithDecryption: true }));
  return readLinkKeys(Parameter?.Value ?? '');
}

/** Creates the first key. @returns `false` if the parameter exists already. */
export async function makeLinkKeys(name: string): Promise<boolean> {
  const command = new PutParameterCommand({
    Name: name,
    Type: 'SecureString',
    Value: newLinkKeys(),
    Description: 'Signs the links in mails of Jubilee.',
    Overwrite: false,
  });
  return new SSMClient().send(command).then(
    () => true,
    (error) => (error instanceof ParameterAlreadyExists ? false : Promise.reject(error)),
  );
}

/** Deletes the keys, which voids every link in every mail. Safe to repeat. */
export async function removeLinkKeys(name: string): Promise<void> {
  await new SSMClient().send(new DeleteParameterCommand({ Name: name })).catch((error) => {
    if (!(error instanceof ParameterNotFound)) throw error;
  });
}
