import { type Stack, Validations } from 'aws-cdk-lib';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { expect, test, vi } from 'vitest';
import { AnniversaryStack } from '../../infra/anniversary-stack.ts';
import type { Settings } from '../../src/settings/settings.ts';
import { checkedApp, placeholderBundles, settings } from './template.ts';

vi.setConfig({ testTimeout: 600_000 });
const bundles = placeholderBundles('');

test('cdk-nag and the CDK’s validator accept the stack', () => {
  expect(() => check()).not.toThrow();
});

test('they accept a stack with every option set', () => {
  const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/0a1b';
  const cdn = { siteDomain: 'days.example.org', certificateArn };
  const chosen = { domain: 'example.org', hostedZoneId: 'Z0123456789', cdn, alarmEmail: 'ops@example.org' };
  expect(() => check(() => {}, chosen)).not.toThrow();
});

test('cdk-nag refuses a function without tracing, by its rules for serverless stacks', () => {
  const props = { runtime: 'nodejs24.x', handler: 'index.handler', role: 'arn:aws:iam::111122223333:role/r' };
  expect(() =>
    check((stack) => new CfnFunction(stack, 'Blind', { ...props, code: { zipFile: ' ' }, architectures: ['arm64'] })),
  ).toThrow('Serverless-LambdaTracing');
});

test('cdk-nag refuses a queue that takes requests without TLS', () => {
  expect(() => check((stack) => new CfnQueue(stack, 'Careless'))).toThrow('AwsSolutions-SQS4');
});

test('the validator refuses a value that CloudFormation does not accept', () => {
  expect(() => check((stack) => new CfnQueue(stack, 'Endless', { visibilityTimeout: 99_999 }))).toThrow('43200');
});

/** Synthesizes the stack as `npx cdk synth` does, with something more in it. */
function check(add: (stack: Stack) => void = () => {}, chosen: Partial<Settings> = {}): void {
  const app = checkedApp();
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  add(new AnniversaryStack(app, { ...settings, ...chosen, bundles }));
  app.synth();
}
