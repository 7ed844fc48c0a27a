import { Metric, type MetricProps } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { MetricName } from '../src/adapters/lambda/metric-names.ts';
import { metricsNamespace } from './product-function.ts';

export type OwnMetricProps = Required<Pick<MetricProps, 'period' | 'statistic'>> & {
  /** The function that publishes it, by its folder in `lambdas/`. */
  readonly of: string;
  readonly name: MetricName;
};

/** Returns a metric that a function of this stack publishes. */
export function ownMetric(scope: Construct, { of, name, ...over }: OwnMetricProps): Metric {
  return new Metric({
    namespace: metricsNamespace(scope),
    metricName: name,
    dimensionsMap: { service: of },
    ...over,
  });
}
