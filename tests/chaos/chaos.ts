import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Presets, SingleBar } from 'cli-progress';
import { Command, InvalidArgumentError, Option } from 'commander';
import { bundleModule } from '../../bench/build.ts';
import { historyOf } from './history.ts';
import type { Part, Task } from './lane.ts';
import { randomSchedule, shrunk } from './random-schedule.ts';
import { violationsOf } from './violations.ts';

type Options = { readonly schedules: number; readonly seed: number; readonly only?: number; readonly format: string };

/** The number of schedules between two reports of progress. */
const AT_ONCE = 20;

const program = new Command('chaos')
  .description(
    'Lets the product live through simulated histories in which everything goes wrong, and checks that no digest is lost or sent twice, nobody erased is mailed, and no stranger stops a digest.',
  )
  .option('--schedules <number>', 'how many histories', readNumber, 2_000)
  .option('--seed <number>', 'of the random numbers: the same seed brings the same histories', readNumber, 1)
  .option('--only <number>', 'replay this one and print every request of it', readNumber)
  .addOption(new Option('--format <format>', 'of what is printed').choices(['text', 'json']).default('text'));

await run(program.parse().opts<Options>());

async function run({ schedules, seed, only, format }: Options): Promise<void> {
  if (only !== undefined) return replay(seed, only);
  const start = performance.now();
  const sum = await inProcesses(schedules, seed);
  const violations = [];
  for (const number of sum.violated) violations.push(await explained(seed, number));
  const seconds = Math.round((performance.now() - start) / 100) / 10;
  const report = { schedules, seed, requests: sum.calls, mails: sum.mails, seconds, violations };
  process.stdout.write(format === 'json' ? `${JSON.stringify(report)}\n` : textOf(report));
  if (violations.length > 0) process.exitCode = 1;
}

type Explained = Awaited<ReturnType<typeof explained>>;

/** The smallest schedule that shows the violation. */
async function explained(seed: number, number: number) {
  const isViolated = async (one: Parameters<typeof historyOf>[0]) => violationsOf(await historyOf(one)).length > 0;
  const smallest = await shrunk(randomSchedule(seed, number), isViolated);
  const replayed = `npm run chaos -- --seed ${seed} --only ${number}`;
  return { number, violations: violationsOf(await historyOf(smallest)), smallest, replayed };
}

function textOf(report: {
  schedules: number;
  seed: number;
  requests: number;
  mails: number;
  seconds: number;
  violations: Explained[];
}): string {
  const { schedules, seed, requests, mails, seconds, violations } = report;
  const lines = violations.flatMap(({ number, violations: all, smallest, replayed }) => [
    `Seed ${seed}, schedule ${number}:`,
    ...all.map((each) => `  ${each}`),
    `  shown by ${JSON.stringify(smallest)}`,
    `  ${replayed}`,
  ]);
  const outcome = violations.length === 0 ? 'no violation' : `${violations.length} violated`;
  lines.push(
    `${schedules} schedules from seed ${seed}: ${requests} requests to AWS, ${mails} mails, ${seconds} s; ${outcome}`,
    '',
  );
  return lines.join('\n');
}

async function replay(seed: number, number: number): Promise<void> {
  const schedule = randomSchedule(seed, number);
  const history = await historyOf(schedule, { isTraced: true });
  const violations = violationsOf(history);
  process.stdout.write(`${JSON.stringify(schedule)}\n${[...history.trace, ...violations].join('\n')}\n`);
  if (violations.length > 0) process.exitCode = 1;
}

/**
 * Shares the schedules among as many processes as there are processors; each takes the next ones when it is ready. They
 * run a bundle, as the deployed functions do: it is read, and it runs, faster than its sources.
 */
async function inProcesses(schedules: number, seed: number): Promise<Part> {
  const folder = await mkdtemp(join(tmpdir(), 'jubilee-chaos-'));
  try {
    const { file } = await bundleModule({ name: 'tests/chaos/lane.ts' }, folder);
    return await shared(file, schedules, seed);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function shared(file: string, schedules: number, seed: number): Promise<Part> {
  const bar = new SingleBar(
    { format: '{bar} {value}/{total} schedules, {eta_formatted} left', clearOnComplete: true },
    Presets.rect,
  );
  if (process.stderr.isTTY) bar.start(schedules, 0);
  let next = 0;
  let sum: Part = { done: 0, calls: 0, mails: 0, violated: [] };

  const lane = () =>
    new Promise<void>((resolve, reject) => {
      const child = fork(file, { execArgv: [] });
      const give = () => {
        if (next >= schedules) return void child.disconnect();
        const through = Math.min(schedules, next + AT_ONCE);
        const task: Task = { seed, from: next, through };
        child.send(task);
        next = through;
      };
      child.on('message', (part: Part) => {
        sum = added(sum, part);
        bar.update(sum.done);
        give();
      });
      child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`A process ended with ${code}`))));
      give();
    });

  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  bar.stop();
  return { ...sum, violated: [...sum.violated].sort((one, other) => one - other) };
}

function added(one: Part, other: Part): Part {
  return {
    done: one.done + other.done,
    calls: one.calls + other.calls,
    mails: one.mails + other.mails,
    violated: [...one.violated, ...other.violated],
  };
}

function readNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new InvalidArgumentError('It must be a whole number.');
  return number;
}
