import type { GetConnInfo } from 'hono/conninfo';
import type { DeliveryTable } from '../../src/adapters/dynamodb/delivery-table.ts';
import type { SubscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import type { LinkSigner } from '../../src/adapters/lambda/link-signer.ts';
import type { NoticeQueue } from '../../src/adapters/sqs/notice-queue.ts';
import type { DatasetInMemory } from '../../src/relations/dataset-in-memory.ts';
import type { ServedAssets } from './pages/assets.ts';

/** What the API works with, on Lambda and on one's own machine. */
export type Ports = {
  readonly subscribers: Pick<SubscriberTable, 'find' | 'change' | 'remove'>;
  readonly deliveries: Pick<DeliveryTable, 'ofSubscriber' | 'eraseOf'>;
  readonly notices: Pick<NoticeQueue, 'send'>;
  readonly dataset: DatasetInMemory;
  readonly links: LinkSigner;
  readonly assets: ServedAssets;
  /** Where the pages are: absolute, without a slash at the end. */
  readonly siteUrl: string;
  /** Where readers write that a date is wrong, if there is such a place. */
  readonly issuesUrl?: string | undefined;
  /** Who is at the other end of a request. */
  readonly connection: GetConnInfo;
  readonly now: () => Date;
};
