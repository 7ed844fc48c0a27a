/**
 * List prices of us-east-1 in dollars, without free tiers: DynamoDB on demand (aws.amazon.com/dynamodb/pricing/on-demand,
 * as lowered in November 2024), SQS standard queues, SNS, Lambda on ARM, CloudWatch Logs, EventBridge Scheduler and SES,
 * each from its page under aws.amazon.com, for 2026.
 */
export const prices = {
  dynamoDbWrite: 0.625 / 1e6,
  dynamoDbRead: 0.125 / 1e6,
  sqsRequest: 0.4 / 1e6,
  snsRequest: 0.5 / 1e6,
  lambdaGbSecond: 0.000_013_333_4,
  lambdaRequest: 0.2 / 1e6,
  logGb: 0.5,
  schedulerInvocation: 1 / 1e6,
  sesMail: 0.1 / 1e3,
} as const;
