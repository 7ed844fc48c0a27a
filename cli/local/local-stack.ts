import { join } from 'node:path';
import { type PlanReport, planDigests } from '../../lambdas/digest-planner/plan-digests.ts';
import { sendBatch } from '../../lambdas/digest-sender/send-batch.ts';
import { newDocumentClient, newSesClient } from '../../src/adapters/clients.ts';
import { deliveryTable } from '../../src/adapters/delivery-table.ts';
import { linkSigner } from '../../src/adapters/link-signer.ts';
import { logger } from '../../src/adapters/log.ts';
import { mailer } from '../../src/adapters/mailer.ts';
import { type RelationsSeed, relationsSeed } from '../../src/adapters/relations-seed.ts';
import { relationsTable } from '../../src/adapters/relations-table.ts';
import { subscriberTable } from '../../src/adapters/subscriber-table.ts';
import { timelinesDue } from '../../src/adapters/timelines-due.ts';
import { embeddedDynamoDb } from './embedded-dynamodb.ts';
import { embeddedSes } from './embedded-ses.ts';
import { lockFolder } from './folder-lock.ts';
import { inbox } from './inbox.ts';
import { localVariables } from './local-account.ts';
import { localLinkKeys } from './local-link-keys.ts';
import { localQueue } from './local-queue.ts';
import { openMailStore } from './mail-store.ts';
import { openedMails } from './opened-mails.ts';
import { consume } from './queue-consumer.ts';
import { serve } from './serve.ts';

export type LocalStack = Awaited<ReturnType<typeof localStack>>;

export type LocalSettings = {
  /** Where everything is kept, so that it survives a restart. One process at a time may have it. */
  readonly folder: string;
  /** Of the inbox; 0 takes any free one. */
  readonly port: number;
  readonly now: () => Date;
  /** Told what went wrong with a batch of messages; the messages come back. */
  readonly onError: (error: unknown) => void;
};

/** Longer than a batch takes. In all, messages come back for longer than the lease of a delivery. */
const queueSettings = { visibilityMs: 60_000, maxReceives: 20 };

/**
 * The whole product in this process: the code that is deployed, on an embedded DynamoDB, SES and queue.
 *
 * @throws PortTaken, FolderInUse
 */
export async function localStack({ folder, port, now, onError }: LocalSettings) {
  logger.setLogLevel('WARN');
  const unlock = await lockFolder(folder);
  const mails = await openMailStore(join(folder, 'mails'));
  const opened = openedMails(mails);
  const web = await serve(inbox(mails), port);
  const dynamoDb = await embeddedDynamoDb({ folder: join(folder, 'dynamodb') });
  const ses = await embeddedSes({ mails, now });
  const variables = localVariables({ dynamoDb: dynamoDb.url, ses: ses.url });
  Object.assign(process.env, variables);

  const documents = newDocumentClient();
  const relations = relationsTable(documents, 'relations');
  const subscribers = subscriberTable(documents, 'subscribers');
  const deliveries = deliveryTable(documents, 'deliveries');
  const queue = await localQueue({ folder: join(folder, 'queue'), now, ...queueSettings });
  const sender = {
    subscribers,
    deliveries,
    sources: relations.sources,
    mailer: mailer(newSesClient(), {
      from: { name: 'Jubilee', address: 'jubilee@example.org' },
      configurationSet: 'jubilee',
    }),
    links: linkSigner(await localLinkKeys(folder)),
    siteUrl: web.url,
    domain: 'example.org',
    now,
  };
  const stopConsuming = consume(
    queue,
    (event) => sendBatch(event, { ...sender, timelinesDue: timelinesDue(relations) }),
    onError,
  );

  return {
    url: web.url,
    variables,
    subscribers,
    mails,
    inboxEntry: async (id: string) => (await opened.find(id))?.entry,
    drained: queue.drained,
    seed: (...dataset: Parameters<RelationsSeed['seed']>) => relationsSeed(documents, 'relations').seed(...dataset),
    plan: (tick: Date): Promise<PlanReport> =>
      planDigests(tick, { subscribers, timelinesDue: timelinesDue(relations), queue }),
    async close(): Promise<void> {
      await stopConsuming();
      for (const part of [web, ses, dynamoDb]) await part.close();
      await unlock();
    },
  };
}
