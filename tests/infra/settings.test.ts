import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { readSettings } from '../../infra/settings.ts';
import { root, settings } from './template.ts';

const read = (context: Record<string, unknown>) => readSettings((name) => context[name]);

test('the address that digests come from is enough', () => {
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
    dmarc: 'false',
    siteDomain: 'days.example.org',
    certificateArn,
    alarmEmail: 'ops@example.net',
    issuesUrl: 'https://example.org/issues/new',
    stage: 'dev',
  };
  expect(read(chosen)).toMatchObject({
    domain: 'example.org',
    hostedZoneId: 'Z0123456789',
    dmarc: false,
    cdn: { siteDomain: 'days.example.org', certificateArn },
    alarmEmail: 'ops@example.net',
    issuesUrl: 'https://example.org/issues/new',
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
])('%s is answered with one line that says how to mend it', (_what, context, message) => {
  const fault = read(context);
  expect(fault).toContain(message);
  expect(fault).toMatch(/^The setting .*\. Give it as: -c \w+=\S+$/);
});

test('the app prints that line, no stack trace, and fails', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'infra/app.ts'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect({ status, stdout, lines: stderr.trim().split('\n') }).toEqual({
    status: 1,
    stdout: '',
    lines: [
      'The setting "from" is missing: it is the address that digests come from. Give it as: -c from=alerts@example.org',
    ],
  });
});
