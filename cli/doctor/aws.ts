import { readConcurrency } from '../../src/adapters/account/account-state.ts';
import { countListeners, readAlarms } from '../../src/adapters/account/alarm-state.ts';
import { readAccount, readStack } from '../../src/adapters/account/deployed-stack.ts';
import { readMailIdentity, readSendingRules, readStanding } from '../../src/adapters/account/mail-account.ts';
import type { OperatorClients } from '../../src/adapters/account/operator-clients.ts';
import { isHandedOver } from '../../src/adapters/account/queue-state.ts';
import { isRecoverable, readTableState } from '../../src/adapters/account/table-state.ts';
import { remember } from '../../src/domain/remember.ts';

export type Aws = ReturnType<typeof askAws>;

/** Creates a reader of a stack's state in AWS: lazy, and each part once. */
export function askAws(stackName: string, clients: OperatorClients) {
  const stack = remember(() => readStack(stackName, clients.cloudFormation));
  const all = async (type: string) => (await stack()).resources.filter((resource) => resource.type === type);
  const output = async (name: string) => (await stack()).outputs[name] ?? '';
  const identity = async () =>
    (await output('Identity')) || Promise.reject(new Error('the stack has no output Identity: deploy this version'));
  const keptTables = async () =>
    (await all('AWS::DynamoDB::Table')).filter(({ name }) => !namesOfPassing.includes(name));

  return {
    stackName,
    stack,
    region: () => clients.sts.config.region(),
    account: () => readAccount(clients.sts),
    /** Reads an output of the stack by name. */
    output,

    /** Reads the sending domain; `undefined` if only an address is verified. */
    async domain(): Promise<string | undefined> {
      const name = await identity();
      return name.includes('@') ? undefined : name;
    },
    identity: remember(async () => readMailIdentity(clients.ses, await identity())),
    standing: () => readStanding(clients.ses),
    sendingRules: remember(async () => readSendingRules(clients.ses, await output('ConfigurationSet'))),
    /** Looks up the TXT records of a name. */
    txt: async (name: string): Promise<string[]> =>
      (await clients.resolveTxt(name).catch(noRecord)).map((text) => text.join('')),

    /** Lists the tables with valuable data that lack deletion protection. */
    unprotected: async () =>
      namesWhere(await keptTables(), async ({ id }) => !(await readTableState(clients.dynamoDb, id)).isProtected),
    unrecoverable: async () =>
      namesWhere(await keptTables(), async ({ id }) => !(await isRecoverable(clients.dynamoDb, id))),
    /** Lists the event source mappings that are switched off. */
    idleWorkers: async () =>
      namesWhere(
        await all('AWS::Lambda::EventSourceMapping'),
        async ({ id }) => !(await isHandedOver(clients.lambda, id)),
      ),

    concurrency: () => readConcurrency(clients.lambda),
    /** Reads the most concurrent digest senders. */
    senders: async () => Number(await output('Senders')),

    alarmNames: async () => (await all('AWS::CloudWatch::Alarm')).map(({ id }) => id),
    alarms: remember(async () =>
      readAlarms(
        clients.cloudWatch,
        (await all('AWS::CloudWatch::Alarm')).map(({ id }) => id),
      ),
    ),
    listeners: async () => countListeners(clients.sns, await output('AlarmTopic')),
  };
}

/** The tables with short-lived data only. */
const namesOfPassing = ['TablesLimits'];

async function namesWhere<Named extends { readonly name: string }>(
  all: readonly Named[],
  holds: (one: Named) => Promise<boolean>,
): Promise<string[]> {
  const answers = await Promise.all(all.map(holds));
  return all.filter((_, index) => answers[index]).map(({ name }) => name);
}

function noRecord(error: NodeJS.ErrnoException): string[][] {
  if (error.code === 'ENOTFOUND' || error.code === 'ENODATA') return [];
  throw error;
}
