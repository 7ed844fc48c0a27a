/** What the operator's commands call the logs of a stack, and what its template calls them. */
export const logs = {
  api: 'PublicApiFunctionLog',
  requests: 'SiteAccessLog',
  'digest-planner': 'DigestPlanningPlannerLog',
  'digest-sender': 'DigestDeliverySenderLog',
  'notice-sender': 'NoticesSenderLog',
  feedback: 'FeedbackListenerLog',
  'completeness-check': 'CompletenessCheckLog',
  'table-seeder': 'DatasetSeedingSeederLog',
  'link-key-maker': 'LinkKeysMakerLog',
} as const;

/** The same of the queues of what was given up. */
export const deadLetters = {
  digests: 'DigestDeliveryDeadLetters',
  notices: 'NoticesDeadLetters',
  feedback: 'FeedbackDeadLetters',
  ticks: 'DigestPlanningMissedTicks',
} as const;

export type LogName = keyof typeof logs;
export type DeadLettersName = keyof typeof deadLetters;
