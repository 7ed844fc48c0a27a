import { Duration, Validations } from 'aws-cdk-lib';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import type { DatasetSeeding } from './dataset-seeding.ts';
import { HarmAlarm } from './harm-alarm.ts';
import type { LinkKeys } from './link-keys.ts';
import type { Notices } from './notices.ts';
import { ProductFunction } from './product-function.ts';
import { gatewayRoutes } from './routes.ts';
import type { Site } from './site.ts';
import type { Tables } from './tables.ts';

export type PublicApiProps = {
  readonly bundles: string;
  readonly tables: Tables;
  readonly seeding: DatasetSeeding;
  readonly site: Site;
  readonly notices: Notices;
  readonly linkKeys: LinkKeys;
};

/** The pages and the API. It queues requests for notices instead of sending mails, so that every response takes the same time. */
export class PublicApi extends Construct {
  constructor(scope: Construct, id: string, props: PublicApiProps) {
    super(scope, id);
    const { api } = props.site;
    const integration = new HttpLambdaIntegration('Integration', this.function(props), {
      scopePermissionToRoute: false,
    });
    for (const route of gatewayRoutes) api.addRoutes({ ...route, integration });
    Validations.of(api).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason: 'Everybody may read and subscribe. Personal routes require a signed token, which the function verifies.',
    });
    new HarmAlarm(this, 'Failing', {
      harm: 'Pages or the API answer with server errors: people cannot subscribe, confirm or unsubscribe.',
      runbook: 'Pages fail',
      metric: api.metricServerError({ period: Duration.minutes(15), statistic: 'Sum' }),
      threshold: 3,
    });
    new HarmAlarm(this, 'Slow', {
      harm: 'Pages or the API answer slowly: one request in ten takes three seconds or more.',
      runbook: 'Pages slow',
      metric: api.metricLatency({ period: Duration.minutes(5), statistic: 'p90' }),
      threshold: 3_000,
      evaluationPeriods: 3,
    });
  }

  private function({ bundles, tables, seeding, site, notices, linkKeys }: PublicApiProps): ProductFunction {
    const api = new ProductFunction(this, 'Function', {
      bundles,
      name: 'api',
      memorySize: 1769,
      timeout: Duration.seconds(15),
      environment: {
        RELATIONS_TABLE: tables.relations.tableName,
        SUBSCRIBERS_TABLE: tables.subscribers.tableName,
        DELIVERIES_TABLE: tables.deliveries.tableName,
        NOTICE_QUEUE_URL: notices.queue.queueUrl,
        SITE_URL: site.url,
        LINK_KEYS_PARAMETER: linkKeys.parameterName,
        ...(site.edgeKey && { EDGE_KEY: site.edgeKey }),
      },
    });
    seeding.permitReading(api);
    tables.subscribers.permit(
      api,
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      'dynamodb:DeleteItem',
    );
    tables.deliveries.permit(api, 'dynamodb:Query', 'dynamodb:BatchWriteItem');
    notices.permitToAsk(api);
    linkKeys.permit(api);
    return api;
  }
}
