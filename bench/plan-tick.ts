import { fork } from 'node:child_process';
import { addDays, isDay } from '../src/domain/calendar-date.ts';
import type { AppliedChange } from '../src/domain/correction.ts';
import { bundleModule } from './build.ts';
import { relationsInMemory } from './million/days.ts';
import type { PlanJob, PlanReport, Progress, RelationsQuery } from './million/plan-messages.ts';
import { dayOfTick } from './million/zone-hours.ts';
import { codes, timelines } from './real-data.ts';
import { judge, type Result } from './result.ts';
import { withFolder } from './temporary.ts';

const followable = { states: [...codes], pairs: timelines.map(({ pair }) => pair) };
const relations = relationsInMemory(timelines);
const subscribers = 1_000_000;
const MB = 1_000_000;
const CHANGES = 2_000;

/**
 * Measures one tick that serves a million subscribers, in fresh processes bundled like the functions: one for CPU, with the
 * yardstick after each page, one for memory, without it, and one on the day of a data release.
 */
export function measurePlanTick(onProgress: (part: number) => void): Promise<Result[]> {
  return withFolder(async (folder) => {
    const { file } = await bundleModule({ name: 'bench/million/plan.ts' }, folder);
    const asked = { followable, subscribers, changes: 0 };
    const timed = await plan(file, { ...asked, withYardstick: true }, (part) => onProgress(part / 3));
    const bare = await plan(file, { ...asked, withYardstick: false }, (part) => onProgress((1 + part) / 3));
    const released = { ...asked, withYardstick: false, changes: CHANGES };
    const corrected = await plan(file, released, (part) => onProgress((2 + part) / 3));
    return [...judgeTick(timed, bare), ...judgeRelease(corrected, bare)];
  });
}

function judgeTick(timed: PlanReport, bare: PlanReport): Result[] {
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

function judgeRelease(corrected: PlanReport, bare: PlanReport): Result[] {
  const name = `plan-tick: on the day of a release with ${CHANGES.toLocaleString('en-GB')} changes`;
  const beside = 'a day without';
  const [memory, digests] = [
    { unit: 'MB', beside },
    { unit: 'digests', beside },
  ];
  return [
    judge({ name, unit: 's CPU', value: corrected.planning / 1000, yardstick: bare.planning / 1000, beside }),
    judge({ name: `${name}: peak memory`, ...memory, value: corrected.peakBytes / MB, yardstick: bare.peakBytes / MB }),
    judge({ name: `${name}: planned`, ...digests, value: corrected.digests, yardstick: bare.digests }),
  ];
}

/** Creates changes of dates by a day, for pairs all over the dataset. */
function changesOfRelease(count: number): AppliedChange[] {
  const every = Math.floor(timelines.length / count);
  return timelines
    .filter((_, index) => index % every === 0)
    .slice(0, count)
    .flatMap((timeline) => {
      const [event] = timeline.events;
      if (event === undefined) return [];
      const { kind, date, evidence } = event;
      const before = { kind, date: isDay(date) ? addDays(date, -1) : date, evidence };
      const change = { release: '2026.11.22', pair: timeline.pair, before, after: { kind, date, evidence } };
      const why = { what: 'day', reason: 'A ministry gives this date.', sources: event.sources } as const;
      return { timeline, appliedOn: dayOfTick, change: { ...change, ...why } };
    });
}

function plan(file: string, asked: PlanJob, onProgress: (part: number) => void): Promise<PlanReport> {
  const child = fork(file, { execArgv: [] });
  return new Promise((resolve, reject) => {
    child.on('message', async (told: PlanReport | Progress | RelationsQuery) => {
      if ('days' in told) return child.send({ timelines: await relations.onDays(told.days) });
      if ('changes' in told) return child.send({ changes: changesOfRelease(told.changes) });
      if ('part' in told) return onProgress(told.part);
      child.disconnect();
      resolve(told);
    });
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`The planning process ended with ${code}`)));
    child.send(asked);
  });
}
