import { beforeEach, describe, expect, test } from 'vitest';
import { type RunTable, runTable } from '../../../src/adapters/dynamodb/run-table.ts';
import { PLAN_LEASE_MS, type PlanRun } from '../../../src/domain/plan-run.ts';
import { localTables } from '../../support/local-tables.ts';

const documents = await localTables();
const runs: RunTable = runTable(documents, 'runs');

const at = (time: string) => new Date(`2024-01-05T${time}:00Z`);
const later = (now: Date, ms: number) => new Date(now.getTime() + ms);

async function begun(tick: Date, holder: string, now = tick): Promise<PlanRun> {
  const run = await runs.begin(tick, { holder, now });
  if (run === 'done' || run === 'busy') throw new Error(`The run of ${tick.toISOString()} did not begin: ${run}`);
  return run;
}

beforeEach(() => runs.beginAfter(at('07:45')));

describe('a run', () => {
  test('plans the ticks since the last that was planned', async () => {
    expect(await begun(at('08:30'), 'one')).toMatchObject({ after: at('07:45'), through: at('08:30') });
  });

  test('reaches back 14 days at most', async () => {
    await runs.beginAfter(new Date('2023-11-01T00:00:00Z'));
    expect((await begun(at('08:00'), 'one')).after).toEqual(new Date('2023-12-22T08:00:00Z'));
  });

  test('begins once, however many invocations compete for it', async () => {
    const holders = Array.from({ length: 8 }, (_, index) => `holder-${index}`);
    const answers = await Promise.all(holders.map((holder) => runs.begin(at('08:00'), { holder, now: at('08:00') })));
    expect(answers.filter((answer) => typeof answer === 'object')).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'busy')).toHaveLength(7);
  });

  test('belongs to its holder while the lease lasts, and is then continued by another where it stopped', async () => {
    const run = { ...(await begun(at('08:00'), 'one')), position: { zoneHour: 'UTC#08', page: { id: 's-1' } } };
    expect(await runs.hold(run, at('08:00'))).toBe(true);
    const beforeEnd = later(at('08:00'), PLAN_LEASE_MS - 1);
    expect(await runs.begin(at('08:15'), { holder: 'two', now: beforeEnd })).toBe('busy');
    const taken = await begun(at('08:15'), 'two', later(at('08:00'), PLAN_LEASE_MS));
    expect(taken).toEqual({ ...run, holder: 'two' });
  });

  test('that was taken over is lost to its first holder', async () => {
    const first = await begun(at('08:00'), 'one');
    const second = await begun(at('08:15'), 'two', later(at('08:00'), PLAN_LEASE_MS));
    expect(await runs.hold(first, at('08:16'))).toBe(false);
    expect(await runs.leave(first)).toBe(false);
    expect(await runs.finish(first, at('08:16'))).toBe(false);
    expect(await runs.finish(second, at('08:16'))).toBe(true);
  });

  test('that was released can be taken at once', async () => {
    await runs.leave(await begun(at('08:00'), 'one'));
    expect(await begun(at('08:00'), 'two')).toMatchObject({ holder: 'two', through: at('08:00') });
  });

  test('ends when its ticks are planned, and the next begins there', async () => {
    await runs.finish(await begun(at('08:00'), 'one'), at('08:01'));
    expect(await runs.begin(at('08:00'), { holder: 'two', now: at('08:02') })).toBe('done');
    expect(await runs.head()).toEqual({ plannedThrough: at('08:00') });
    expect(await begun(at('08:15'), 'two')).toMatchObject({ after: at('08:00'), through: at('08:15') });
  });
});

describe('the record', () => {
  test('has every run that is over, newest first, with its counts', async () => {
    const run = await begun(at('08:00'), 'one');
    const counts = { subscribers: 3, digests: 2, reminders: 1 };
    await runs.finish({ ...run, counts }, at('08:01'));
    await runs.finish(await begun(at('08:45'), 'two'), at('08:46'));
    const [newest, oldest] = await runs.latest(2);
    expect(newest).toMatchObject({ after: at('08:00'), through: at('08:45'), doneAt: at('08:46') });
    expect(oldest).toMatchObject({ through: at('08:00'), counts });
  });

  test('finds the run of a tick, also when several were planned together', async () => {
    await runs.finish(await begun(at('10:00'), 'one'), at('10:01'));
    expect(await runs.of(at('09:15'))).toMatchObject({ after: at('07:45'), through: at('10:00') });
    expect(await runs.of(at('10:15'))).toBeUndefined();
  });
});
