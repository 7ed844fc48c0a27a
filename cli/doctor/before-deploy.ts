import {
  hasProductionAccess,
  isKnownIdentity,
  readConcurrency,
  readOutputs,
  tablesNamed,
} from '../../src/adapters/account/account-state.ts';
import { readAccount } from '../../src/adapters/account/deployed-stack.ts';
import type { OperatorClients } from '../../src/adapters/account/operator-clients.ts';
import { remember } from '../../src/domain/remember.ts';
import type { Settings } from '../../src/settings/settings.ts';
import { type Check, concurrencyFinding, fail, note, pass, skipped } from './finding.ts';

export type BeforeDeploy = ReturnType<typeof askAccount>;

/** Creates a reader of the account and region to deploy to. */
export function askAccount(settings: Settings | string, clients: OperatorClients) {
  const chosen = (): Settings => {
    if (typeof settings === 'string') throw new Error('the settings are invalid');
    return settings;
  };
  return {
    settings,
    chosen,
    clients,
    /** Reads the outputs of the stack; `undefined` before its first deployment. */
    outputs: remember(() => readOutputs(clients.cloudFormation, chosen().stackName)),
    identity: () => chosen().domain ?? chosen().from,
    txt: async (name: string): Promise<string[]> =>
      (await clients.resolveTxt(name).catch(() => [])).map((text) => text.join('')),
  };
}

/** The oldest bootstrap version that the CDK accepts. */
const BOOTSTRAP_VERSION = 6;

/** The checks, before there is a stack, that a deployment will succeed. */
export const beforeDeployChecks: readonly Check<BeforeDeploy>[] = [
  {
    name: 'settings',
    about: 'every setting can be read, and none contradicts another',
    look: async ({ settings }) =>
      typeof settings === 'string'
        ? fail(settings, 'npm run -s jubilee -- setup')
        : pass(`${settings.stackName}, from ${settings.from}`),
  },
  {
    name: 'credentials',
    about: 'AWS accepts the credentials',
    look: async ({ clients }) => {
      const found = await readAccount(clients.sts).catch(String);
      return /^\d{12}$/.test(found)
        ? pass(`account ${found}`)
        : fail(found, 'set AWS_PROFILE, or sign in: aws sso login');
    },
  },
  {
    name: 'region',
    about: 'a region is chosen, and it is that of the settings',
    look: async ({ settings, clients }) => {
      const found = await clients.sts.config.region().catch(() => undefined);
      const wanted = typeof settings === 'string' ? undefined : settings.region;
      if (found === undefined) return fail('none', 'npm run -s jubilee -- setup, or set AWS_REGION');
      return wanted === undefined || wanted === found
        ? pass(found)
        : fail(`AWS_REGION is ${found}, the settings say ${wanted}`, `unset AWS_REGION, or set it to ${wanted}`);
    },
  },
  {
    name: 'bootstrap',
    about: 'the account and region are prepared for the CDK',
    look: async ({ clients }) => {
      const version = Number((await readOutputs(clients.cloudFormation, 'CDKToolkit'))?.BootstrapVersion ?? 0);
      return version >= BOOTSTRAP_VERSION
        ? pass(`version ${version}`)
        : fail(version === 0 ? 'not yet' : `version ${version} is too old`, 'npx cdk bootstrap');
    },
  },
  {
    name: 'SES',
    about: 'the region has SES, and it mails everybody',
    look: async ({ clients }) => {
      const isOpen = await hasProductionAccess(clients.ses).catch(noService);
      if (isOpen === undefined)
        return fail('the region has no SES', 'choose another: npm run -s jubilee -- setup --region eu-central-1');
      return isOpen
        ? pass('out of the sandbox')
        : note('in the sandbox: only verified addresses get mail', 'docs/deploy.md, "Leaving the sandbox"');
    },
  },
  {
    name: 'identity',
    about: 'SES has the sender if the settings expect it, and only then',
    look: async ({ chosen, identity, clients, outputs }) => {
      const [wanted, isKnown, made] = [identity(), await isKnownIdentity(clients.ses, identity()), await outputs()];
      const isExisting = chosen().identity === 'existing';
      if (isExisting && !isKnown)
        return fail(
          `SES does not have ${wanted}`,
          `aws sesv2 create-email-identity --email-identity ${wanted}, or let the stack create it: identity=own`,
        );
      if (!isExisting && isKnown && made?.Identity !== wanted)
        return fail(
          `SES has ${wanted} already, so creating it would fail the deployment`,
          'use it without changing it: npm run -s jubilee -- setup --identity existing',
        );
      return pass(isKnown ? `${wanted} is there` : `${wanted} will be created`);
    },
  },
  {
    name: 'identity kept',
    about: 'a deployment does not replace a working sender',
    look: async ({ identity, outputs }) => {
      const deployed = (await outputs())?.Identity;
      if (deployed === undefined) return skipped('nothing is deployed yet');
      return deployed === identity()
        ? pass(deployed)
        : fail(
            `${deployed} is deployed, the settings say ${identity()}`,
            'correct the settings; to replace it anyway, deploy from a terminal: no mail is sent until the new one is verified',
          );
    },
  },
  {
    name: 'DMARC free',
    about: 'the domain has no DMARC record where the deployment would create one',
    look: async ({ chosen, outputs, txt }) => {
      const { domain, hostedZoneId, dmarc, identity } = chosen();
      if (!domain || !hostedZoneId || dmarc === 'leave' || identity === 'existing')
        return skipped('the deployment creates none');
      const found = (await txt(`_dmarc.${domain}`)).find((text) => text.startsWith('v=DMARC1'));
      const isOurs = (await outputs())?.DnsDmarc !== undefined;
      return found === undefined || isOurs
        ? pass(found ?? 'there is none')
        : fail(`there is one: ${found}`, 'keep it: npm run -s jubilee -- setup --dmarc leave');
    },
  },
  {
    name: 'concurrency',
    about: 'the account runs enough functions at once',
    look: async ({ chosen, clients }) => concurrencyFinding(await readConcurrency(clients.lambda), chosen().senders),
  },
  {
    name: 'left behind',
    about: 'the region has no leftover table of a removed stack',
    look: async ({ chosen, clients, outputs }) => {
      if ((await outputs()) !== undefined) return skipped('the stack exists');
      const tables = await tablesNamed(clients.dynamoDb, `${chosen().stackName}-Tables`);
      return tables.length === 0
        ? pass('none')
        : note(
            `${tables.join(', ')}: left by a removed stack, or by a failed first deployment`,
            'docs/deploy.md, "Roll back, restore, remove"',
          );
    },
  },
];

/** Returns `undefined` for an unknown host, which means that the region lacks the service; rethrows other errors. */
function noService(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOTFOUND') return undefined;
  throw error;
}
