import { join } from 'node:path';
import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { HarmAlarm, type HarmAlarmProps } from './harm-alarm.ts';

/** Returns the CloudWatch namespace of the functions' metrics, one per stack, so that stages do not mix. */
export function metricsNamespace(scope: Construct): string {
  return Stack.of(scope).stackName;
}

export type ProductFunctionProps = {
  /** The folder of all bundles; the function's own is named after its folder in `lambdas/`. */
  readonly bundles: string;
  readonly name: string;
  /** In MiB; 1,769 give a full processor. */
  readonly memorySize: number;
  readonly timeout: Duration;
  readonly environment: Readonly<Record<string, string>>;
  readonly deadLetterQueue?: lambda.FunctionOptions['deadLetterQueue'];
  /** The harm if it fails repeatedly; set if no other alarm would notice soon. */
  readonly failing?: Pick<HarmAlarmProps, 'harm' | 'runbook'>;
};

/** A function of Jubilee: one bundle, a log kept for a month, and no permission except to write that log. */
export class ProductFunction extends lambda.Function {
  declare readonly role: iam.Role;

  constructor(scope: Construct, id: string, { bundles, name, environment, failing, ...props }: ProductFunctionProps) {
    const logGroup = new LogGroup(scope, `${id}Log`, {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new iam.Role(scope, `${id}Role`, { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    super(scope, id, {
      ...props,
      code: lambda.Code.fromAsset(join(bundles, name)),
      handler: 'index.handler',
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      role,
      logGroup,
      loggingFormat: lambda.LoggingFormat.JSON,
      environment: {
        POWERTOOLS_SERVICE_NAME: name,
        POWERTOOLS_METRICS_NAMESPACE: metricsNamespace(scope),
        ...environment,
      },
    });
    for (const [rule, reason] of Object.entries(leftOut)) {
      Validations.of(this).acknowledge({ id: `Serverless-${rule}`, reason });
    }
    if (failing) {
      const metric = this.metricErrors({ period: Duration.minutes(15), statistic: 'Sum' });
      new HarmAlarm(this, 'Failing', { ...failing, metric, threshold: ERRORS_THAT_ARE_NO_ACCIDENT });
    }
  }
}

/** The number of errors that raise the alarm: a single crash is harmless, as the work is retried in a new container. */
const ERRORS_THAT_ARE_NO_ACCIDENT = 3;

/** Rules of cdk-nag that do not apply to our functions. */
const leftOut = {
  LambdaTracing:
    'One function does the whole of a step, and its log says how that ended, by message. Tracing would need a wildcard permission.',
  LambdaDLQ:
    'What invokes it keeps what it fails at: the queue in its dead letters, the schedule among the missed ticks, the gateway and the deployment tell who waits.',
  LambdaEventSourceMappingDestination: 'The dead letters of the queue take what is given up, with their own alarm.',
};
