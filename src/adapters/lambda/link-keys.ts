import {
  DeleteParameterCommand,
  ParameterAlreadyExists,
  ParameterNotFound,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import * as z from 'zod';
import { endpointOf } from './env.ts';
import { type LinkKeys, newLinkKeys, readLinkKeys } from './link-signer.ts';
import { type Caller, callSigned } from './signed-call.ts';

/** Reads the signing keys from an encrypted parameter at a cold start, without the SSM client. */
export async function readLinkKeysFrom(name: string, caller: Caller, now: Date): Promise<LinkKeys> {
  const input = { Name: name, WithDecryption: true };
  const call = { service: 'ssm', target: 'AmazonSSM.GetParameter', input, now, endpoint: endpointOf('ssm') };
  return readLinkKeys(found.parse(await callSigned(caller, call)).Parameter.Value);
}

const found = z.object({ Parameter: z.object({ Value: z.string() }) });

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
