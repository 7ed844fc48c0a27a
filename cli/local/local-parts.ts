import { join } from 'node:path';
import { digestMessage } from '../../src/adapters/sqs/digest-queue.ts';
import { noticeMessage } from '../../src/adapters/sqs/notice-queue.ts';
import { clockVariable } from '../stack-clock.ts';
import { embeddedDynamoDb } from './embedded-dynamodb.ts';
import { embeddedJsonServices } from './embedded-json-services.ts';
import { embeddedLambda } from './embedded-lambda.ts';
import { embeddedSes } from './embedded-ses.ts';
import { lockFolder } from './folder-lock.ts';
import { removeTorn } from './kept-file.ts';
import { localVariables } from './local-account.ts';
import { localLinkKeys } from './local-link-keys.ts';
import { localQueue } from './local-queue.ts';
import { localSite } from './local-site.ts';
import { openMailStore } from './mail-store.ts';
import { queueOperations } from './queue-operations.ts';
import { resetForEarlierClock } from './same-clock.ts';
import type { SesEvent } from './ses-events.ts';

export type LocalParts = Awaited<ReturnType<typeof localParts>>;

/** The visibility time-out is longer than a batch takes; all retries together outlast the lease of a delivery. */
const queueSettings = { visibilityMs: 60_000, maxReceives: 20 };

type Settings = {
  readonly folder: string;
  readonly port: number;
  readonly now: () => Date;
};

/**
 * Starts the embedded parts in place of AWS: DynamoDB, SES with its mails, the queues, and the site's port. Keeps everything
 * in `folder`, and points the SDK of this process at them.
 *
 * @throws PortTaken, FolderInUse, DamagedFile
 */
export async function localParts({ folder, port, now }: Settings) {
  const unlock = await lockFolder(folder);
  await removeTorn(folder);
  await resetForEarlierClock(folder, now());
  const queue = <Sent>(name: string, bodyOf: (sent: Sent) => string) =>
    localQueue({ folder: join(folder, name), bodyOf, now, ...queueSettings });

  const mails = await openMailStore(join(folder, 'mails'));
  const digests = await queue('digest-queue', digestMessage);
  const notices = await queue('notice-queue', noticeMessage);
  const events = await queue('event-queue', (event: SesEvent) => JSON.stringify(event));
  await localLinkKeys(folder);
  const site = await localSite(port);
  const dynamoDb = await embeddedDynamoDb({ folder: join(folder, 'dynamodb') }).catch(async (error) => {
    await site.close();
    throw error;
  });
  const ses = await embeddedSes({ mails, now, onEvent: (event) => events.send([event]) });
  const functions = await embeddedLambda();
  const services = await embeddedJsonServices({
    ...queueOperations({ 'digest-queue': digests, 'notice-queue': notices, 'event-queue': events }),
    'AmazonSSM.GetParameter': async () => ({ Parameter: { Value: await localLinkKeys(folder) } }),
  });
  const variables: Readonly<Record<string, string>> = {
    ...localVariables({
      dynamoDb: dynamoDb.url,
      ses: ses.url,
      lambda: functions.url,
      services: services.url,
    }),
    SITE_URL: site.url,
    ...clockVariable(now),
  };
  Object.assign(process.env, variables);

  return {
    mails,
    site,
    digests,
    notices,
    events,
    functions,
    variables,
    async close(): Promise<void> {
      for (const server of [site, functions, services, ses, dynamoDb]) await server.close();
      await unlock();
    },
  };
}
