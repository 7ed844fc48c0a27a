import type { GetConnInfo } from 'hono/conninfo';
import type { DeliveryTable } from '../../src/adapters/dynamodb/delivery-table.ts';
import type { SubscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import type { LinkSigner } from '../../src/adapters/lambda/link-signer.ts';
import type { NoticeQueue } from '../../src/adapters/sqs/notice-queue.ts';
import type { DatasetInMemory } from '../../src/relations/dataset-in-memory.ts';
import type { ServedAssets } from './pages/assets.ts';

/** Everything the API depends on, on Lambda and locally. */
export type Ports = {
  readonly subscribers: Pick<SubscriberTable, 'find' | 'change' | 'remove' | 'addressLeft'>;
  readonly deliveries: Pick<DeliveryTable, 'ofSubscriber' | 'eraseOf'>;
  readonly notices: Pick<NoticeQueue, 'send'>;
  readonly dataset: DatasetInMemory;
  readonly links: LinkSigner;
  readonly assets: ServedAssets;
  /** The site's origin, without a trailing slash. */
  readonly siteUrl: string;
  /** Finds the client's address. */
  readonly connection: GetConnInfo;
  readonly now: () => Date;
};
