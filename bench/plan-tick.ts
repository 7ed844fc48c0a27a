import { fork } from 'node:child_process';
import { bundleOf } from './build.ts';
import { daysOf } from './million/days.ts';
import type { Asked, Progress, Told, Wanted } from './million/told.ts';
import { codes, timelines } from './real-data.ts';
import { judge, type Result } from './result.ts';
import { withFolder } from './temporary.ts';

const followable = { states: [...codes], pairs: timelines.map(({ pair }) => pair) };
const relations = daysOf(timelines);
const subscribers = 1_000_000;
const MB = 1_000_000;

/**
 * One tick with a million subscribers, all of them served by it, in fresh processes that are bundled as the functions are:
 * one for the CPU, with the yardstick after each page, and one for the memory, without it.
 */
export function measurePlanTick(onProgress: (part: number) => void): Promise<Result[]> {
  return withFolder(async (folder) => {
    const { file } = await bundleOf({ name: 'bench/million/plan.ts' }, folder);
    const asked = { followable, subscribers };
    const timed = await plan(file, { ...asked, withYardstick: true }, (part) => onProgress(part / 2));
    const bare = await plan(file, { ...asked, withYardstick: false }, (part) => onProgress((1 + part) / 2));
    return rowsOf(timed, bare);
  });
}

function rowsOf(timed: Told, bare: Told): Result[] {
  const beside = { unit: 's CPU', yardstick: timed.yardstick / 1000, beside: 'JSON.parse of the rows' };
  const memory = { unit: 'MB', value: bare.peakBytes / MB, yardstick: 256, beside: 'the limit' };
  return [
    judge(
      { name: 'plan-tick: 1,000,000 subscribers', value: timed.planning / 1000, ...beside },
      { value: 60, ratio: 3 },
    ),
    judge({ name: 'plan-tick: the adapter reads their rows', value: timed.adapter / 1000, ...beside }),
    judge({ name: 'plan-tick: peak memory', ...memory }, { value: 256 }),
  ];
}

function plan(file: string, asked: Asked, onProgress: (part: number) => void): Promise<Told> {
  const child = fork(file, { execArgv: [] });
  return new Promise((resolve, reject) => {
    child.on('message', async (told: Told | Progress | Wanted) => {
      if ('days' in told) return child.send({ timelines: await relations.onDays(told.days) });
      if ('part' in told) return onProgress(told.part);
      child.disconnect();
      resolve(told);
    });
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`The planning process ended with ${code}`)));
    child.send(asked);
  });
}
