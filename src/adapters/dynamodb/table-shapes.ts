/**
 * The keys of the tables: plain data that the deployed stack, the embedded database and the tables' own code share.
 *
 * - relations: whole versions of the dataset side by side, each as compressed packs (`pk` version and name, `sk` piece): everything, the sources,
 *   and the timelines under each day key. The item `dataset` names the version in use.
 * - subscribers: one item per address; active ones are found by their zone and hour, pending ones by the hour of
 *   their reminder. A replaced schedule stays a month under its zone and hour (`former#…`), without an address;
 *   DynamoDB removes it after `expiresAt`. An address that was left stays 28 days (`left#…`), and an item names the subscriber who has one
 *   that changed hands (`address#…`, by its hash). The item `zone-hours` lists the zones and hours in use; `address-key` makes ids of addresses.
 * - deliveries: one item per digest and subscriber; DynamoDB removes it after `expiresAt`.
 * - runs: the ledger: how far ticks are planned and checked (`head`), and an item per run of the planner (`plan`) and per check of
 *   local days (`check`), which DynamoDB removes after `expiresAt`. Beside them wait the errors that readers report (`report`).
 * - limits: one item per counter of requests and window of time, and one per notice with SES events;
 *   DynamoDB removes them after `expiresAt`. The item `brake` stops all sending.
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
  /** The attribute that holds the second (Unix time) after which DynamoDB removes an item. */
  readonly expiry?: string;
};

export type TableName = keyof typeof tableShapes;
