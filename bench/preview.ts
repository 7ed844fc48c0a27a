import { Hono } from 'hono';
import { serve } from '../cli/local/serve.ts';
import { api } from '../lambdas/api/app.ts';
import { servedAssets } from '../lambdas/api/assets.ts';
import { newDocumentClient, newSqsClient } from '../src/adapters/clients.ts';
import { deliveryTable } from '../src/adapters/delivery-table.ts';
import { linkSigner } from '../src/adapters/link-signer.ts';
import { noticeQueue } from '../src/adapters/notice-queue.ts';
import { subscriberTable } from '../src/adapters/subscriber-table.ts';
import { paths } from '../src/web/paths.ts';
import { sources, states, timelines } from './real-data.ts';
import { judge, type Result } from './result.ts';

const ROUNDS = 500;
/** While V8 is still compiling. */
const WARM_UP = 50;
const bare = '/bare';

const date = '2026-11-23';
/** Every state by its code, otherwise as by default. */
const allStates = { date, states: [...states.keys()] };
/** The most that can be asked for: the whole world, every year, far ahead. */
const most = { date, policy: 'every', leadTimes: [365, 180, 90, 30, 7, 0], includeSevered: true };

/** Answers over HTTP on this machine, one after another, beside a route of the same framework that only gives back what it got. */
export async function measurePreview(onProgress: (part: number) => void): Promise<Result[]> {
  const app = new Hono().post(bare, async (c) => c.json(await c.req.json())).route('/', theApi());
  const { url, close } = await serve(app, 0);
  const times = { allStates: noTimes(), most: noTimes(), bare: noTimes() };
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    times.allStates.push(await msOfAnswer(url + paths.preview, allStates));
    times.most.push(await msOfAnswer(url + paths.preview, most));
    times.bare.push(await msOfAnswer(url + bare, allStates));
    onProgress(round / (WARM_UP + ROUNDS));
  }
  await close();
  const beside = { unit: 'ms', yardstick: p99(times.bare), beside: 'a bare Hono route' };
  return [
    judge({ name: 'preview: all states, p99', value: p99(times.allStates), ...beside }, { value: 50 }),
    judge({ name: 'preview: everything in every year, p99', value: p99(times.most), ...beside }),
  ];
}

/** With the real dataset in memory, as a function has it after its first answer. A preview asks for nothing else. */
function theApi(): Hono {
  const documents = newDocumentClient();
  const dataset = {
    version: 'as it stands in data/',
    timelines,
    sources: new Map(sources.map((source) => [source.id, source])),
    states: [...states.values()],
    codes: new Set(states.keys()),
  };
  return api({
    dataset: async () => dataset,
    subscribers: subscriberTable(documents, 'subscribers'),
    deliveries: deliveryTable(documents, 'deliveries'),
    notices: noticeQueue(newSqsClient(), 'https://jubilee.example/queue'),
    links: linkSigner({ current: 'a key that signs nothing', earlier: [] }),
    assets: servedAssets({ style: '', form: '' }),
    siteUrl: 'https://jubilee.example',
    connection: () => ({ remote: { address: '192.0.2.1' } }),
    now: () => new Date(`${date}T00:00:00Z`),
  });
}

function noTimes(): number[] {
  return [];
}

async function msOfAnswer(url: string, question: object): Promise<number> {
  const body = JSON.stringify(question);
  const start = performance.now();
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  await answer.text();
  if (!answer.ok) throw new Error(`The answer was ${answer.status}`);
  return performance.now() - start;
}

function p99(times: readonly number[]): number {
  const sorted = times.slice(WARM_UP).sort((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Number.NaN;
}
