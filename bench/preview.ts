import { Hono } from 'hono';
import { serve } from '../cli/local/listen.ts';
import { paths } from '../src/web/paths.ts';
import { codes } from './real-data.ts';
import { judge, type Result } from './result.ts';
import { benchDay, theApi } from './served-api.ts';

const ROUNDS = 500;
/** The requests before the measurement, while V8 is still compiling. */
const WARM_UP = 50;
const bare = '/bare';

/** Every state, with default preferences otherwise. */
const allStates = { date: benchDay, states: [...codes] };
/** The largest request: the whole world, every year, far ahead. */
const most = { date: benchDay, policy: 'every', leadTimes: [365, 180, 90, 30, 7, 0], includeSevered: true };

/** Measures previews over HTTP on this machine, one after another, beside a route of the same framework that only echoes its input. */
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
