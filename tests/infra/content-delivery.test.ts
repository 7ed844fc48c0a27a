import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { methodAndPath, type Route, routes } from '../../lambdas/api/routes.ts';
import { functionNamed, nameOf, synthesize } from './template.ts';

const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/0a1b';
const template = synthesize({ cdn: { siteDomain: 'days.example.org', certificateArn } });
const [distribution] = Object.values(template.findResources('AWS::CloudFront::Distribution'));
const { DefaultCacheBehavior, CacheBehaviors, Aliases, ViewerCertificate, Origins } =
  distribution?.Properties.DistributionConfig ?? {};
const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';

test('without a name of its own the site has no CloudFront', () => {
  synthesize().resourceCountIs('AWS::CloudFront::Distribution', 0);
});

test('with one, the site has that name and its certificate, and every mail links there', () => {
  expect(Aliases).toEqual(['days.example.org']);
  expect(ViewerCertificate).toMatchObject({
    AcmCertificateArn: certificateArn,
    MinimumProtocolVersion: 'TLSv1.2_2021',
  });
  for (const name of ['api', 'digest-sender', 'notice-sender']) {
    expect(functionNamed(template, name).Environment.Variables.SITE_URL).toBe('https://days.example.org');
  }
  template.hasOutput('DnsSite', { Value: Match.anyValue() });
});

test('an answer is cached no longer than it says, by query and by language', () => {
  expect(nameOf(DefaultCacheBehavior.CachePolicyId)).toBe('SiteContentDeliveryReading');
  template.hasResourceProperties('AWS::CloudFront::CachePolicy', {
    CachePolicyConfig: {
      MinTTL: 0,
      DefaultTTL: 0,
      ParametersInCacheKeyAndForwardedToOrigin: {
        QueryStringsConfig: { QueryStringBehavior: 'all' },
        HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['Accept', 'Accept-Language'] },
      },
    },
  });
});

test.each(routes.filter((route: Route) => route.personal).map(({ at }) => methodAndPath(at)[1]))(
  '%s, which is personal or changes something, bypasses the cache',
  (path) => {
    const behaviour = CacheBehaviors.find(({ PathPattern }: { PathPattern: string }) =>
      new RegExp(`^${PathPattern.replaceAll('*', '.*')}$`).test(path),
    );
    expect(behaviour?.CachePolicyId).toBe(CACHING_DISABLED);
  },
);

test('the API recognises requests through CloudFront by a random value that stands in no template and no output', () => {
  const [header] = Origins[0].OriginCustomHeaders;
  expect(header).toEqual({
    HeaderName: 'Jubilee-Edge-Key',
    HeaderValue: functionNamed(template, 'api').Environment.Variables.EDGE_KEY,
  });
  const [made = ''] = Object.keys(template.findResources('Custom::EdgeKey'));
  expect(header.HeaderValue).toEqual({ 'Fn::GetAtt': [made, 'key'] });
  expect(JSON.stringify(template.findOutputs('*'))).not.toContain(made);
});

test('without CloudFront there is no such key, and the API trusts no forwarded address', () => {
  const plain = synthesize();
  plain.resourceCountIs('Custom::EdgeKey', 0);
  expect(functionNamed(plain, 'api').Environment.Variables).not.toHaveProperty('EDGE_KEY');
});

test('readers connect by TLS, and CloudFront’s own answers are as strict as the app’s', () => {
  expect(DefaultCacheBehavior.ViewerProtocolPolicy).toBe('redirect-to-https');
  expect(nameOf(DefaultCacheBehavior.ResponseHeadersPolicyId)).toBe('SiteContentDeliveryHeaders');
});
