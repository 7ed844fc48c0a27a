import type { Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import type { Settings } from '../../src/settings/settings.ts';
import { nameOf, synthesize } from './template.ts';

const prod: Partial<Settings> = { domain: 'example.org', hostedZoneId: 'Z0123456789' };
const dev: Partial<Settings> = { ...prod, stage: 'dev', stackName: 'Jubilee-dev', identity: 'existing' };

/** Properties by which a resource claims a name that its account, region or zone has only once. */
const physicalNames =
  /^(\w*Name|Name|EmailIdentity|Aliases|RoleName|Parameter|LINK_KEYS_PARAMETER|POWERTOOLS_METRICS_NAMESPACE)$/;

test('two stages share no name of anything that they make', () => {
  const [ours, theirs] = [claims(synthesize(prod)), claims(synthesize(dev))];
  expect(ours.length).toBeGreaterThan(5);
  expect(ours.filter((claim) => theirs.includes(claim))).toEqual([]);
});

test('nor do two stacks of one stage', () => {
  const other = {
    stackName: 'Embassy',
    from: 'alerts@example.net',
    domain: 'example.net',
    hostedZoneId: 'Z9876543210',
  };
  const [ours, theirs] = [claims(synthesize(prod)), claims(synthesize(other))];
  expect(ours.filter((claim) => theirs.includes(claim))).toEqual([]);
});

test('a dev stack that took over the other’s identity would be noticed', () => {
  const [ours, theirs] = [claims(synthesize(prod)), claims(synthesize({ ...dev, identity: 'own' }))];
  expect(ours.filter((claim) => theirs.includes(claim))).toContain('AWS::SES::EmailIdentity EmailIdentity example.org');
});

test('each may write only its own tables, queues and keys', () => {
  const own = synthesize(dev);
  for (const { Properties } of Object.values(own.findResources('AWS::IAM::Policy'))) {
    for (const { Resource } of Properties.PolicyDocument.Statement) {
      for (const resource of [Resource].flat().map(nameOf)) {
        expect(resource).not.toMatch(/Jubilee(?!-dev)/);
      }
    }
  }
});

test('metrics and alarms of a stage are its own: the ticks of one cannot quiet the other', () => {
  const namespaces = (of: Template) =>
    new Set(JSON.stringify(of.toJSON()).match(/(?<="(Namespace|POWERTOOLS_METRICS_NAMESPACE)":")[^"]+/g));
  expect([...namespaces(synthesize(prod))].filter((name) => !name.startsWith('AWS/'))).toEqual(['Jubilee']);
  expect([...namespaces(synthesize(dev))].filter((name) => !name.startsWith('AWS/'))).toEqual(['Jubilee-dev']);
});

/** `type property value` of every physical name in the template. */
function claims(template: Template): string[] {
  const found: string[] = [];
  for (const { Type, Properties } of Object.values<{ Type: string; Properties?: object }>(
    template.toJSON().Resources,
  )) {
    for (const [name, value] of Object.entries({ ...Properties, ...variablesOf(Properties) })) {
      if (physicalNames.test(name) && typeof value === 'string' && !isShared(Type, name))
        found.push(`${Type} ${name} ${value}`);
    }
  }
  return found;
}

function variablesOf(properties: object = {}): object {
  return Object(Object(Object(properties).Environment).Variables);
}

/** Names of something else: the metric that an alarm watches, the policy of a role, an index. */
function isShared(type: string, name: string): boolean {
  return (
    name === 'MetricName' ||
    name === 'StageName' ||
    (type === 'AWS::IAM::Policy' && name === 'PolicyName') ||
    name === 'DomainName'
  );
}
