import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AnniversaryStack } from '../../infra/anniversary-stack.ts';
import { functionNames } from '../../infra/bundle.ts';
import type { MetricName } from '../../src/adapters/lambda/metric-names.ts';
import type { Settings } from '../../src/settings/settings.ts';

export const root = join(import.meta.dirname, '..', '..');

export const settings: Settings = {
  stackName: 'Jubilee',
  region: undefined,
  from: 'alerts@example.org',
  domain: undefined,
  hostedZoneId: undefined,
  identity: 'own',
  dmarc: 'none',
  siteUrl: undefined,
  cdn: undefined,
  alarmEmail: undefined,
  senders: 2,
  stage: 'prod',
  bootstrapVersionRule: true,
};

/** The template of the stack; `events` is what the bundle of the seeder carries as data/events.csv. */
export function synthesize(
  changed: Partial<Settings> = {},
  events = 'pair,kind,date',
  context: Readonly<Record<string, string>> = {},
): Template {
  const app = new App({ builtinCloudFormationValidation: false, context });
  const bundles = placeholderBundles(events);
  return Template.fromStack(new AnniversaryStack(app, { ...settings, ...changed, bundles }));
}

/** An application that is checked as `npx cdk synth` checks it. */
export function checkedApp(): App {
  return new App({ context: JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8')).context });
}

/** Stands in for the folder that `bundle` fills: the template depends on the names and the content only. */
export function placeholderBundles(events: string): string {
  const bundles = mkdtempSync(join(tmpdir(), 'bundles-'));
  for (const name of functionNames(join(root, 'lambdas'))) {
    mkdirSync(join(bundles, name, 'data'), { recursive: true });
    writeFileSync(join(bundles, name, 'index.mjs'), 'export const handler = async () => {};\n');
  }
  writeFileSync(join(bundles, 'table-seeder', 'data', 'events.csv'), events);
  return bundles;
}

/** What the function that is named so may do, as `action resource`, in order. */
export function permissionsOf(template: Template, name: string): string[] {
  return permissions(template, nameOf(functionNamed(template, name).Role))
    .flatMap(({ Action, Resource }) => [Action].flat().flatMap((action) => [Resource].flat().map((on) => [action, on])))
    .map(([action, resource]) => `${action} ${nameOf(resource)}`)
    .sort();
}

/** The statements of every policy of a role. */
export function permissions(template: Template, role: string) {
  return Object.values(template.findResources('AWS::IAM::Policy'))
    .filter(({ Properties }) => Properties.Roles.some((one: unknown) => nameOf(one) === role))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
}

export function functionNamed(template: Template, name: string) {
  const functions = Object.values(template.findResources('AWS::Lambda::Function'));
  return functions.find(({ Properties }) => environmentOf(Properties).POWERTOOLS_SERVICE_NAME === name)?.Properties;
}

export function queueNamed(template: Template, name: string) {
  const queues = Object.entries(template.findResources('AWS::SQS::Queue'));
  return queues.find(([id]) => nameOf(id) === name)?.[1].Properties;
}

function environmentOf(properties: { Environment?: { Variables: Record<string, unknown> } }) {
  return properties.Environment?.Variables ?? {};
}

/** A reference as a reader would name it: the logical id without its hash. */
export function nameOf(reference: unknown): string {
  if (typeof reference === 'string') return reference.replace(/[0-9A-F]{8}$/, '');
  const [value] = Object.values(Object(reference));
  if (!Array.isArray(value)) return nameOf(value);
  const [first, second] = value;
  return Array.isArray(second) ? second.map(nameOf).join(first) : nameOf(first);
}

/** How a metric that the deployed function counts reaches CloudWatch: what an alarm that watches it must name. */
export function publishedMetric(template: Template, name: string, metric: MetricName) {
  const script = `
    import { metrics } from './src/adapters/lambda/log.ts';
    metrics.addMetric('${metric}', 'Count', 1);
    metrics.publishStoredMetrics();`;
  const { Variables } = functionNamed(template, name).Environment;
  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    cwd: root,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      POWERTOOLS_METRICS_NAMESPACE: Variables.POWERTOOLS_METRICS_NAMESPACE,
      POWERTOOLS_SERVICE_NAME: Variables.POWERTOOLS_SERVICE_NAME,
    },
  });
  const published = JSON.parse(stdout);
  const [{ Namespace, Dimensions, Metrics }] = published._aws.CloudWatchMetrics;
  return {
    Namespace,
    MetricName: Metrics[0].Name,
    Dimensions: Dimensions[0].map((dimension: string) => ({ Name: dimension, Value: published[dimension] })),
  };
}
