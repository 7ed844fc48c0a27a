import { randomUUID } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import { api } from '../../lambdas/api/app.ts';
import { servedAssets } from '../../lambdas/api/pages/assets.ts';
import { buildAssets } from '../../lambdas/api/pages/build-assets.ts';
import { checkThrough } from '../../lambdas/completeness-check/check-through.ts';
import { readPlanRequest } from '../../lambdas/digest-planner/plan-request.ts';
import { planThrough } from '../../lambdas/digest-planner/plan-through.ts';
import { replayTick } from '../../lambdas/digest-planner/replay-tick.ts';
import { sendBatch as sendDigests } from '../../lambdas/digest-sender/send-batch.ts';
import { applyBatch } from '../../lambdas/feedback/apply-batch.ts';
import { sendBatch as sendNotices } from '../../lambdas/notice-sender/send-batch.ts';
import type { SeedOptions, SeedReport } from '../../src/adapters/dynamodb/relations-seed.ts';
import { newDocumentClient, newSesClient, newSesQuotaClient } from '../../src/adapters/lambda/clients.ts';
import { linkSigner, readLinkKeys } from '../../src/adapters/lambda/link-signer.ts';
import { logger } from '../../src/adapters/lambda/log.ts';
import type { ResolvedDataset } from '../../src/domain/resolved-dataset.ts';
import { tickAt } from '../../src/domain/schedule.ts';
import { datasetInMemory } from '../../src/relations/dataset-in-memory.ts';
import { dueFacts } from '../../src/relations/due-facts.ts';
import { keptDays } from '../../src/relations/kept-days.ts';
import { type SendingParts, sendingParts } from '../../src/sending/sending-parts.ts';
import { inbox } from './inbox.ts';
import { localLinkKeys } from './local-link-keys.ts';
import { type LocalParts, localParts } from './local-parts.ts';
import { localTables } from './local-tables.ts';
import { openedMails } from './opened-mails.ts';
import { consume } from './queue-consumer.ts';
import { reloadingPages } from './reload-pages.ts';

export type LocalStack = Awaited<ReturnType<typeof localStack>>;

export type LocalSettings = {
  /** The folder of all data, which survives a restart. Only one process at a time may use it. */
  readonly folder: string;
  /** The port of the pages, the API and the inbox; 0 takes any free one. */
  readonly port: number;
  readonly now: () => Date;
  /** Whether open pages reload after a restart. */
  readonly reload?: boolean | undefined;
  /** Called with the error of a failed batch, which is retried. */
  readonly onError: (error: unknown) => void;
};

type Tables = ReturnType<typeof localTables>;

/**
 * Starts the whole product in this process: the deployed code on an embedded DynamoDB, SES and queues.
 *
 * @throws PortTaken, FolderInUse, DamagedFile
 */
export async function localStack(settings: LocalSettings) {
  logger.setLogLevel('WARN');
  const parts = await localParts(settings);
  const { mails, site, variables, digests, notices, events, functions } = parts;
  const tables = localTables(settings.now);
  const { relations, subscribers, deliveries, runs, checks } = tables;
  const daysOfRun = keptDays(relations);
  const planning = { subscribers, runs, queue: digests, notices, now: settings.now };
  const plan = (tick: Date) => {
    const invocation = { holder: randomUUID(), hasTime: () => true, onRun: () => {} };
    return planThrough(tick, invocation, { ...planning, dueFacts: () => dueFacts(daysOfRun()) });
  };
  functions.deploy('digest-planner', async (event) => {
    const { tick, replay } = readPlanRequest(event);
    if (!replay) return plan(tickAt(settings.now()));
    const replayed = await replayTick(tick, { ...planning, dueFacts: dueFacts(daysOfRun()) });
    return replayed ?? 'not-on-record';
  });
  const sending = sendingParts({
    documents: newDocumentClient(),
    sesClient: newSesClient(),
    sesQuotaClient: newSesQuotaClient(),
    tables: { subscribers: 'subscribers', limits: 'limits' },
    from: 'jubilee@example.org',
    configurationSet: 'jubilee',
    siteUrl: site.url,
    links: linkSigner(readLinkKeys(await localLinkKeys(settings.folder))),
    now: settings.now,
  });
  const stop = await runSenders(parts, tables, { ...sending, onError: settings.onError });
  const dataset = datasetInMemory(relations, settings.now);
  const assets = servedAssets(await buildAssets());
  const pages = api({ ...sending, deliveries, notices, dataset, assets, connection: getConnInfo });
  site.open({ pages: settings.reload ? reloadingPages(pages) : pages, inbox: inbox(mails) });
  const opened = openedMails(mails);

  return {
    url: site.url,
    variables,
    subscribers,
    deliveries,
    runs,
    checks,
    reports: tables.reports,
    mails,
    inboxEntry: async (id: string) => (await opened.find(id))?.entry,

    seed: (
      { timelines, sources, states }: ResolvedDataset,
      options: Pick<SeedOptions, 'onProgress' | 'maxRemoved'> = {},
    ): Promise<SeedReport> => tables.relationsSeed.seed(timelines, sources, { states, now: settings.now, ...options }),

    /** Plans everything through a tick. Only this process uses the folder, so an active run was left by a crashed one. */
    async plan(tick: Date): Promise<void> {
      const { run } = await runs.head();
      if (run) await runs.leave(run);
      await plan(tick);
    },

    /** Checks the local days that are over by a tick. */
    async check(tick: Date): Promise<void> {
      const ports = { subscribers, deliveries, relations, checks, dueFacts: () => dueFacts(relations) };
      await checkThrough(tick, { hasTime: () => true, onCheck: () => {} }, { ...ports, now: settings.now });
    },

    /** Resolves once every message is done or has failed at least once, so that one that always fails does not block. */
    async attempted(): Promise<void> {
      for (const queue of [digests, notices, events]) await queue.attempted();
    },

    /** Resolves once every message is done or a dead letter. */
    async drained(): Promise<void> {
      for (const queue of [digests, notices, events]) await queue.drained();
    },

    async close(): Promise<void> {
      await stop();
      await parts.close();
    },
  };
}

/** Creates a watermark that has always caught up: this process applies events at once, and earlier ones before it sends. */
function feedbackWithoutDelay(now: () => Date) {
  const steadySince = new Date(0).toISOString();
  return {
    watermark: { read: async () => ({ heardThrough: now().toISOString(), steadySince }) },
    isFeedbackGivenUp: async () => false,
  };
}

/** Runs the functions that queues invoke. Tries to apply events of an earlier process's mails before it sends. */
async function runSenders(
  { digests, notices, events }: LocalParts,
  { relations, subscribers, deliveries, addresses, mailboxes, reports, noticeFeedback, brakes }: Tables,
  { onError, ...sending }: SendingParts & Pick<LocalSettings, 'onError'>,
): Promise<() => Promise<void>> {
  const { watermark, now } = sending;
  const feedback = { subscribers, deliveries, notices: noticeFeedback, brakes, watermark, tellBrake: () => {}, now };
  const digestSender = {
    ...sending,
    ...feedbackWithoutDelay(now),
    deliveries,
    sources: relations.sources,
    postpone: digests.postpone,
  };
  const noticeSender = { ...sending, addresses, mailboxes, reports, count: () => {}, postpone: notices.postpone };
  const stopListening = consume(events, (event) => applyBatch(event, feedback), onError);
  await events.attempted();
  const stops = [
    stopListening,
    consume(digests, (event) => sendDigests(event, { ...digestSender, dueFacts: dueFacts(relations) }), onError),
    consume(notices, (event) => sendNotices(event, noticeSender), onError),
  ];
  return async () => {
    await Promise.all(stops.map((stopConsuming) => stopConsuming()));
  };
}
