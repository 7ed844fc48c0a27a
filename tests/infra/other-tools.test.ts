import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import {
  CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
  type Stack,
} from '@aws-sdk/client-cloudformation';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import type { Template } from 'aws-cdk-lib/assertions';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localAccount } from '../../cli/local/local-account.ts';
import { linkSigner, readLinkKeys } from '../../src/adapters/lambda/link-signer.ts';
import type { Settings } from '../../src/settings/settings.ts';
import { jubileeWith } from '../cli/run-jubilee.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { synthesize } from './template.ts';

/*
 * What others make of the template: cfn-lint, which knows what CloudFormation takes, and the CloudFormation of Moto, which
 * makes the stack as far as it knows the types. Both are programs in Python; CONTRIBUTING.md says how they are installed.
 */

const everything: Partial<Settings> = {
  domain: 'example.org',
  hostedZoneId: 'Z0123456789ABCDEFGHIJ',
  cdn: {
    siteDomain: 'days.example.org',
    certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-0000-0000-000000000000',
  },
  alarmEmail: 'ops@example.org',
  stage: 'dev',
};

describe.runIf(isInstalled('cfn-lint'))('cfn-lint', () => {
  test('finds no fault in the template, with minimal settings or with all', async () => {
    expect(await findings([synthesize().toJSON(), synthesize(everything).toJSON()])).toBe('');
  });

  test('would find a property that CloudFormation does not know', async () => {
    const template = synthesize().toJSON();
    Object.assign(Object(template.Resources.TablesRelations4B7A03CE).Properties, { Kays: [] });
    expect(await findings([template])).toMatch(/E3002.*'Kays'/);
  });

  /** But W3005: that a dependency is named which a reference implies. The CDK names each. */
  async function findings(templates: readonly object[]): Promise<string> {
    const folder = await temporaryFolder();
    const files = templates.map((template, index) => {
      const file = join(folder, `${index}.json`);
      writeFileSync(file, JSON.stringify(template));
      return file;
    });
    const flags = ['--ignore-checks', 'W3005', '--format', 'parseable', '--template', ...files];
    return spawnSync('cfn-lint', flags, { encoding: 'utf8' }).stdout;
  }
});

/** Where Moto answers, and the credentials for it. */
type Place = typeof localAccount & { readonly endpoint: string };

describe.runIf(isInstalled('moto_server'))('the CloudFormation of Moto', () => {
  const trial = { stage: 'dev', stackName: 'Jubilee-dev', identity: 'existing' } as const;
  const template = synthesize({ bootstrapVersionRule: false });
  const functions = Object.values(template.findResources('AWS::Lambda::Function'));
  let moto: ChildProcessWithoutNullStreams;
  let at: Place;
  let made: Stack | undefined;
  beforeAll(async () => {
    moto = spawn('moto_server', ['--host', '127.0.0.1', '--port', '0']);
    at = { ...localAccount, endpoint: await addressOf(moto) };
    await put(at, 's3', `/${ASSETS}`);
    await create('Jubilee', template);
    made = await described('Jubilee');
  });

  /** As `cdk deploy` does, but for the functions of the deployment, which only run where Docker is: they are answered for. */
  async function create(StackName: string, from: Template): Promise<void> {
    await uploadCode(from);
    const TemplateBody = JSON.stringify(from.toJSON());
    const { StackId = '' } = await new CloudFormationClient(at).send(
      new CreateStackCommand({ StackName, TemplateBody }),
    );
    await answerFor(StackId, from);
  }

  async function uploadCode(from: Template): Promise<void> {
    for (const { Properties } of Object.values(from.findResources('AWS::Lambda::Function')))
      await put(at, 's3', `/${ASSETS}/${Properties.Code.S3Key}`, EMPTY_ZIP);
  }

  async function answerFor(StackId: string, from: Template): Promise<void> {
    const custom = ['Custom::Dataset', 'Custom::LinkKeys'].flatMap((type) => Object.keys(from.findResources(type)));
    for (const LogicalResourceId of custom) {
      const answer = JSON.stringify({ Status: 'SUCCESS', StackId, LogicalResourceId, Data: {} });
      await put(at, 'cloudformation', `/cloudformation_${at.region}/cfnresponse?stack=${StackId}`, answer);
    }
  }

  async function described(StackName: string): Promise<Stack | undefined> {
    return (await new CloudFormationClient(at).send(new DescribeStacksCommand({ StackName }))).Stacks?.[0];
  }

  async function tablesOf(StackName: string): Promise<string[]> {
    const { StackResources = [] } = await new CloudFormationClient(at).send(
      new DescribeStackResourcesCommand({ StackName }),
    );
    const tables = StackResources.filter(({ ResourceType }) => ResourceType === 'AWS::DynamoDB::Table');
    return tables.map(({ PhysicalResourceId = '' }) => PhysicalResourceId);
  }

  afterAll(() => moto.kill());

  test('makes the stack, whose functions know the tables that were made with it', async () => {
    expect(made?.StackStatus).toBe('CREATE_COMPLETE');
    const { Functions = [] } = await new LambdaClient(at).send(new ListFunctionsCommand());
    expect(Functions).toHaveLength(functions.length);
    const { TableNames = [] } = await new DynamoDBClient(at).send(new ListTablesCommand());
    const told = Functions.flatMap(({ Environment }) => Object.entries(Environment?.Variables ?? {}));
    const tables = told.filter(([name]) => name.endsWith('_TABLE')).map(([, value]) => value);
    expect([...new Set(tables)].sort()).toEqual(TableNames.toSorted());
  });

  const jubilee = (...words: readonly string[]) =>
    jubileeWith(
      {
        AWS_ENDPOINT_URL: at.endpoint,
        AWS_ENDPOINT_URL_DYNAMODB: '',
        AWS_REGION: at.region,
        AWS_ACCESS_KEY_ID: at.credentials.accessKeyId,
        AWS_SECRET_ACCESS_KEY: at.credentials.secretAccessKey,
      },
      ...words,
    );

  test('lets the commands find a stack by its name, and report a missing one', async () => {
    expect((await jubilee('runs')).stdout).toMatch(/^No tick has been planned yet$/m);
    expect(await jubilee('runs', '--stack', 'Elsewhere')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^error: there is no such stack .*--stack.*\n$/),
    });
  });

  test('lets the link-signing key be replaced, even a lost one, and restarts every function', async () => {
    const ssm = new SSMClient(at);
    const keys = async () => {
      const asked = new GetParameterCommand({ Name: '/Jubilee/link-keys', WithDecryption: true });
      return readLinkKeys((await ssm.send(asked)).Parameter?.Value ?? '');
    };
    const rotate = async (...words: readonly string[]) =>
      JSON.parse((await jubilee('keys', 'rotate', '--format', 'json', ...words)).stdout);
    expect(await rotate()).toMatchObject({ parameter: '/Jubilee/link-keys', earlierKeys: 0 });
    const first = await keys();
    const bearer = { subscriberId: 'someone', subscriptionVersion: 1 };
    const [now, later] = [new Date('2026-11-29T00:00:00Z'), new Date('2036-11-29T00:00:00Z')];
    const token = linkSigner(first).sign('unsubscribe', bearer, now);

    const { stdout } = await jubilee('keys', 'rotate');
    expect(stdout).toBe(
      `A new key signs links; earlier keys still valid: 1. ${functions.length} functions restarted.\n`,
    );
    expect((await keys()).earlier).toEqual([first.current]);
    expect(linkSigner(await keys()).verify('unsubscribe', token, later)).toEqual(bearer);
    const { Functions = [] } = await new LambdaClient(at).send(new ListFunctionsCommand());
    expect(new Set(Functions.map(({ Description }) => Description?.slice(0, 14)))).toEqual(new Set(['Keys of links ']));

    expect(await rotate('--forget-earlier')).toMatchObject({ earlierKeys: 0 });
    expect(linkSigner(await keys()).verify('unsubscribe', token, now)).toBe('invalid');
  });

  test('makes a second stage beside it, and removes that, without touching the first', async () => {
    const [before, ours] = [await described('Jubilee'), await tablesOf('Jubilee')];
    await create('Jubilee-dev', synthesize({ ...trial, bootstrapVersionRule: false }, 'one date, changed'));
    const theirs = await tablesOf('Jubilee-dev');
    expect(theirs).toHaveLength(ours.length);
    expect(theirs.filter((table) => ours.includes(table))).toEqual([]);
    await new CloudFormationClient(at).send(new DeleteStackCommand({ StackName: 'Jubilee-dev' }));
    expect(await tablesOf('Jubilee')).toEqual(ours);
    expect(await described('Jubilee')).toEqual(before);
    const { TableNames = [] } = await new DynamoDBClient(at).send(new ListTablesCommand());
    expect(TableNames).toEqual(expect.arrayContaining(ours));
    expect(TableNames.filter((table) => theirs.includes(table))).toEqual([]);
  });

  async function addressOf({ stderr }: ChildProcessWithoutNullStreams): Promise<string> {
    for await (const line of createInterface(stderr)) {
      const [, address] = /Running on (http:\S+)/.exec(line) ?? [];
      if (address) return address;
    }
    throw new Error('moto_server has ended');
  }

  /** Moto reads of a signature only which service is meant. */
  async function put({ endpoint, region }: Place, service: string, path: string, body: string | Uint8Array = '') {
    const authorization = `AWS4-HMAC-SHA256 Credential=local/20260101/${region}/${service}/aws4_request`;
    const headers = { authorization, 'content-type': 'application/json' };
    const { status } = await fetch(`${endpoint}${path}`, { method: 'PUT', body, headers });
    if (status !== 200) throw new Error(`${path}: ${status}`);
  }
});

/** Where the CDK expects assets in the account of Moto. */
const ASSETS = 'cdk-hnb659fds-assets-123456789012-us-east-1';
const EMPTY_ZIP = new Uint8Array([80, 75, 5, 6, ...Array<number>(18).fill(0)]);

function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined;
}
