import { historyOf } from './history.ts';
import { randomSchedule } from './random-schedule.ts';
import { violationsOf } from './violations.ts';

/** Schedules with numbers in a row, in a run from a seed. */
export type Task = { readonly seed: number; readonly from: number; readonly through: number };

/** What a part of the schedules came to. */
export type Part = {
  readonly done: number;
  readonly calls: number;
  readonly mails: number;
  readonly violated: readonly number[];
};

/** This process runs the schedules that it is given, one part after another. */
process.on('message', async (task: Task) => process.send?.(await partOf(task)));

async function partOf({ seed, from, through }: Task): Promise<Part> {
  let [calls, mails] = [0, 0];
  const violated: number[] = [];
  for (let number = from; number < through; number += 1) {
    const history = await historyOf(randomSchedule(seed, number));
    calls += history.callers.length;
    mails += history.accepted.length;
    if (violationsOf(history).length > 0) violated.push(number);
  }
  return { done: through - from, calls, mails, violated };
}
