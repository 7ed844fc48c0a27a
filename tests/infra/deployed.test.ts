import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDataset } from '../../cli/dataset-files.ts';
import { embeddedDynamoDb } from '../../cli/local/embedded-dynamodb.ts';
import type { Listening } from '../../cli/local/listen.ts';
import { localAccount } from '../../cli/local/local-account.ts';
import { checkTable } from '../../src/adapters/dynamodb/check-table.ts';
import { runTable } from '../../src/adapters/dynamodb/run-table.ts';
import { addDays } from '../../src/domain/calendar-date.ts';
import { buildDigest } from '../../src/domain/digest.ts';
import { defaultPreferences } from '../../src/domain/preferences.ts';
import { localDate, onlyTick, tickServing } from '../../src/domain/schedule.ts';
import { digestMail } from '../../src/mail/digest-mail.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type DeployedStack, deploy } from './deployed/deployed-stack.ts';
import { type Assembly, assemble, type DeployedTemplate, type Resource } from './deployed/template.ts';

let assembly: Assembly;
let dynamoDb: Listening;
let made: unknown;
const parameters = new Map<string, string>();
beforeAll(async () => {
  assembly = await assemble(await temporaryFolder());
  dynamoDb = await embeddedDynamoDb();
  made = await (await deployed()).makeCustomResources();
});
afterAll(() => dynamoDb.close());

const today = localDate(new Date(), 'UTC');
const tomorrow = addDays(today, 1);
/** Whenever this runs, today's digest is past: tomorrow's is the first. */
const wishes = { timeZone: 'UTC', hour: 0, sendEmpty: true };
const json = { 'content-type': 'application/json' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };

/** The stack as the template describes it, or as it would be with the template spoilt. */
async function deployed(spoil: (template: DeployedTemplate) => void = () => {}): Promise<DeployedStack> {
  const template: DeployedTemplate = JSON.parse(assembly.template);
  spoil(template);
  const stack = await deploy(assembly, template, { dynamoDb, parameters, folder: await temporaryFolder() });
  afterAll(stack.close);
  return stack;
}

/** From a request to subscribe to the digest in the inbox: the request, the link in the mail, tomorrow's tick. */
async function subscribeAndWait(stack: DeployedStack): Promise<void> {
  const body = JSON.stringify({ email: `${crypto.randomUUID()}@ministry.example`, ...wishes });
  const asked = await stack.request('POST', '/v1/subscriptions', body, json);
  if (asked.statusCode !== 202) throw new Error(asked.body);
  await stack.drain();
  await stack.request('POST', '/confirm', `t=${await tokenIn(stack)}`, form);
  const tick = tickServing({ date: tomorrow, hour: wishes.hour }, 'UTC');
  await unplanned(stack, tick);
  await stack.tick(tick);
  await stack.drain();
}

/** The stacks of this file have their tables in common: another may have planned the tick. */
async function unplanned(stack: DeployedStack, tick: Date): Promise<void> {
  await runTable(documents(), ledgerOf(stack)).beginAfter(onlyTick(tick).after);
}

function documents(): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(new DynamoDBClient({ ...localAccount, endpoint: dynamoDb.url }), {
    marshallOptions: { removeUndefinedValues: true },
  });
}

function ledgerOf({ tables }: DeployedStack): string {
  return tables.find((name) => name.startsWith('TablesRuns')) ?? '';
}

async function lastMail({ mails }: DeployedStack) {
  const last = mails.all().at(-1);
  if (last === undefined) throw new Error('No mail has come');
  return { ...last, content: await PostalMime.parse(new Uint8Array(await mails.raw(last))) };
}

async function tokenIn(stack: DeployedStack): Promise<string> {
  return /\?t=(\S+)/.exec((await lastMail(stack)).content.text ?? '')?.[1] ?? '';
}

/** The digest that the domain makes of the data in the repository, for the two days that have passed by then. */
function digestOfTomorrow() {
  const { timelines, sources } = readDataset();
  const preferences = { ...defaultPreferences, ...wishes };
  const digest = buildDigest(
    { on: tomorrow, coverage: { from: today, through: tomorrow } },
    { timelines },
    preferences,
  );
  const links = { site: '', unsubscribe: '', preferences: '' };
  const subscriber = { id: 's', subscriptionVersion: 1, preferences };
  return digestMail(digest, {
    subscriber,
    sources: new Map(sources.map((source) => [source.id, source])),
    links,
    domain: 'example.org',
  });
}

test('what the template deploys does the whole job: from the dataset to the digest in the inbox, what became of it, and the check that everybody got theirs', async () => {
  expect(made).toMatchObject([
    { Status: 'SUCCESS', Data: { removed: 0 } },
    { Status: 'SUCCESS', Data: { isNew: true } },
  ]);
  const stack = await deployed();
  await subscribeAndWait(stack);

  const { content, tags } = await lastMail(stack);
  expect(content.subject).toBe(digestOfTomorrow().subject);
  expect(tags.digest).toBe(tomorrow);
  expect(await deliveryOf(stack, tags.subscriber)).toMatchObject({
    status: { S: 'sent' },
    deliveredAt: { S: expect.any(String) },
  });
  await stack.tick(tickServing({ date: addDays(tomorrow, 1), hour: 3 }, 'UTC'));
  expect(await checkTable(documents(), ledgerOf(stack)).latest(1)).toMatchObject([
    { days: [tomorrow], counts: { due: 1, sent: 1, missing: 0 } },
  ]);
  expect(stack.denied).toEqual([]);
});

test('a variable under a name that the function does not read stops the job, and is named', async () => {
  const stack = await deployed((template) => {
    const { Variables } = functionOf(template, 'digest-sender').Properties.Environment;
    Variables.DELIVERY_TABLE = Variables.DELIVERIES_TABLE;
    delete Variables.DELIVERIES_TABLE;
  });
  await expect(subscribeAndWait(stack)).rejects.toThrow('Missing environment variables: DELIVERIES_TABLE');
});

test.each([
  ['notice-sender', 'ses:SendRawEmail'],
  ['digest-sender', 'dynamodb:PutItem'],
  ['digest-planner', 'sqs:SendMessage'],
])('a permission that %s lacks stops the job: %s', async (name, action) => {
  const stack = await deployed((template) => {
    const [role] = functionOf(template, name).Properties.Role['Fn::GetAtt'];
    for (const statement of statementsOf(template, role)) {
      statement.Action = [statement.Action].flat().filter((allowed: string) => allowed !== action);
    }
  });
  await expect(subscribeAndWait(stack)).rejects.toThrow();
  expect(stack.denied.join()).toContain(action);
});

function functionOf(template: DeployedTemplate, name: string): Resource {
  const found = Object.values(template.Resources).find(
    ({ Properties }) => Properties?.Environment?.Variables.POWERTOOLS_SERVICE_NAME === name,
  );
  if (found === undefined) throw new Error(`There is no function ${name}`);
  return found;
}

function statementsOf({ Resources }: DeployedTemplate, role: string) {
  const policies = Object.values(Resources).filter(({ Type }) => Type === 'AWS::IAM::Policy');
  const attached = policies.filter(({ Properties }) =>
    Properties.Roles.some(({ Ref }: { Ref: string }) => Ref === role),
  );
  return attached.flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
}

async function deliveryOf({ tables }: DeployedStack, subscriberId = '') {
  const client = new DynamoDBClient({ ...localAccount, endpoint: dynamoDb.url });
  const TableName = tables.find((name) => name.startsWith('TablesDeliveries'));
  const Key = { subscriberId: { S: subscriberId }, on: { S: tomorrow } };
  return (await client.send(new GetItemCommand({ TableName, Key }))).Item;
}
