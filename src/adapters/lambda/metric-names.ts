/** The metrics that functions publish and alarms watch. */
export const metricNames = {
  /** Requests refused by the overall limit on confirmation mails: nobody can subscribe meanwhile. */
  confirmationsRefused: 'ConfirmationsRefused',
  /** Requests of one address, mailbox or domain beyond its limit. */
  requestsOverLimit: 'RequestsOverLimit',
  /** Notices that SES refuses for good. */
  noticesUnreachable: 'NoticesUnreachable',
  /** Forms that a bot filled in. */
  decoys: 'Decoys',
  /** 1 while the brake on mails to confirmed addresses is on, 0 otherwise. */
  sendingBraked: 'SendingBraked',
  /** 1 while the brake on mails to unconfirmed addresses is on, 0 otherwise. It releases itself after a day. */
  confirmationsBraked: 'ConfirmationsBraked',
  /** 1 while SES keeps the account in its sandbox, 0 otherwise. */
  inSandbox: 'InSandbox',
  /** The percentage of the daily quota that is used up. */
  quotaUsed: 'QuotaUsed',
  /** Finished runs of the planner: one per tick, unless planning has stopped. */
  runsPlanned: 'RunsPlanned',
  /** Digests that were due on the days of a check; emitted by every check, including zeros. */
  digestsDue: 'DigestsDue',
  /** Due digests that were neither sent nor failed. */
  digestsMissing: 'DigestsMissing',
} as const;

export type MetricName = (typeof metricNames)[keyof typeof metricNames];
