/**
 * The keys of the tables: plain data that the deployed stack, the embedded database and the adapters share.
 *
 * - relations: versions of the dataset side by side, each as compressed packs (`pk` version and name, `sk` piece):
 *   everything, the sources, the timelines under each day key, and those that a release changed. The partition
 *   `dataset` holds the heads, which name the current version.
 * - subscribers: one item per address, indexed by zone and hour if active, by the hour of the reminder if pending. A
 *   replaced schedule (`former#…`) stays a month under its zone and hour, without an address; an address that was left
 *   (`left#…`) stays 28 days. `address#…` (a hash) names the subscriber with an address that changed hands,
 *   `suppressed#…` an address that unsubscribed or was suppressed. `zone-hours` lists the zones and hours in use;
 *   `address-key` is the key that derives ids from addresses. DynamoDB removes items after `expiresAt`.
 * - deliveries: one item per digest and subscriber; DynamoDB removes it after `expiresAt`.
 * - runs: the ledger: the last planned and checked ticks (`head`), one item per run of the planner (`plan`) and per check
 *   of local days (`check`), and readers' reports of errors (`report`). DynamoDB removes all but `head` after `expiresAt`.
 * - limits: one item per counter of requests and window of time, per mailbox, and per notice with SES events; DynamoDB
 *   removes them after `expiresAt`. `brake` and `brake-unconfirmed` stop sending; senders share `pace`, and `feedback`
 *   is the watermark.
 */
export const tableShapes = {
  relations: { key: ['pk', 'sk'], indexes: {} },
  subscribers: { key: ['id'], indexes: { byZoneHour: ['zoneHour', 'id'] }, expiry: 'expiresAt' },
  deliveries: { key: ['subscriberId', 'on'], indexes: {}, expiry: 'expiresAt' },
  runs: { key: ['kind', 'at'], indexes: {}, expiry: 'expiresAt' },
  limits: { key: ['counter'], indexes: {}, expiry: 'expiresAt' },
} as const satisfies Record<string, TableShape>;

/** The names of string attributes: partition key and, where there is one, sort key. */
export type KeyAttributes = readonly [partition: string, sort?: string];

export type TableShape = {
  readonly key: KeyAttributes;
  /** Global secondary indexes that project every attribute. */
  readonly indexes: Readonly<Record<string, KeyAttributes>>;
  /** The attribute with the time (Unix seconds) after which DynamoDB removes an item. */
  readonly expiry?: string;
};

export type TableName = keyof typeof tableShapes;
