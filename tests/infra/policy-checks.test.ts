import { type Stack, Validations } from 'aws-cdk-lib';
import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks } from 'cdk-nag';
import { expect, test } from 'vitest';
import { AnniversaryStack } from '../../infra/anniversary-stack.ts';
import { checkedApp, placeholderBundles, settings } from './template.ts';

const bundles = placeholderBundles('');

test('cdk-nag and the validator of the CDK have nothing to say against the stack', () => {
  expect(() => check()).not.toThrow();
});

test('cdk-nag would: a queue that takes requests without TLS is refused', () => {
  expect(() => check((stack) => new CfnQueue(stack, 'Careless'))).toThrow('AwsSolutions-SQS4');
});

test('the validator would: a value that CloudFormation does not take is refused', () => {
  expect(() => check((stack) => new CfnQueue(stack, 'Endless', { visibilityTimeout: 99_999 }))).toThrow('43200');
});

/** Synthesizes the stack as `npx cdk synth` does, with something more in it. */
function check(add: (stack: Stack) => void = () => {}): void {
  const app = checkedApp();
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  add(new AnniversaryStack(app, 'Jubilee', { ...settings, bundles }));
  app.synth();
}
