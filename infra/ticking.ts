import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { CfnSchedule, type CfnScheduleProps } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { ProductFunction } from './product-function.ts';

export type TickingProps = {
  /** In UTC. */
  readonly schedule: `cron(${string})`;
  readonly of: ProductFunction;
  /** The dead-letter queue of undeliverable ticks; absent if the next tick makes up for them. */
  readonly missed?: IQueue;
};

/** A schedule that invokes a function with the scheduled time. Retries delivery for a day. */
export class Ticking extends Construct {
  constructor(scope: Construct, id: string, { schedule, of, missed }: TickingProps) {
    super(scope, id);
    const ofThisAccount = { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } };
    const scheduler = new iam.ServicePrincipal('scheduler.amazonaws.com', { conditions: ofThisAccount });
    const role = new iam.Role(this, 'Role', { assumedBy: scheduler });
    const permissions = [
      { actions: ['lambda:InvokeFunction'], resourceArns: [of.functionArn] },
      ...(missed ? [{ actions: ['sqs:SendMessage'], resourceArns: [missed.queueArn] }] : []),
    ];
    const grants = permissions.map((permission) => iam.Grant.addToPrincipal({ grantee: role, ...permission }));
    const target: CfnScheduleProps['target'] = {
      arn: of.functionArn,
      roleArn: role.roleArn,
      input: JSON.stringify({ tick: '<aws.scheduler.scheduled-time>' }),
      retryPolicy: { maximumEventAgeInSeconds: 86_400, maximumRetryAttempts: 185 },
      ...(missed && { deadLetterConfig: { arn: missed.queueArn } }),
    };
    const tick = new CfnSchedule(this, 'Schedule', {
      scheduleExpression: schedule,
      flexibleTimeWindow: { mode: 'OFF' },
      target,
    });
    for (const grant of grants) grant.applyBefore(tick);
  }
}
