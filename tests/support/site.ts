import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import PostalMime, { type Email } from 'postal-mime';
import { queueEvent } from '../../cli/local/queue-event.ts';
import type { SesEvent } from '../../cli/local/ses-events.ts';
import { api } from '../../lambdas/api/app.ts';
import { servedAssets } from '../../lambdas/api/pages/assets.ts';
import { buildAssets } from '../../lambdas/api/pages/build-assets.ts';
import { planDigests } from '../../lambdas/digest-planner/plan-digests.ts';
import { planReminders } from '../../lambdas/digest-planner/plan-reminders.ts';
import { sendDigest } from '../../lambdas/digest-sender/send-digest.ts';
import { applyBatch } from '../../lambdas/feedback/apply-batch.ts';
import { sendBatch } from '../../lambdas/notice-sender/send-batch.ts';
import { addressKey } from '../../src/adapters/dynamodb/address-key.ts';
import { brakeTables } from '../../src/adapters/dynamodb/brake-table.ts';
import { deliveryTable } from '../../src/adapters/dynamodb/delivery-table.ts';
import { limitTable } from '../../src/adapters/dynamodb/limit-table.ts';
import { noticeFeedback } from '../../src/adapters/dynamodb/mail-feedback.ts';
import { mailboxTable } from '../../src/adapters/dynamodb/mailbox-table.ts';
import { relationsSeed } from '../../src/adapters/dynamodb/relations-seed.ts';
import { relationsTable } from '../../src/adapters/dynamodb/relations-table.ts';
import { reportTable } from '../../src/adapters/dynamodb/report-table.ts';
import { subscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import { tableShapes } from '../../src/adapters/dynamodb/table-shapes.ts';
import { watermarkTable } from '../../src/adapters/dynamodb/watermark-table.ts';
import { linkSigner } from '../../src/adapters/lambda/link-signer.ts';
import { logger } from '../../src/adapters/lambda/log.ts';
import type { MetricName } from '../../src/adapters/lambda/metric-names.ts';
import { mailer } from '../../src/adapters/ses/mailer.ts';
import { noticeMessage, type QueuedRequest } from '../../src/adapters/sqs/notice-queue.ts';
import type { PlannedDigest } from '../../src/domain/delivery.ts';
import { onlyTick } from '../../src/domain/schedule.ts';
import { datasetInMemory } from '../../src/relations/dataset-in-memory.ts';
import { dueFacts } from '../../src/relations/due-facts.ts';
import { anEvent, aState, aTimeline, chinaLesotho } from './builders.ts';
import { freeSendSlots } from './free-send-slots.ts';
import { localSes } from './local-ses.ts';
import { localTables } from './local-tables.ts';

export type Site = Awaited<ReturnType<typeof aSite>>;

const states = [
  aState('CN', { region: 'Asia', capital: 'Beijing', timeZone: 'Asia/Shanghai' }),
  aState('FR', { region: 'Europe', capital: 'Paris', timeZone: 'Europe/Paris' }),
  aState('LS', { region: 'Africa', capital: 'Maseru', timeZone: 'Africa/Maseru' }),
];

const chinaFrance = aTimeline('CN-FR', anEvent('established', '1964-01-27'));

/**
 * The whole product on the real protocols, in this process, with a clock that the test moves: what a request puts into
 * the queue waits there until `deliver` hands it to the sender.
 */
export async function aSite() {
  logger.setLogLevel('SILENT');
  let time = Date.parse('2024-01-01T12:00:00Z');
  const now = () => new Date(time);
  const documents = await localTables();
  await relationsSeed(documents, 'relations').seed([chinaFrance, chinaLesotho], [], { states });
  const published: SesEvent[] = [];
  const ses = await localSes({ now, onEvent: (event) => void published.push(event) });
  const relations = relationsTable(documents, 'relations');
  const [subscribers, deliveries] = [
    subscriberTable(documents, 'subscribers', now),
    deliveryTable(documents, 'deliveries'),
  ];
  const sending = {
    subscribers,
    mailer: mailer(ses.client, { from: { name: 'Jubilee', address: 'jubilee@example.org' }, configurationSet: 'c' }),
    limits: limitTable(documents, 'limits'),
    watermark: watermarkTable(documents, 'limits'),
    links: linkSigner({ current: 'k'.repeat(40), earlier: [] }),
    siteUrl: 'https://jubilee.example',
    domain: 'example.org',
    now,
  };
  const queued: { readonly id: string; readonly body: string; readonly sentAt: number }[] = [];
  const notices = {
    send: async (requests: readonly QueuedRequest[]) => {
      for (const request of requests)
        queued.push({ id: crypto.randomUUID(), body: noticeMessage(request), sentAt: time });
    },
  };
  const counted: MetricName[] = [];
  const read: Email[] = [];
  const dataset = datasetInMemory(relations, now);
  const app = api({
    ...sending,
    deliveries,
    notices,
    dataset,
    assets: servedAssets(await buildAssets()),
    connection: (c) => ({ remote: { address: c.req.header('x-test-ip') ?? '192.0.2.1' } }),
  });
  const noticePorts = {
    ...freeSendSlots,
    ...sending,
    addresses: addressKey(documents, 'subscribers'),
    mailboxes: mailboxTable(documents, 'limits'),
    reports: reportTable(documents, 'runs'),
    count: (metric: MetricName) => void counted.push(metric),
  };

  async function plan(tick: Date): Promise<void> {
    await planReminders(onlyTick(tick), { subscribers, notices });
    const digests: PlannedDigest[] = [];
    const queue = { send: async (planned: readonly PlannedDigest[]) => void digests.push(...planned) };
    const ports = { subscribers, dueFacts: dueFacts(relations), queue };
    for await (const _page of planDigests(onlyTick(tick), ports));
    for (const digest of digests)
      await sendDigest(digest, {
        ...sending,
        deliveries,
        isFeedbackGivenUp: async () => false,
        sources: relations.sources,
        dueFacts: dueFacts(relations),
      });
  }

  return {
    app,
    documents,
    subscribers,
    deliveries,
    notices,
    dataset,
    addresses: noticePorts.addresses,
    noticePorts,
    links: sending.links,
    queued,
    counted,
    now,
    plan,
    setTime: (instant: string) => {
      time = Date.parse(instant);
    },
    pass: (hours: number) => {
      time += hours * 3_600_000;
    },

    /** Sends the mails that were asked for since the last time; gives those that must come back. */
    async deliver() {
      const messages = queued.splice(0).map((message) => ({ ...message, receiveCount: 1, visibleAt: 0 }));
      return (await sendBatch(queueEvent(messages), noticePorts)).batchItemFailures;
    },

    /** Hands what SES has published since the last time to the feedback function. */
    async hear() {
      const messages = published.splice(0).map((event, index) => aMessage(String(index), JSON.stringify(event)));
      const { watermark } = sending;
      const feedback = { subscribers, deliveries, notices: noticeFeedback(documents, 'limits'), watermark, now };
      await applyBatch(queueEvent(messages), {
        ...feedback,
        brakes: brakeTables(documents, 'limits'),
        tellBrake: () => {},
      });
    },

    /** The mails that the embedded SES accepted, as a mail program reads them. */
    async mails(): Promise<Email[]> {
      for (const mail of ses.mails.all().slice(read.length))
        read.push(await PostalMime.parse(new Uint8Array(await ses.mails.raw(mail))));
      return [...read];
    },

    /** Everything in every table. */
    async tables(): Promise<Record<string, unknown>> {
      const names = Object.keys(tableShapes);
      const scans = names.map((TableName) => documents.send(new ScanCommand({ TableName })));
      const items = (await Promise.all(scans)).map(({ Items = [] }) =>
        Items.map((item) => JSON.stringify(item, (_, value) => (value instanceof Set ? [...value] : value))).sort(),
      );
      return Object.fromEntries(names.map((name, index) => [name, items[index]]));
    },

    postJson: (path: string, body: unknown, headers: Record<string, string> = {}) =>
      app.request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),

    /** Sends a form as a browser does: it follows the redirect that answers it. */
    postForm: async (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) => {
      const response = await app.request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams(fields).toString(),
      });
      return response.status === 303 ? app.request(response.headers.get('location') ?? '', { headers }) : response;
    },
  };
}

function aMessage(id: string, body: string) {
  return { id, body, sentAt: 0, receiveCount: 1, visibleAt: 0 };
}

/** The link of a mail that leads to a page. */
export function linkIn(mail: Email | undefined, path: string): URL {
  const found = linksIn(mail).find((url) => url.pathname === path);
  if (found === undefined) throw new Error(`No link to ${path} in ${mail?.subject}`);
  return found;
}

/** Every link of a mail: in its text, its markup and its headers. */
export function linksIn(mail: Email | undefined): URL[] {
  const headers = mail?.headers.map(({ value }) => value) ?? [];
  const texts = [mail?.text ?? '', (mail?.html ?? '').replaceAll('&amp;', '&'), ...headers];
  const found = texts.flatMap((text) => [...text.matchAll(/https:\/\/jubilee\.example[^\s"<>)]*/g)]);
  return [...new Set(found.map(([url]) => url))].map((url) => new URL(url));
}

export function tokenIn(mail: Email | undefined, path: string): string {
  return linkIn(mail, path).searchParams.get('t') ?? '';
}
