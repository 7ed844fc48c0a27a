import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { api } from '../../lambdas/api/app.ts';
import { servedAssets } from '../../lambdas/api/pages/assets.ts';
import { routes } from '../../lambdas/api/routes.ts';
import { deliveryTable } from '../../src/adapters/dynamodb/delivery-table.ts';
import { subscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import { newDocumentClient } from '../../src/adapters/lambda/clients.ts';
import { linkSigner } from '../../src/adapters/lambda/link-signer.ts';
import { noticeQueue } from '../../src/adapters/sqs/notice-queue.ts';
import { newSqsClient } from '../../src/adapters/sqs/sqs-client.ts';
import { functionNamed, nameOf, permissionsOf, synthesize } from './template.ts';

const template = synthesize();
const documents = newDocumentClient();
const app = api({
  subscribers: subscriberTable(documents, 'subscribers', () => new Date('2024-01-05T00:00:00Z')),
  deliveries: deliveryTable(documents, 'deliveries'),
  notices: noticeQueue(newSqsClient(), 'https://queue.example'),
  dataset: () => Promise.reject(new Error('Nothing is asked of the dataset here')),
  links: linkSigner({ current: 'k'.repeat(32), earlier: [] }),
  assets: servedAssets({ style: '', script: '' }),
  siteUrl: 'https://example.org',
  connection: () => ({ remote: {} }),
  now: () => new Date('2024-01-05T00:00:00Z'),
});

test('the gateway routes to the function what the table of routes has, and nothing else', () => {
  const inStack = routeKeys().map((key) => key.replace(/\{(\w+)\}/g, ':$1'));
  const ownMethods = inStack.filter((key) => !/^(HEAD|OPTIONS) /.test(key));
  expect(ownMethods.sort()).toEqual(routes.map(({ at }) => at).sort());
});

test('every GET route answers HEAD', () => {
  const keys = routeKeys();
  const paths = (method: string) => keys.filter((key) => key.startsWith(`${method} `)).map((key) => key.split(' ')[1]);
  expect(paths('HEAD')).toEqual(paths('GET'));
});

test('a preflight request is answered wherever other sites may post', async () => {
  const asked = routeKeys().filter((key) => key.startsWith('OPTIONS '));
  expect(asked).toEqual(['OPTIONS /v1/preview']);
  const answer = await app.request('/v1/preview', { method: 'OPTIONS', headers: { Origin: 'https://example.net' } });
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
});

test('the API reads, changes subscribers, asks for notices, and may do nothing else: it sends no mail', () => {
  expect(permissionsOf(template, 'api')).toEqual([
    'dynamodb:BatchWriteItem TablesDeliveries',
    'dynamodb:DeleteItem TablesSubscribers',
    'dynamodb:GetItem TablesRelations',
    'dynamodb:GetItem TablesSubscribers',
    'dynamodb:PutItem TablesSubscribers',
    'dynamodb:Query TablesDeliveries',
    'dynamodb:Query TablesRelations',
    'dynamodb:UpdateItem TablesSubscribers',
    'logs:CreateLogStream PublicApiFunctionLog',
    'logs:PutLogEvents PublicApiFunctionLog',
    'sqs:SendMessage NoticesQueue',
    'ssm:GetParameter arn:AWS::Partition:ssm:AWS::Region:AWS::AccountId:parameter/Jubilee/link-keys',
  ]);
});

test('only this gateway may call the function', () => {
  template.resourcePropertiesCountIs('AWS::Lambda::Permission', { Principal: 'apigateway.amazonaws.com' }, 1);
  template.allResourcesProperties('AWS::Lambda::Permission', { SourceArn: Match.anyValue() });
});

test.each(['api', 'digest-sender', 'notice-sender'])(
  '%s knows the site by the address that the gateway gives',
  (name) => {
    const url = functionNamed(template, name).Environment.Variables.SITE_URL;
    expect(nameOf(url)).toBe('https://SiteApi.execute-api.AWS::Region.AWS::URLSuffix');
  },
);

test.each(['api', 'digest-sender', 'notice-sender'])(
  '%s knows the site by the address that the operator gives',
  (name) => {
    const given = synthesize({ siteUrl: 'https://days.example.net' });
    expect(functionNamed(given, name).Environment.Variables.SITE_URL).toBe('https://days.example.net');
  },
);

test('no output asks API Gateway for an attribute, which other tools than CloudFormation cannot answer', () => {
  const gateway = Object.keys(template.findResources('AWS::ApiGatewayV2::Api'));
  const outputs = JSON.stringify(template.findOutputs('*'));
  for (const id of gateway) expect(outputs).not.toContain(`"Fn::GetAtt":["${id}"`);
});

test('requests are throttled, and the log has the route and status, but no client address or token', () => {
  const [stage] = Object.values(template.findResources('AWS::ApiGatewayV2::Stage'));
  const { AccessLogSettings, DefaultRouteSettings, StageName } = stage?.Properties ?? {};
  expect(StageName).toBe('$default');
  expect(DefaultRouteSettings).toEqual({ ThrottlingBurstLimit: 100, ThrottlingRateLimit: 50 });
  expect(AccessLogSettings.Format).toContain('$context.routeKey');
  expect(AccessLogSettings.Format).not.toMatch(/identity|path|query|header|authorizer/i);
});

test('an alarm is raised when the pages or the API fail', () => {
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    Namespace: 'AWS/ApiGateway',
    MetricName: '5xx',
    Dimensions: [{ Name: 'ApiId', Value: Match.anyValue() }],
    TreatMissingData: 'notBreaching',
  });
});

function routeKeys(): string[] {
  return Object.values(template.findResources('AWS::ApiGatewayV2::Route')).map(({ Properties }) => Properties.RouteKey);
}
