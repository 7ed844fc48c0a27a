/** The logs of a stack by their names in the operator's commands, with their names in the template. */
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

/** The same for the dead-letter queues. */
export const deadLetters = {
  digests: 'DigestDeliveryDeadLetters',
  notices: 'NoticesDeadLetters',
  feedback: 'FeedbackDeadLetters',
  ticks: 'DigestPlanningMissedTicks',
} as const;

export type LogName = keyof typeof logs;
export type DeadLettersName = keyof typeof deadLetters;
