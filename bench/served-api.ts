import autocannon from 'autocannon';
import { Hono } from 'hono';
import { serve } from '../cli/local/listen.ts';
import { api } from '../lambdas/api/app.ts';
import { servedAssets } from '../lambdas/api/pages/assets.ts';
import type { Ports } from '../lambdas/api/ports.ts';
import { deliveryTable } from '../src/adapters/dynamodb/delivery-table.ts';
import { readDataset, writeDataset } from '../src/adapters/dynamodb/stored-dataset.ts';
import { subscriberTable } from '../src/adapters/dynamodb/subscriber-table.ts';
import { newDocumentClient } from '../src/adapters/lambda/clients.ts';
import { linkSigner } from '../src/adapters/lambda/link-signer.ts';
import { noticeQueue } from '../src/adapters/sqs/notice-queue.ts';
import { newSqsClient } from '../src/adapters/sqs/sqs-client.ts';
import type { ResolvedDataset } from '../src/domain/resolved-dataset.ts';
import { type Dataset, openDataset } from '../src/relations/dataset-in-memory.ts';
import { sources, states, timelines } from './real-data.ts';
import { judge, type Result } from './result.ts';

/** The present day of the served API. */
export const benchDay = '2026-11-23';

/** Creates the dataset of a warm function. */
export function inMemory(dataset: ResolvedDataset): Dataset {
  return openDataset(readDataset(writeDataset(dataset)), 'of the bench');
}

/** Creates the API of a warm function, with the real dataset in memory and no table. */
export function theApi(others: Partial<Pick<Ports, 'assets' | 'dataset' | 'notices'>> = {}): Hono {
  const documents = newDocumentClient();
  const dataset = inMemory({ timelines, sources, states });
  return api({
    dataset: async () => dataset,
    subscribers: subscriberTable(documents, 'subscribers', () => new Date()),
    deliveries: deliveryTable(documents, 'deliveries'),
    notices: noticeQueue(newSqsClient(), 'https://jubilee.example/queue'),
    links: linkSigner({ current: 'a key that signs nothing', earlier: [] }),
    assets: servedAssets({ style: '', script: '' }),
    siteUrl: 'https://jubilee.example',
    connection: () => ({ remote: { address: '192.0.2.1' } }),
    now: () => new Date(`${benchDay}T00:00:00Z`),
    ...others,
  });
}

const SECONDS = 4;
const CONNECTIONS = 10;

/** A path to read, with the name of its row. */
export type Reading = { readonly name: string; readonly path: string };

/**
 * Measures the API's responses a second for ten concurrent clients, and their p99, each beside a bare route of the same
 * server that returns the same bytes ready-made. The clients run in a thread of their own.
 */
export async function measureReading(
  readings: readonly Reading[],
  onProgress: (part: number) => void,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const [done, { name, path }] of readings.entries()) {
    const answer = await theApi().request(path);
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
    const [body, headers] = [await answer.text(), Object.fromEntries(answer.headers)];
    const app = new Hono().get('/bare', (c) => c.body(body, 200, headers)).route('/', theApi());
    const { url, close } = await serve(app, 0);
    const [bare, ours] = [await loaded(`${url}/bare`), await loaded(url + path)];
    await close();
    const beside = `a bare Hono route, the same ${Math.round(body.length / 1000)} kB`;
    results.push(
      judge({ name: `${name}, a second`, value: ours.perSecond, unit: 'answers', yardstick: bare.perSecond, beside }),
      judge({ name: `${name}, p99`, value: ours.p99, unit: 'ms', yardstick: bare.p99, beside }),
    );
    onProgress((done + 1) / readings.length);
  }
  return results;
}

async function loaded(url: string): Promise<{ readonly perSecond: number; readonly p99: number }> {
  const load = { url, connections: CONNECTIONS, workers: 1 };
  await autocannon({ ...load, duration: 1 });
  const { requests, latency, non2xx, errors } = await autocannon({ ...load, duration: SECONDS });
  if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx + errors} requests failed`);
  return { perSecond: requests.average, p99: latency.p99 };
}
