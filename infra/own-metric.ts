import { Metric, type MetricProps } from 'aws-cdk-lib/aws-cloudwatch';
import type { MetricName } from '../src/adapters/lambda/metric-names.ts';
import { METRICS_NAMESPACE } from './product-function.ts';

/** A count that a function publishes, under the name of its folder in `lambdas/`. */
export function ownMetric(
  functionName: string,
  metricName: MetricName,
  over: Required<Pick<MetricProps, 'period' | 'statistic'>>,
): Metric {
  return new Metric({ namespace: METRICS_NAMESPACE, metricName, dimensionsMap: { service: functionName }, ...over });
}
