import { addressKey } from '../../src/adapters/address-key.ts';
import { brakeTable } from '../../src/adapters/brake-table.ts';
import { newDocumentClient, newSesClient, newSesQuotaClient, newSqsClient } from '../../src/adapters/clients.ts';
import type { DeployedStack } from '../../src/adapters/deployed-stack.ts';
import { readLinkKeysFrom } from '../../src/adapters/link-keys.ts';
import { mailer } from '../../src/adapters/mailer.ts';
import { newOperatorClients } from '../../src/adapters/operator-clients.ts';
import { readQueueState } from '../../src/adapters/queue-state.ts';
import { relationsTable } from '../../src/adapters/relations-table.ts';
import { runTable } from '../../src/adapters/run-table.ts';
import { sendQuota } from '../../src/adapters/send-quota.ts';
import { subscriberTable } from '../../src/adapters/subscriber-table.ts';
import type { TableName } from '../../src/adapters/table-shapes.ts';
import { readTableState } from '../../src/adapters/table-state.ts';
import { queueUrls } from '../local/queue-operations.ts';
import { type Aws, askAws } from './aws.ts';
import { once } from './once.ts';

/** What stands in AWS or on this machine, as far as checks ask. */
export type Stack = {
  /** @throws Error when nothing stands there. */
  readonly parts: () => Promise<Parts>;
  /** What the stack of `jubilee start` has none of. */
  readonly aws: Aws | undefined;
  /** Whether a mail may go to the mailbox simulator of SES. */
  readonly mayMail: boolean;
};

export type Parts = ReturnType<typeof partsOf>;

/** The stack of `jubilee start`, whose variables this process has. */
export function localStack({ SITE_URL = '', AWS_ENDPOINT_URL_SQS = '' }: NodeJS.ProcessEnv): Stack {
  const parts = partsOf({
    siteUrl: SITE_URL,
    from: 'jubilee@example.org',
    configurationSet: 'jubilee',
    linkKeys: 'link-keys',
    tables: {
      relations: 'relations',
      subscribers: 'subscribers',
      deliveries: 'deliveries',
      runs: 'runs',
      limits: 'limits',
    },
    queueUrls: queueUrls(AWS_ENDPOINT_URL_SQS, ['digest-queue', 'notice-queue', 'event-queue']),
  });
  return { parts: async () => parts, aws: undefined, mayMail: true };
}

/** The stack of that name in the account and region that this process is given. */
export function deployedStack(name: string, mayMail: boolean, clients = newOperatorClients()): Stack {
  const aws = askAws(name, clients);
  return { parts: once(async () => partsOf(namesIn(await aws.stack()))), aws, mayMail };
}

type Names = {
  readonly siteUrl: string;
  readonly from: string;
  readonly configurationSet: string;
  /** The name of the parameter. */
  readonly linkKeys: string;
  readonly tables: Readonly<Record<TableName, string>>;
  readonly queueUrls: readonly string[];
};

function namesIn({ outputs, resources }: DeployedStack): Names {
  const output = (name: string) => outputs[name] ?? missing(name);
  const ids = (type: string) => resources.filter((resource) => resource.type === type).map(({ id }) => id);
  return {
    siteUrl: output('SiteUrl'),
    from: output('FromAddress'),
    configurationSet: output('ConfigurationSet'),
    linkKeys: output('LinkKeysParameter'),
    tables: {
      relations: output('RelationsTable'),
      subscribers: output('SubscribersTable'),
      deliveries: output('DeliveriesTable'),
      runs: output('RunsTable'),
      limits: output('LimitsTable'),
    },
    queueUrls: ids('AWS::SQS::Queue'),
  };
}

function missing(name: string): never {
  throw new Error(`the stack has no ${name}: deploy it again`);
}

function partsOf({ siteUrl, from, configurationSet, tables, ...names }: Names) {
  const now = () => new Date();
  const documents = newDocumentClient();
  const { dynamoDb } = newOperatorClients();
  const sqs = newSqsClient();
  return {
    now,
    siteUrl,
    relations: relationsTable(documents, tables.relations),
    subscribers: subscriberTable(documents, tables.subscribers),
    addresses: addressKey(documents, tables.subscribers),
    runs: runTable(documents, tables.runs),
    brake: brakeTable(documents, tables.limits),
    mailer: mailer(newSesClient(), { from: { name: 'Jubilee', address: from }, configurationSet }),
    quota: sendQuota(newSesQuotaClient(), now),
    linkKeys: () => readLinkKeysFrom(names.linkKeys),
    tables: () => Promise.all(Object.values(tables).map((table) => readTableState(dynamoDb, table))),
    /** About: DynamoDB counts every few hours, and counts those who have left too. */
    subscriberCount: async () => (await readTableState(dynamoDb, tables.subscribers)).items,
    queues: () => Promise.all(names.queueUrls.map((url) => readQueueState(sqs, url))),
  };
}
