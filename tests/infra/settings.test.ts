import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readSettings, readStackPlace } from '../../src/settings/settings.ts';
import { withSettingsFile, writeSettingsFile } from '../../src/settings/settings-file.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { settings } from './template.ts';

const read = (context: Record<string, unknown>) => readSettings((name) => context[name]);

test('the sender address alone is enough', () => {
  expect(read({ from: 'alerts@example.org' })).toEqual(settings);
});

test('links lead where the operator says', () => {
  expect(read({ from: 'alerts@example.org', siteUrl: 'https://days.example.net/jubilee/' })).toMatchObject({
    siteUrl: 'https://days.example.net/jubilee',
  });
});

test('the bootstrap rule is switched off by the command line', () => {
  expect(read({ from: 'alerts@example.org', bootstrapVersionRule: 'false' })).toMatchObject({
    bootstrapVersionRule: false,
  });
});

test('everything that an operator may choose is read', () => {
  const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/0a1b';
  const chosen = {
    from: 'alerts@example.org',
    domain: 'example.org',
    hostedZoneId: 'Z0123456789',
    dmarc: 'leave',
    identity: 'existing',
    senders: '4',
    region: 'eu-central-1',
    stackName: 'Embassy',
    siteDomain: 'days.example.org',
    certificateArn,
    alarmEmail: 'ops@example.net',
    stage: 'dev',
  };
  expect(read(chosen)).toMatchObject({
    domain: 'example.org',
    hostedZoneId: 'Z0123456789',
    dmarc: 'leave',
    identity: 'existing',
    senders: 4,
    region: 'eu-central-1',
    stackName: 'Embassy-dev',
    cdn: { siteDomain: 'days.example.org', certificateArn },
    alarmEmail: 'ops@example.net',
    stage: 'dev',
  });
});

const from = 'a@example.org';
const certificate = { certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/0a1b' };

test.each([
  ['no address', {}, '"from" is missing'],
  ['an address without a domain', { from: 'alerts' }, '"from" cannot be "alerts"'],
  ['a domain without a dot', { from: 'alerts@example' }, '"from" cannot be'],
  ['a name beside the address', { from: 'Jubilee <alerts@example.org>' }, '"from" cannot be'],
  ['two addresses', { from: 'a@example.org,b@example.org' }, '"from" cannot be'],
  ['a line break', { from: 'alerts@example.org\nBcc: x@example.org' }, '"from" cannot be'],
  ['a local part that SES does not take', { from: 'alérte@example.org' }, '"from" cannot be'],
  ['a site without https', { from: 'a@example.org', siteUrl: 'http://example.org' }, '"siteUrl" cannot be'],
  ['a site with a query', { from: 'a@example.org', siteUrl: 'https://example.org/?a=1' }, '"siteUrl" cannot be'],
  [
    'a switch that is neither',
    { from: 'a@example.org', bootstrapVersionRule: 'no' },
    '"bootstrapVersionRule" cannot be',
  ],
  ['an address outside the domain', { from, domain: 'example.net' }, '"from" cannot be "a@example.org"'],
  ['a zone without its domain', { from, hostedZoneId: 'Z0123' }, '"domain" is missing'],
  ['a zone by its name', { from, domain: 'example.org', hostedZoneId: 'example.org' }, '"hostedZoneId" cannot be'],
  ['a site name without a certificate', { from, siteDomain: 'days.example.org' }, '"certificateArn" is missing'],
  ['a certificate without a site name', { from, ...certificate }, '"siteDomain" is missing'],
  [
    'a certificate where CloudFront does not look',
    { from, certificateArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/0a1b' },
    '"certificateArn" cannot be',
  ],
  [
    'two sites',
    { from, ...certificate, siteDomain: 'days.example.org', siteUrl: 'https://example.org' },
    '"siteUrl" cannot be',
  ],
  ['alarms to nobody', { from, alarmEmail: 'ops' }, '"alarmEmail" cannot be'],
  ['a stage of its own', { from, stage: 'test' }, '"stage" cannot be "test"'],
  ['a production stack under the name of a trial', { from, stackName: 'Jubilee-dev' }, '"stackName" cannot be'],
  ['a stack name that CloudFormation does not take', { from, stackName: 'Jubilee 2' }, '"stackName" cannot be'],
  ['an invalid region', { from, region: 'Frankfurt' }, '"region" cannot be "Frankfurt"'],
  ['fewer senders than SQS allows', { from, senders: '1' }, '"senders" cannot be "1"'],
])('%s is refused with one line that says how to fix it', (_what, context, message) => {
  const fault = read(context);
  expect(fault).toContain(message);
  expect(fault).toMatch(/^The setting .*\. Write it with "npm run -s jubilee -- setup", or give it as: -c \w+=\S+$/);
});

test('a trial stack is named after its stage, and sends from an identity that it does not own', () => {
  expect(read({ from, stage: 'dev' })).toMatchObject({ stackName: 'Jubilee-dev', identity: 'existing' });
  expect(read({ from, stage: 'dev', identity: 'own' })).toMatchObject({ identity: 'own' });
  expect(readStackPlace(() => undefined)).toEqual({ stage: 'prod', stackName: 'Jubilee', region: undefined });
});

describe('the settings file', () => {
  const home = process.cwd();
  beforeEach(async () => process.chdir(await temporaryFolder()));
  afterEach(() => process.chdir(home));

  test('is read where the command line says nothing, each stage from its own', () => {
    writeSettingsFile('prod', { from, senders: 4 });
    writeSettingsFile('dev', { from: 'dev@example.org' });
    const chosen = (line: Record<string, string>) => readSettings(withSettingsFile((name) => line[name]));
    expect(chosen({})).toMatchObject({ from, senders: 4, stackName: 'Jubilee' });
    expect(chosen({ from: 'b@example.org' })).toMatchObject({ from: 'b@example.org', senders: 4 });
    expect(chosen({ stage: 'dev' })).toMatchObject({ from: 'dev@example.org', senders: 2, stackName: 'Jubilee-dev' });
  });

  test.each([
    ['that is no JSON', '{from: a}', 'jubilee.config.json is not a JSON object of settings'],
    ['that holds a list', '["from"]', 'jubilee.config.json is not a JSON object of settings'],
    ['with a word that is mistyped', '{"form": "a@example.org"}', 'jubilee.config.json has no setting "form"'],
  ])('%s is refused in one line', (_what, text, message) => {
    writeFileSync('jubilee.config.json', text);
    expect(() => withSettingsFile(() => undefined)).toThrow(message);
  });
});
