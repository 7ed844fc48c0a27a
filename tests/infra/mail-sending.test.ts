import { expect, test } from 'vitest';
import type { Settings } from '../../src/settings/settings.ts';
import { synthesize } from './template.ts';

const ofAddress = synthesize();
const ofDomain = synthesize({ from: 'alerts@example.org', domain: 'example.org' });
const inZone = synthesize({ domain: 'example.org', hostedZoneId: 'Z0123456789' });

test('without a domain the address alone is verified: SES mails it a link', () => {
  ofAddress.hasResourceProperties('AWS::SES::EmailIdentity', { EmailIdentity: 'alerts@example.org' });
});

test('a domain is verified whole, and bounces go to a subdomain of it', () => {
  ofDomain.resourceCountIs('AWS::SES::EmailIdentity', 1);
  ofDomain.hasResourceProperties('AWS::SES::EmailIdentity', {
    EmailIdentity: 'example.org',
    MailFromAttributes: { MailFromDomain: 'bounce.example.org' },
  });
});

test('the records that the domain needs are printed, each as a line of a zone', () => {
  const names = Object.keys(ofDomain.findOutputs('*')).filter((name) => name.startsWith('Dns'));
  expect(names).toEqual(['DnsDkim1', 'DnsDkim2', 'DnsDkim3', 'DnsMailFrom', 'DnsSpf', 'DnsDmarc']);
  ofDomain.hasOutput('DnsSpf', { Value: 'bounce.example.org TXT "v=spf1 include:amazonses.com ~all"' });
  ofDomain.resourceCountIs('AWS::Route53::RecordSet', 0);
});

test('where the zone is ours, they are made there', () => {
  const records = Object.values(inZone.findResources('AWS::Route53::RecordSet')).map(({ Properties }) => Properties);
  expect(records.map(({ Type }) => Type).sort()).toEqual(['CNAME', 'CNAME', 'CNAME', 'MX', 'TXT', 'TXT']);
  expect(records.map(({ HostedZoneId }) => HostedZoneId)).toEqual(Array(6).fill('Z0123456789'));
  inZone.hasResourceProperties('AWS::Route53::RecordSet', {
    Name: '_dmarc.example.org.',
    ResourceRecords: ['"v=DMARC1; p=none; rua=mailto:alerts@example.org"'],
  });
});

test('the DMARC record asks only for reports, unless the operator wants more, and never to a mailbox of another domain', () => {
  const record = (chosen: Partial<Settings>) =>
    synthesize({ domain: 'example.org', ...chosen }).findOutputs('DnsDmarc').DnsDmarc?.Value;
  const of = (policy: string, mailbox: string) =>
    `_dmarc.example.org TXT "v=DMARC1; p=${policy}; rua=mailto:${mailbox}"`;
  expect(record({})).toBe(of('none', 'alerts@example.org'));
  expect(record({ dmarc: 'reject', alarmEmail: 'ops@example.org' })).toBe(of('reject', 'ops@example.org'));
  expect(record({ alarmEmail: 'ops@example.net' })).toBe(of('none', 'alerts@example.org'));
});

test('an identity that SES already has is used, and neither changed nor removed', () => {
  const adopting = synthesize({ domain: 'example.org', hostedZoneId: 'Z0123456789', identity: 'existing' });
  adopting.resourceCountIs('AWS::SES::EmailIdentity', 0);
  adopting.resourceCountIs('AWS::Route53::RecordSet', 0);
  adopting.hasOutput('Identity', { Value: 'example.org' });
});

test('an existing DMARC record is left as it is', () => {
  const without = synthesize({ domain: 'example.org', hostedZoneId: 'Z0123456789', dmarc: 'leave' });
  expect(JSON.stringify(without.findResources('AWS::Route53::RecordSet'))).not.toContain('_dmarc');
});
