import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { historyOf } from './history.ts';
import { type Mutant, mutants } from './mutants.ts';
import { randomSchedule } from './random-schedule.ts';
import { violationsOf } from './violations.ts';

test('through 1,000 histories of crashes, outages, changes, erasures and strangers no digest is lost, none is sent twice, and nobody erased is mailed', async () => {
  const args = ['--import', 'tsx', 'tests/chaos/chaos.ts', '--schedules', '1000', '--seed', '1', '--format', 'json'];
  const { stdout } = await promisify(execFile)(process.execPath, args).catch(({ stdout }) => ({ stdout }));
  expect(JSON.parse(stdout)).toMatchObject({ schedules: 1000, violations: [] });
});

test('a schedule brings the same history whenever it is replayed', async () => {
  for (const number of [3, 17, 42]) {
    const [one, other] = [await tracedHistory(number), await tracedHistory(number)];
    expect(one).toEqual(other);
    expect(one.length).toBeGreaterThan(50);
  }
});

test.each(Object.entries(mutants))('a product with this fault is caught: %s', async (_fault, mutant) => {
  expect(await firstCaught(mutant)).toBeDefined();
});

async function tracedHistory(number: number): Promise<readonly string[]> {
  return (await historyOf(randomSchedule(1, number), { isTraced: true })).trace;
}

async function firstCaught(mutant: Mutant): Promise<readonly string[] | undefined> {
  for (let number = 0; number < 1_500; number += 1) {
    const violations = violationsOf(await historyOf(randomSchedule(7, number), { mutant }));
    if (violations.length > 0) return violations;
  }
  return undefined;
}
