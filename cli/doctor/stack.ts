import { newOperatorClients } from '../../src/adapters/account/operator-clients.ts';
import { readQueueState } from '../../src/adapters/account/queue-state.ts';
import { readTableState } from '../../src/adapters/account/table-state.ts';
import { addressKey } from '../../src/adapters/dynamodb/address-key.ts';
import { brakeTable } from '../../src/adapters/dynamodb/brake-table.ts';
import { relationsTable } from '../../src/adapters/dynamodb/relations-table.ts';
import { runTable } from '../../src/adapters/dynamodb/run-table.ts';
import { subscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import { newDocumentClient, newSesClient, newSesQuotaClient } from '../../src/adapters/lambda/clients.ts';
import { readLinkKeysFrom } from '../../src/adapters/lambda/link-keys.ts';
import { mailer } from '../../src/adapters/ses/mailer.ts';
import { sendQuota } from '../../src/adapters/ses/send-quota.ts';
import { newSqsClient } from '../../src/adapters/sqs/sqs-client.ts';
import { remember } from '../../src/domain/remember.ts';
import { stackClock } from '../stack-clock.ts';
import { localNames, namesIn, type StackNames } from '../stack-names.ts';
import { type Aws, askAws } from './aws.ts';

/** The stack to check, in AWS or on this machine. */
export type Stack = {
  /** Opens the parts. @throws Error if there is no stack. */
  readonly parts: () => Promise<Parts>;
  /** `undefined` for the stack of `jubilee start`. */
  readonly aws: Aws | undefined;
  /** Whether checks may mail the SES mailbox simulator. */
  readonly mayMail: boolean;
};

export type Parts = ReturnType<typeof openParts>;

/** Opens the stack of `jubilee start` by the variables of this process. */
export function localStack(env: NodeJS.ProcessEnv): Stack {
  const parts = openParts(localNames(env));
  return { parts: async () => parts, aws: undefined, mayMail: true };
}

/** Opens a stack by name in the account and region of this process. */
export function deployedStack(name: string, mayMail: boolean, clients = newOperatorClients()): Stack {
  const aws = askAws(name, clients);
  return { parts: remember(async () => openParts(namesIn(await aws.stack()))), aws, mayMail };
}

function openParts({ siteUrl, from, configurationSet, tables, ...names }: StackNames) {
  const now = stackClock(process.env);
  const documents = newDocumentClient();
  const { dynamoDb } = newOperatorClients();
  const sqs = newSqsClient();
  return {
    now,
    siteUrl,
    relations: relationsTable(documents, tables.relations),
    subscribers: subscriberTable(documents, tables.subscribers, now),
    addresses: addressKey(documents, tables.subscribers),
    runs: runTable(documents, tables.runs),
    brake: brakeTable(documents, tables.limits, 'confirmed'),
    mailer: mailer(newSesClient(), { from: { name: 'Jubilee', address: from }, configurationSet }),
    quota: sendQuota(newSesQuotaClient(), now),
    linkKeys: () => readLinkKeysFrom(names.linkKeys, documents.config, now()),
    tables: () => Promise.all(Object.values(tables).map((table) => readTableState(dynamoDb, table))),
    /** Counts subscribers approximately: DynamoDB counts every few hours, and includes those who have left. */
    subscriberCount: async () => (await readTableState(dynamoDb, tables.subscribers)).items,
    queues: () => Promise.all(names.queueUrls.map((url) => readQueueState(sqs, url))),
  };
}
