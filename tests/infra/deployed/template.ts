import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { AnniversaryStack } from '../../../infra/anniversary-stack.ts';
import { bundle } from '../../../infra/bundle.ts';
import { settings } from '../template.ts';

export type Resource = {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template is whatever its parts say; what reads a property says what it must be.
  readonly Properties: Record<string, any>;
};
export type DeployedTemplate = { readonly Resources: Record<string, Resource> };

export type Assembly = {
  /** The template as text, so that a test can spoil it. */
  readonly template: string;
  /** The folder that a function's code stands in, by its key in the bucket of assets. */
  readonly codeAt: (key: string) => string;
};

/** Builds the bundles and synthesizes the stack into `folder`, as `cdk deploy` does into cdk.out. */
export async function assemble(folder: string): Promise<Assembly> {
  const bundles = join(folder, 'dist');
  await bundle(bundles);
  const outdir = join(folder, 'cdk.out');
  const app = new App({ outdir, builtinCloudFormationValidation: false });
  new AnniversaryStack(app, { ...settings, bundles });
  app.synth();
  const { files } = JSON.parse(readFileSync(join(outdir, 'Jubilee.assets.json'), 'utf8'));
  const sources = new Map<string, string>();
  for (const { source, destinations } of Object.values<AssetFile>(files)) {
    for (const { objectKey } of Object.values(destinations)) sources.set(objectKey, join(outdir, source.path));
  }
  const template = readFileSync(join(outdir, 'Jubilee.template.json'), 'utf8');
  return { template, codeAt: (key) => sources.get(key) ?? key };
}

type AssetFile = {
  readonly source: { readonly path: string };
  readonly destinations: Readonly<Record<string, { readonly objectKey: string }>>;
};

export const region = 'eu-central-1';
export const account = '111122223333';

const pseudo: Readonly<Record<string, string>> = {
  'AWS::Region': region,
  'AWS::AccountId': account,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackName': 'Jubilee',
  'AWS::StackId': `arn:aws:cloudformation:${region}:${account}:stack/Jubilee/4f1c8d0e-0000-4000-8000-3b9aca000001`,
};

/** What a service calls a thing of ours, behind `arn:aws:…:region:account:`. */
const arnPaths: Readonly<Record<string, (id: string) => string>> = {
  'AWS::DynamoDB::Table': (id) => `dynamodb:${region}:${account}:table/${id}`,
  'AWS::SQS::Queue': (id) => `sqs:${region}:${account}:${id}`,
  'AWS::SNS::Topic': (id) => `sns:${region}:${account}:${id}`,
  'AWS::Lambda::Function': (id) => `lambda:${region}:${account}:function:${id}`,
  'AWS::Logs::LogGroup': (id) => `logs:${region}:${account}:log-group:${id}:*`,
  'AWS::IAM::Role': (id) => `iam::${account}:role/${id}`,
};

/**
 * Answers the functions of a template (`Ref`, `Fn::GetAtt`, `Fn::Join`, `Fn::Select`, `Fn::Split`) as CloudFormation would once every
 * resource is made under its logical id.
 *
 * @throws Error at what it cannot answer: another tool could not either.
 */
export function resolver({ Resources }: DeployedTemplate) {
  const arnOf = (id: string): string => {
    const path = arnPaths[Resources[id]?.Type ?? ''];
    if (path === undefined) throw new Error(`Nobody knows the ARN of ${id}`);
    return `arn:aws:${path(id)}`;
  };

  function ref(id: string): string {
    const type = Resources[id]?.Type;
    if (type === undefined) return pseudo[id] ?? fail(`There is no ${id}`);
    if (type === 'AWS::SES::ConfigurationSet') return Resources[id]?.Properties.Name;
    if (type === 'AWS::SQS::Queue') return `https://sqs.${region}.amazonaws.com/${account}/${id}`;
    return type === 'AWS::SNS::Topic' ? arnOf(id) : id;
  }

  const functions: Readonly<Record<string, (given: never) => unknown>> = {
    Ref: ref,
    'Fn::GetAtt': ([id, attribute]: [string, string]) =>
      attribute === 'Arn' ? arnOf(id) : fail(`Nobody knows ${attribute} of ${id}`),
    'Fn::Join': ([between, parts]: [string, unknown[]]) => parts.map(resolve).join(between),
    'Fn::Select': ([index, list]: [string | number, unknown]) => Object(resolve(list))[Number(index)],
    'Fn::Split': ([between, text]: [string, unknown]) => String(resolve(text)).split(between),
  };

  function resolve(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const [name = '', given] = entries[0] ?? [];
    if (entries.length === 1 && name in functions) return Reflect.apply(functions[name] ?? fail, undefined, [given]);
    return Object.fromEntries(entries.map(([key, part]) => [key, resolve(part)]));
  }

  return resolve;
}

function fail(reason: string): never {
  throw new Error(reason);
}
