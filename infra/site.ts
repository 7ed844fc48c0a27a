import { Aws, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Settings } from '../src/settings/settings.ts';
import { ContentDelivery } from './content-delivery.ts';
import type { LinkKeys } from './link-keys.ts';

/** The rate limit (requests a second), about what one container can answer; more get 429 and cost nothing. */
const THROTTLE = { rateLimit: 50, burstLimit: 100 };

/** The fields of the access log: the route instead of the address, which may contain a token, and nothing that identifies the client. */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  error: '$context.integrationErrorMessage',
};

export type SiteProps = Pick<Settings, 'siteUrl' | 'cdn'> & { readonly keys: LinkKeys };

/** The address of the pages and the API, created before its function: mails link to it, so the functions must know it. */
export class Site extends Construct {
  readonly api: HttpApi;
  /** Absolute, without a trailing slash. */
  readonly url: string;
  /** The shared key by which the API recognises requests through CloudFront, if there is CloudFront. */
  readonly edgeKey: string | undefined;
  /** CloudFront, if chosen. */
  readonly edge: ContentDelivery | undefined;

  constructor(scope: Construct, id: string, { siteUrl, cdn, keys }: SiteProps) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', { apiName: Stack.of(this).stackName, createDefaultStage: false });
    const origin = `${this.api.apiId}.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}`;
    this.url = siteUrl ?? `https://${cdn?.siteDomain ?? origin}`;
    if (cdn) {
      this.edgeKey = keys.newEdgeKey();
      this.edge = new ContentDelivery(this, 'ContentDelivery', { ...cdn, origin, edgeKey: this.edgeKey });
    }

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
