import { InternalServerError } from '@aws-sdk/client-dynamodb';
import { GetSendQuotaCommand, SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { ChangeMessageVisibilityCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { SQSEvent } from 'aws-lambda';
import type { Context, Hono } from 'hono';
import { api } from '../../lambdas/api/app.ts';
import { servedAssets } from '../../lambdas/api/pages/assets.ts';
import { planThrough } from '../../lambdas/digest-planner/plan-through.ts';
import { sendBatch as sendDigests } from '../../lambdas/digest-sender/send-batch.ts';
import { applyBatch } from '../../lambdas/feedback/apply-batch.ts';
import { sendBatch as sendNotices } from '../../lambdas/notice-sender/send-batch.ts';
import { addressKey } from '../../src/adapters/dynamodb/address-key.ts';
import { brakeTables } from '../../src/adapters/dynamodb/brake-table.ts';
import { deliveryTable } from '../../src/adapters/dynamodb/delivery-table.ts';
import { noticeFeedback } from '../../src/adapters/dynamodb/mail-feedback.ts';
import { mailboxTable } from '../../src/adapters/dynamodb/mailbox-table.ts';
import { relationsTable } from '../../src/adapters/dynamodb/relations-table.ts';
import { reportTable } from '../../src/adapters/dynamodb/report-table.ts';
import { runTable } from '../../src/adapters/dynamodb/run-table.ts';
import { linkSigner } from '../../src/adapters/lambda/link-signer.ts';
import type { MetricName } from '../../src/adapters/lambda/metric-names.ts';
import { digestQueue } from '../../src/adapters/sqs/digest-queue.ts';
import { postponeIn } from '../../src/adapters/sqs/message-queue.ts';
import { noticeQueue } from '../../src/adapters/sqs/notice-queue.ts';
import type { DatasetInMemory } from '../../src/relations/dataset-in-memory.ts';
import { dueFacts } from '../../src/relations/due-facts.ts';
import { keptDays } from '../../src/relations/kept-days.ts';
import { sendingParts } from '../../src/sending/sending-parts.ts';
import { documentClientOver, type TablesInMemory } from '../support/tables-in-memory.ts';
import type { Calls, Invocation, Request } from './calls.ts';
import type { Mutant } from './mutants.ts';
import type { SimulatedQueue } from './simulated-queue.ts';
import { lostAnswer, type SimulatedSes, sesRefusal } from './simulated-ses.ts';

/** What a function runs in, and for what. Between two invocations it is frozen, and what it asks for then waits for the next one. */
type Place = { world: World; invocation?: Invocation; readonly frozen: (() => void)[] };

export type World = {
  readonly tables: TablesInMemory;
  readonly queues: Readonly<Record<'digests' | 'notices' | 'events', SimulatedQueue>>;
  readonly ses: SimulatedSes;
  readonly calls: Calls;
  readonly clock: { readonly now: number };
  readonly dataset: DatasetInMemory;
  readonly mutant: Mutant;
  readonly count: (metric: MetricName) => void;
};

export type Container = ReturnType<typeof aContainer>;

export const links = linkSigner({ current: 'k'.repeat(40), earlier: [] });

/**
 * Where a function runs: one invocation after another, with what it remembers from one to the next, until it dies. The code
 * is the product's own, from its functions down to its adapters; what it asks AWS for stands in line in `calls`.
 */
export function aContainer(world: World) {
  const { clock, mutant } = world;
  const place: Place = { world, frozen: [] };
  const clients = clientsOf(place);
  const now = () => new Date(place.world.clock.now);

  const deliveries = deliveryTable(clients.documents, 'deliveries');
  const relations = relationsTable(clients.documents, 'relations');
  const brakes = brakeTables(clients.documents, 'limits');
  const notices = noticeQueue(clients.sqs, 'notices');
  const daysOfRun = keptDays(relations);
  const sending = {
    ...sendingParts({
      documents: clients.documents,
      sesClient: clients.ses,
      sesQuotaClient: clients.ses,
      tables: { subscribers: 'subscribers', limits: 'limits' },
      from: 'jubilee@example.org',
      configurationSet: 'jubilee',
      siteUrl: 'https://jubilee.example',
      links,
      now,
    }),
    /** Time stands still within an invocation: a slot has come when it is given. */
    waitUntil: async () => {},
  };
  const { subscribers } = sending;

  const planning = mutant.planner({
    subscribers,
    runs: runTable(clients.documents, 'runs'),
    dueFacts: () => dueFacts(daysOfRun()),
    queue: digestQueue(clients.sqs, 'digests'),
    notices,
    now,
  });
  const digestSending = () =>
    mutant.sender({
      ...sending,
      deliveries,
      isFeedbackGivenUp: async () => place.world.queues.events.deadLetters.length > 0,
      sources: relations.sources,
      dueFacts: dueFacts(relations),
      postpone: postponeIn(clients.sqs, 'digests'),
    });
  const noticeSending = mutant.noticeSender({
    ...sending,
    addresses: addressKey(clients.documents, 'subscribers'),
    mailboxes: mailboxTable(clients.documents, 'limits'),
    reports: reportTable(clients.documents, 'runs'),
    count: (metric: MetricName) => place.world.count(metric),
    postpone: postponeIn(clients.sqs, 'notices'),
  });
  const feedback = mutant.feedback({
    subscribers,
    deliveries,
    notices: noticeFeedback(clients.documents, 'limits'),
    brakes,
    watermark: sending.watermark,
    tellBrake: () => {},
    now,
  });
  let app: Hono | undefined;
  const pages = () => {
    app ??= api({ ...sending, deliveries, notices, dataset: world.dataset, assets, connection: fromAnAddress });
    return app;
  };

  return {
    place,
    run: {
      'digest-planner': (tick: Date, { number, deadline }: Invocation) => {
        const hasTime = () => deadline - clock.now > 60_000;
        return planThrough(tick, { holder: `planner-${number}`, hasTime, onRun: () => {} }, planning);
      },
      'digest-sender': (event: SQSEvent) => sendDigests(event, digestSending()),
      'notice-sender': (event: SQSEvent) => sendNotices(event, noticeSending),
      feedback: (event: SQSEvent) => applyBatch(event, feedback),
      api: async (path: string, init: RequestInit) => pages().request(path, init),
    },
  };
}

const assets = servedAssets({ style: '', script: '' });
const fromAnAddress = (c: Context) => ({ remote: { address: c.req.header('x-test-ip') ?? '192.0.2.1' } });

const offline = { ses: new SESClient({ region: 'us-east-1' }), sqs: new SQSClient({ region: 'us-east-1' }) };

type Clients = { readonly documents: DynamoDBDocumentClient; readonly ses: SESClient; readonly sqs: SQSClient };

/** The clients of AWS that the product's adapters are given: every command becomes a request in line. */
function clientsOf(place: Place): Clients {
  const ask = (request: Pick<Request, 'what' | 'perform'> & Partial<Request>): Promise<unknown> => {
    const { invocation } = place;
    if (invocation === undefined) throw new Error(`${request.what}: asked outside of any invocation`);
    if (invocation.isOver) return new Promise((resolve) => place.frozen.push(() => resolve(ask(request))));
    return place.world.calls.ask(invocation, { refusal: internalError, lostAnswer, isRepeated: true, ...request });
  };

  function read(command: unknown): unknown {
    const id = command instanceof GetCommand && command.input.TableName === 'subscribers' && command.input.Key?.id;
    if (typeof id === 'string') place.invocation?.lastRead.set(id, place.world.clock.now);
    if (command instanceof PutCommand && command.input.Item) place.world.mutant.stored(command.input.Item);
    return place.world.tables.answer(command);
  }

  function mail(command: unknown): unknown {
    if (command instanceof GetSendQuotaCommand) return place.world.ses.quota();
    if (!(command instanceof SendRawEmailCommand)) throw new Error('Not understood: another command of SES');
    const { Destinations: [to = ''] = [], RawMessage, Tags = [] } = command.input;
    const tags = Object.fromEntries(Tags.map(({ Name = '', Value = '' }) => [Name, Value]));
    const lookedAt = place.invocation?.lastRead.get(tags.subscriber ?? '');
    return { MessageId: place.world.ses.accept({ to, raw: Buffer.from(RawMessage?.Data ?? ''), tags, lookedAt }) };
  }

  function queue(command: unknown): unknown {
    if (command instanceof SendMessageBatchCommand) {
      for (const { MessageBody = '' } of command.input.Entries ?? []) queueAt(command.input.QueueUrl).send(MessageBody);
      return { Successful: [], Failed: [] };
    }
    if (!(command instanceof ChangeMessageVisibilityCommand)) throw new Error('Not understood: another command of SQS');
    const { QueueUrl, ReceiptHandle = '', VisibilityTimeout = 0 } = command.input;
    queueAt(QueueUrl).changeVisibility(ReceiptHandle, VisibilityTimeout * 1000);
    return {};
  }

  function queueAt(url: string | undefined): SimulatedQueue {
    if (url === 'digests' || url === 'notices') return place.world.queues[url];
    throw new Error(`No queue ${url}`);
  }

  const bySending = { refusal: sesRefusal, isRepeated: false };
  return {
    documents: documentClientOver((command) => ask({ what: nameOf(command), perform: () => read(command) })),
    ses: clientOver(offline.ses, (command) =>
      ask({ what: nameOf(command), perform: () => mail(command), ...bySending }),
    ),
    sqs: clientOver(offline.sqs, (command) => ask({ what: nameOf(command), perform: () => queue(command) })),
  };
}

function clientOver<Client extends object>(client: Client, send: (command: unknown) => Promise<unknown>): Client {
  return Object.assign(Object.create(client), { send });
}

function nameOf(command: unknown): string {
  if (typeof command !== 'object' || command === null || !('input' in command)) return 'a command';
  const { input } = command;
  const at = typeof input === 'object' && input && 'TableName' in input ? ` ${input.TableName}` : '';
  return `${command.constructor.name.replace(/Command$/, '')}${at}`;
}

function internalError(): unknown {
  return new InternalServerError({ message: 'Internal server error', $metadata: {} });
}
