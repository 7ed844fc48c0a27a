import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { CreateTableCommand, DynamoDBClient, ResourceInUseException } from '@aws-sdk/client-dynamodb';
import { embeddedSes } from '../../../cli/local/embedded-ses.ts';
import { type Listening, listen } from '../../../cli/local/listen.ts';
import { localAccount } from '../../../cli/local/local-account.ts';
import { openMailStore } from '../../../cli/local/mail-store.ts';
import { queueEvent } from '../../../cli/local/queue-event.ts';
import type { SesEvent } from '../../../cli/local/ses-events.ts';
import { embeddedQueues } from './embedded-queues.ts';
import { frontDoor } from './front-door.ts';
import { startable } from './functions.ts';
import { forbidden, type Statement } from './permissions.ts';
import { type Assembly, type DeployedTemplate, type Resource, region, resolver } from './template.ts';

/** What stacks have in common: their tables, and their parameters by name; and the folder for the mails of this one. */
type Parts = { readonly dynamoDb: Listening; readonly parameters: Map<string, string>; readonly folder: string };

export type DeployedStack = Awaited<ReturnType<typeof deploy>>;

/**
 * What the template describes, standing: its tables, queues, parameters and topic on embedded parts, and its functions as they lie in
 * cdk.out, each in a process that sees only the variables that the template gives it, and may only do what its role allows.
 */
export async function deploy(
  { codeAt }: Assembly,
  template: DeployedTemplate,
  { dynamoDb, parameters, folder }: Parts,
) {
  const resolve = resolver(template);
  const all = (type: string) => Object.entries(template.Resources).filter(([, resource]) => resource.Type === type);
  const read = ({ Properties }: Resource) => Object(resolve(Properties));

  await makeTables(
    dynamoDb.url,
    all('AWS::DynamoDB::Table').map(([id, table]) => ({ id, ...read(table) })),
  );
  const queues = embeddedQueues();
  const mails = await openMailStore(folder);
  const ses = await embeddedSes({ mails, now: () => new Date(), onEvent: (event) => publish(event) });

  const functions = Object.fromEntries(all('AWS::Lambda::Function').map(([id, resource]) => [id, read(resource)]));
  const door = await frontDoor(
    {
      dynamodb: { at: dynamoDb.url },
      ses: { at: ses.url },
      sqs: { answer: queues.answer },
      ssm: { answer: keptIn(parameters) },
    },
    (caller) => statementsOf(String(functions[caller]?.Role)),
  );
  const running = Object.fromEntries(
    Object.entries(functions).map(([id, { Code, Environment }]) => [
      id,
      startable({
        folder: codeAt(Code.S3Key),
        environment: { ...Environment.Variables, ...asLambdaSets(id, door.url) },
      }),
    ]),
  );

  function statementsOf(role: string): Statement[] {
    const policies = all('AWS::IAM::Policy').map(([, policy]) => read(policy));
    const attached = policies.filter(({ Roles }) => Roles.some((name: string) => role.endsWith(`/${name}`)));
    return attached.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
  }

  function mustAllow(role: string, action: string, resource: string): void {
    const on = forbidden({ action, resources: [resource] }, statementsOf(role));
    if (on !== undefined) throw new Error(`${role} may not ${action} ${on}`);
  }

  /** SES publishes to the topic of its configuration set, and the topic to the queues that subscribe to it. */
  function publish(event: SesEvent): void {
    const name = event.mail.tags['ses:configuration-set']?.[0];
    const destinations = all('AWS::SES::ConfigurationSetEventDestination').map(([, destination]) => read(destination));
    const topics = destinations
      .filter(({ ConfigurationSetName, EventDestination }) => ConfigurationSetName === name && EventDestination.Enabled)
      .map(({ EventDestination }) => EventDestination.SnsDestination.TopicARN);
    for (const { TopicArn, Endpoint } of all('AWS::SNS::Subscription').map(([, subscription]) => read(subscription))) {
      if (topics.includes(TopicArn)) queues.add(queueUrl(Endpoint), JSON.stringify(event));
    }
  }

  function queueUrl(arn: string): string {
    return String(resolve({ Ref: arn.split(':').at(-1) }));
  }

  const invoke = async (arnOrName: string, event: unknown): Promise<unknown> => {
    const id = arnOrName.split(':').at(-1) ?? '';
    return running[id]?.invoke(event) ?? Promise.reject(new Error(`There is no function ${id}`));
  };

  /** One round of every mapping; `true` if any delivered a message. */
  async function handOver(): Promise<boolean> {
    const rounds = all('AWS::Lambda::EventSourceMapping').map(async ([, mapping]) => {
      const { EventSourceArn, FunctionName, BatchSize } = read(mapping);
      const messages = queues.take(queueUrl(EventSourceArn), BatchSize);
      if (messages.length === 0) return false;
      for (const action of ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes']) {
        mustAllow(functions[FunctionName].Role, action, EventSourceArn);
      }
      const { batchItemFailures } = Object(await invoke(FunctionName, queueEvent(messages)));
      if (batchItemFailures.length > 0)
        throw new Error(`${FunctionName} gave back ${batchItemFailures.length} messages`);
      return true;
    });
    return (await Promise.all(rounds)).includes(true);
  }

  const custom = Object.entries(template.Resources).filter(([, { Type }]) => Type.startsWith('Custom::'));
  return {
    mails,
    denied: door.denied,
    used: door.used,
    tables: all('AWS::DynamoDB::Table').map(([id]) => id),

    /** Makes the custom resources, as CloudFormation does; gives what each answered. */
    async makeCustomResources(): Promise<unknown[]> {
      return Promise.all(
        custom.map(async ([id, dataset]) => {
          const { ServiceToken, ...ResourceProperties } = read(dataset);
          return answerTo((ResponseURL) =>
            invoke(ServiceToken, { RequestType: 'Create', LogicalResourceId: id, ResponseURL, ResourceProperties }),
          );
        }),
      );
    },

    /** What the gateway answers to a request: by its route, if the function lets it in. */
    async request(method: string, path: string, body = '', headers: Record<string, string> = {}) {
      const [rawPath = '', rawQueryString = ''] = path.split('?');
      const routes = all('AWS::ApiGatewayV2::Route').map(([, route]) => read(route));
      const route = routes.find(({ RouteKey }) => pattern(RouteKey).test(`${method} ${rawPath}`));
      if (route === undefined) throw new Error(`There is no route ${method} ${rawPath}`);
      const { IntegrationUri } = read(template.Resources[route.Target.split('/').at(-1)] ?? fail());
      const http = { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '203.0.113.9', userAgent: 'test' };
      const requestContext = {
        http,
        authentication: null,
        domainName: 'site',
        stage: '$default',
        timeEpoch: Date.now(),
      };
      const event = {
        version: '2.0',
        routeKey: route.RouteKey,
        rawPath,
        rawQueryString,
        headers: { host: 'site', ...headers },
        requestContext,
        body,
        isBase64Encoded: false,
      };
      return Object(await invoke(IntegrationUri, event));
    },

    /** Fires every schedule for that instant. */
    async tick(instant: Date): Promise<void> {
      for (const [, schedule] of all('AWS::Scheduler::Schedule')) {
        const { Target } = read(schedule);
        mustAllow(Target.RoleArn, 'lambda:InvokeFunction', Target.Arn);
        const input = Target.Input.replaceAll('<aws.scheduler.scheduled-time>', instant.toISOString());
        await invoke(Target.Arn, JSON.parse(input));
      }
    },

    /** Hands messages to functions until every queue is empty. */
    async drain(): Promise<void> {
      while (await handOver());
    },

    async close(): Promise<void> {
      await Promise.all(Object.values(running).map((one) => one.end()));
      for (const server of [door, ses]) await server.close();
    },
  };
}

/** What Lambda adds by itself: here the caller is known by the function's name in place of an access key. */
function asLambdaSets(id: string, endpoint: string): Record<string, string> {
  return {
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_ENDPOINT_URL_SES: endpoint,
    AWS_ENDPOINT_URL_SQS: endpoint,
    AWS_ENDPOINT_URL_SSM: endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: id,
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_LAMBDA_FUNCTION_NAME: id,
  };
}

type Table = { readonly id: string; readonly [property: string]: unknown };

/** Those that another stack on the same database has made already stay as they are. */
async function makeTables(endpoint: string, tables: readonly Table[]): Promise<void> {
  const client = new DynamoDBClient({ ...localAccount, endpoint });
  for (const { id, KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, BillingMode } of tables) {
    const properties = { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, BillingMode };
    const command = new CreateTableCommand(Object({ TableName: id, ...properties }));
    await client.send(command).catch((error) => {
      if (!(error instanceof ResourceInUseException)) throw error;
    });
  }
  client.destroy();
}

/** Answers PutParameter and GetParameter of SSM. */
function keptIn(parameters: Map<string, string>) {
  return ({ Name, Value = parameters.get(Name) }: { Name: string; Value?: string }): object => {
    if (Value !== undefined) parameters.set(Name, Value);
    return { Parameter: { Name, Value } };
  };
}

/** What comes to the address that CloudFormation waits at. */
async function answerTo(work: (url: string) => Promise<unknown>): Promise<unknown> {
  let answer: unknown;
  const server = createServer(async (request, response) => {
    answer = JSON.parse(await text(request));
    response.end();
  });
  const { url, close } = await listen(server, 0);
  await work(url);
  await close();
  return answer;
}

function pattern(routeKey: string): RegExp {
  return new RegExp(`^${routeKey.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`);
}

function fail(): never {
  throw new Error('A route leads nowhere');
}
