/** The counts that functions publish and alarms watch. */
export const metricNames = {
  /** Requests that the breaker on the overall rate of confirmation mails refused: nobody can subscribe meanwhile. */
  confirmationsRefused: 'ConfirmationsRefused',
  /** Requests of one address, mailbox or domain beyond its limit. */
  requestsOverLimit: 'RequestsOverLimit',
  /** Mails beside the digests that SES refuses for good. */
  noticesUnreachable: 'NoticesUnreachable',
  /** Requests that a program filled in. */
  decoys: 'Decoys',
  /** 1 while the brake on mails to confirmed addresses is on, 0 otherwise. */
  sendingBraked: 'SendingBraked',
  /** 1 while the brake on mails to unconfirmed addresses is on, 0 otherwise. It releases by itself after a day. */
  confirmationsBraked: 'ConfirmationsBraked',
  /** 1 while SES keeps the account in its sandbox, 0 otherwise. */
  inSandbox: 'InSandbox',
  /** How much of the day's quota is used up, in percent. */
  quotaUsed: 'QuotaUsed',
  /** Runs of the planner that are over: at every tick one, unless nothing is planned. */
  runsPlanned: 'RunsPlanned',
  /** Digests that were due on the days that a check has looked at; emitted by every check, including zeros. */
  digestsDue: 'DigestsDue',
  /** Those of them that were neither sent nor failed. */
  digestsMissing: 'DigestsMissing',
} as const;

export type MetricName = (typeof metricNames)[keyof typeof metricNames];
