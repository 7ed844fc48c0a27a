import { join } from 'node:path';
import { getConnInfo } from '@hono/node-server/conninfo';
import { api } from '../../lambdas/api/app.ts';
import { servedAssets } from '../../lambdas/api/assets.ts';
import { buildAssets } from '../../lambdas/api/build-assets.ts';
import { type PlanReport, planDigests } from '../../lambdas/digest-planner/plan-digests.ts';
import { planReminders } from '../../lambdas/digest-planner/plan-reminders.ts';
import { sendBatch as sendDigests } from '../../lambdas/digest-sender/send-batch.ts';
import { applyBatch } from '../../lambdas/feedback/apply-batch.ts';
import { sendBatch as sendNotices } from '../../lambdas/notice-sender/send-batch.ts';
import { addressKey } from '../../src/adapters/address-key.ts';
import { brakeTable } from '../../src/adapters/brake-table.ts';
import { brakedMailer } from '../../src/adapters/braked-mailer.ts';
import { newDocumentClient, newSesClient } from '../../src/adapters/clients.ts';
import { datasetInMemory } from '../../src/adapters/dataset-in-memory.ts';
import { deliveryTable } from '../../src/adapters/delivery-table.ts';
import { digestMessage } from '../../src/adapters/digest-queue.ts';
import { limitTable } from '../../src/adapters/limit-table.ts';
import { linkSigner } from '../../src/adapters/link-signer.ts';
import { logger } from '../../src/adapters/log.ts';
import { mailer } from '../../src/adapters/mailer.ts';
import { noticeFeedback } from '../../src/adapters/notice-feedback.ts';
import { noticeMessage } from '../../src/adapters/notice-queue.ts';
import { type RelationsSeed, relationsSeed } from '../../src/adapters/relations-seed.ts';
import { relationsTable } from '../../src/adapters/relations-table.ts';
import { subscriberTable } from '../../src/adapters/subscriber-table.ts';
import { timelinesDue } from '../../src/adapters/timelines-due.ts';
import { embeddedDynamoDb } from './embedded-dynamodb.ts';
import { embeddedSes } from './embedded-ses.ts';
import { lockFolder } from './folder-lock.ts';
import { followableStates } from './followable-states.ts';
import { inbox } from './inbox.ts';
import { localVariables } from './local-account.ts';
import { localLinkKeys } from './local-link-keys.ts';
import { localQueue } from './local-queue.ts';
import { localSite } from './local-site.ts';
import { openMailStore } from './mail-store.ts';
import { openedMails } from './opened-mails.ts';
import { consume } from './queue-consumer.ts';
import type { SesEvent } from './ses-events.ts';

export type LocalStack = Awaited<ReturnType<typeof localStack>>;

export type LocalSettings = {
  /** Where everything is kept, so that it survives a restart. One process at a time may have it. */
  readonly folder: string;
  /** Of the pages, the API and the inbox; 0 takes any free one. */
  readonly port: number;
  readonly now: () => Date;
  /** Told what went wrong with a batch of messages; the messages come back. */
  readonly onError: (error: unknown) => void;
};

/** Longer than a batch takes. In all, messages come back for longer than the lease of a delivery. */
const queueSettings = { visibilityMs: 60_000, maxReceives: 20 };

/**
 * The whole product in this process: the code that is deployed, on an embedded DynamoDB, SES and queues.
 *
 * @throws PortTaken, FolderInUse
 */
export async function localStack({ folder, port, now, onError }: LocalSettings) {
  logger.setLogLevel('WARN');
  const unlock = await lockFolder(folder);
  const mails = await openMailStore(join(folder, 'mails'));
  const opened = openedMails(mails);
  const site = await localSite(port);
  const dynamoDb = await embeddedDynamoDb({ folder: join(folder, 'dynamodb') });
  const events = await localQueue({
    folder: join(folder, 'event-queue'),
    bodyOf: (event: SesEvent) => JSON.stringify(event),
    now,
    ...queueSettings,
  });
  const ses = await embeddedSes({ mails, now, onEvent: (event) => events.send([event]) });
  const variables = localVariables({ dynamoDb: dynamoDb.url, ses: ses.url });
  Object.assign(process.env, variables);

  const documents = newDocumentClient();
  const relations = relationsTable(documents, 'relations');
  const subscribers = subscriberTable(documents, 'subscribers');
  const deliveries = deliveryTable(documents, 'deliveries');
  const digests = await localQueue({
    folder: join(folder, 'queue'),
    bodyOf: digestMessage,
    now,
    ...queueSettings,
  });
  const notices = await localQueue({
    folder: join(folder, 'notice-queue'),
    bodyOf: noticeMessage,
    now,
    ...queueSettings,
  });
  const brake = brakeTable(documents, 'limits');
  const feedback = {
    subscribers,
    deliveries,
    notices: noticeFeedback(documents, 'limits'),
    brake,
    tellBrake: () => {},
    now,
  };
  const stopListening = consume(events, (event) => applyBatch(event, feedback), onError);
  /** What an earlier process sent is known before this one sends. */
  await events.drained();

  const from = { name: 'Jubilee', address: 'jubilee@example.org' };
  const sending = {
    subscribers,
    mailer: brakedMailer(mailer(newSesClient(), { from, configurationSet: 'jubilee' }), brake, now),
    links: linkSigner(await localLinkKeys(folder)),
    siteUrl: site.url,
    domain: 'example.org',
    now,
  };
  const digestSender = { ...sending, deliveries, sources: relations.sources };
  const addresses = addressKey(documents, 'subscribers');
  const noticeSender = { ...sending, addresses, limits: limitTable(documents, 'limits'), count: () => {} };
  const stopConsuming = [
    stopListening,
    consume(
      digests,
      (event) => sendDigests(event, { ...digestSender, timelinesDue: timelinesDue(relations) }),
      onError,
    ),
    consume(notices, (event) => sendNotices(event, noticeSender), onError),
  ];
  const pages = api({
    ...sending,
    deliveries,
    notices,
    dataset: datasetInMemory(relations, now),
    assets: servedAssets(await buildAssets()),
    connection: getConnInfo,
  });
  site.open({ pages, inbox: inbox(mails) });

  return {
    url: site.url,
    variables,
    subscribers,
    deliveries,
    mails,
    inboxEntry: async (id: string) => (await opened.find(id))?.entry,
    drained: async (): Promise<void> => {
      await digests.drained();
      await notices.drained();
      await events.drained();
    },
    seed: (...[timelines, sources, options]: Parameters<RelationsSeed['seed']>) =>
      relationsSeed(documents, 'relations').seed(timelines, sources, { states: followableStates(), ...options }),
    async plan(tick: Date): Promise<PlanReport> {
      await planReminders(tick, { subscribers, notices });
      return planDigests(tick, { subscribers, timelinesDue: timelinesDue(relations), queue: digests });
    },
    async close(): Promise<void> {
      await Promise.all(stopConsuming.map((stop) => stop()));
      for (const part of [site, ses, dynamoDb]) await part.close();
      await unlock();
    },
  };
}
