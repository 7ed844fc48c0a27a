import {
  DeleteParameterCommand,
  ParameterAlreadyExists,
  ParameterNotFound,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { newLinkKeys } from './link-signer.ts';

/** Makes a key, unless the parameter is there already; whether it was made. */
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

/** Removes them, and with them every link in every mail; nothing happens where there are none. */
export async function removeLinkKeys(name: string): Promise<void> {
  await new SSMClient().send(new DeleteParameterCommand({ Name: name })).catch((error) => {
    if (!(error instanceof ParameterNotFound)) throw error;
  });
}
