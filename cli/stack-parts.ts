/** The logs of a stack: names in the operator's commands, and in the template. */
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

/** The dead-letter queues of a stack: names in the operator's commands, and in the template. */
export const deadLetters = {
  digests: 'DigestDeliveryDeadLetters',
  notices: 'NoticesDeadLetters',
  feedback: 'FeedbackDeadLetters',
  ticks: 'DigestPlanningMissedTicks',
} as const;

export type LogName = keyof typeof logs;
export type DeadLettersName = keyof typeof deadLetters;
