import { SESClient } from '@aws-sdk/client-ses';
import { afterAll } from 'vitest';
import { embeddedSes, type SesSettings } from '../../cli/local/embedded-ses.ts';
import { localAccount } from '../../cli/local/local-account.ts';
import { openMailStore } from '../../cli/local/mail-store.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The embedded SES with an empty store, and a client with a time-out (ms), until the end of the test file. */
export async function localSes(settings: Partial<SesSettings> = {}, requestTimeout = 20_000) {
  const mails = await openMailStore(await temporaryFolder());
  const { url, close } = await embeddedSes({ mails, now: () => new Date('2024-01-05T00:00:00Z'), ...settings });
  afterAll(close);
  const client = new SESClient({
    ...localAccount,
    endpoint: url,
    maxAttempts: 1,
    requestHandler: { requestTimeout, throwOnRequestTimeout: true },
  });
  return { client, mails };
}
