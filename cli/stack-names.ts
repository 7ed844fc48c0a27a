import { type DeployedStack, readStack } from '../src/adapters/account/deployed-stack.ts';
import type { TableName } from '../src/adapters/dynamodb/table-shapes.ts';
import { queueUrls } from './local/queue-operations.ts';

/** The names of a stack's parts in AWS or on this machine. */
export type StackNames = {
  readonly siteUrl: string;
  readonly from: string;
  readonly configurationSet: string;
  /** The parameter with the link-signing keys. */
  readonly linkKeys: string;
  /** The planner function. */
  readonly planner: string;
  readonly tables: Readonly<Record<TableName, string>>;
  readonly queueUrls: readonly string[];
};

/** Thrown when the stack lacks a part that this version needs. */
export class StackIncomplete extends Error {
  constructor(output: string) {
    super(`the stack has no output ${output}: deploy this version`);
    this.name = 'StackIncomplete';
  }
}

/** Checks whether this process has the variables that `jubilee start` prints. */
export function isLocal({ AWS_ENDPOINT_URL_DYNAMODB }: NodeJS.ProcessEnv): boolean {
  return Boolean(AWS_ENDPOINT_URL_DYNAMODB);
}

/**
 * Reads the names in the stack of `jubilee start` or else in the named stack, in the account and region of this process.
 *
 * @throws StackIncomplete, Error if there is no such stack
 */
export async function stackNames(stack: string): Promise<StackNames> {
  return isLocal(process.env) ? localNames(process.env) : namesIn(await readStack(stack));
}

export function localNames({ SITE_URL = '', AWS_ENDPOINT_URL_SQS = '' }: NodeJS.ProcessEnv): StackNames {
  return {
    siteUrl: SITE_URL,
    from: 'jubilee@example.org',
    configurationSet: 'jubilee',
    linkKeys: 'link-keys',
    planner: 'digest-planner',
    tables: {
      relations: 'relations',
      subscribers: 'subscribers',
      deliveries: 'deliveries',
      runs: 'runs',
      limits: 'limits',
    },
    queueUrls: queueUrls(AWS_ENDPOINT_URL_SQS, ['digest-queue', 'notice-queue', 'event-queue']),
  };
}

/** Extracts the names from a deployed stack. @throws StackIncomplete */
export function namesIn({ outputs, resources }: DeployedStack): StackNames {
  const output = (name: string) => outputs[name] ?? failMissing(name);
  return {
    siteUrl: output('SiteUrl'),
    from: output('FromAddress'),
    configurationSet: output('ConfigurationSet'),
    linkKeys: output('LinkKeysParameter'),
    planner: output('DigestPlanner'),
    tables: {
      relations: output('RelationsTable'),
      subscribers: output('SubscribersTable'),
      deliveries: output('DeliveriesTable'),
      runs: output('RunsTable'),
      limits: output('LimitsTable'),
    },
    queueUrls: resources.filter(({ type }) => type === 'AWS::SQS::Queue').map(({ id }) => id),
  };
}

function failMissing(output: string): never {
  throw new StackIncomplete(output);
}
