import { Aws, Fn, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { ContentDelivery } from './content-delivery.ts';
import type { Settings } from './settings.ts';

/** Requests a second that are let through; more get 429 and cost nothing. One function in one second answers about as many. */
const THROTTLE = { rateLimit: 50, burstLimit: 100 };

/** Route, not address: an address may hold a token. Nothing in the log tells who asked. */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  error: '$context.integrationErrorMessage',
};

/** Where the pages and the API are reached, before anything answers there: mails lead here and the functions must know it. */
export class Site extends Construct {
  readonly api: HttpApi;
  /** Absolute, without a slash at the end. */
  readonly url: string;
  /** By which the API knows what came through CloudFront: the random part of the stack's own id, which is told to nobody. */
  readonly edgeKey = Fn.select(2, Fn.split('/', Aws.STACK_ID));

  constructor(scope: Construct, id: string, { siteUrl, cdn }: Pick<Settings, 'siteUrl' | 'cdn'>) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', { apiName: 'Jubilee', createDefaultStage: false });
    const origin = `${this.api.apiId}.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}`;
    this.url = siteUrl ?? `https://${cdn?.siteDomain ?? origin}`;
    if (cdn) new ContentDelivery(this, 'ContentDelivery', { ...cdn, origin, edgeKey: this.edgeKey });

    const accessLog = new LogGroup(this, 'AccessLog', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: THROTTLE,
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLog),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
      },
    });
  }
}
