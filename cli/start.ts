import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Presets, SingleBar } from 'cli-progress';
import { Command, InvalidArgumentError } from 'commander';
import { MAX_REMOVED, type SeedProgress, TooManyRemoved } from '../src/adapters/dynamodb/relations-seed.ts';
import type { ResolvedDataset } from '../src/domain/resolved-dataset.ts';
import { TICK_MINUTES, tickAt } from '../src/domain/schedule.ts';
import { dataFolder, readDataset } from './dataset-files.ts';
import { type FirstDigest, firstDigest } from './local/first-digest.ts';
import { FolderInUse } from './local/folder-lock.ts';
import { insistOnFreshData } from './local/fresh-data.ts';
import { DamagedFile } from './local/kept-file.ts';
import { PortTaken } from './local/listen.ts';
import { type LocalStack, localStack } from './local/local-stack.ts';
import { rememberClock } from './local/same-clock.ts';
import { formatOption, readInstant } from './options.ts';

type Options = {
  readonly at?: Date;
  readonly once?: boolean;
  readonly reload?: boolean;
  readonly force?: boolean;
  readonly port: number;
  readonly data: string;
  readonly format: string;
};

const TICK_MS = TICK_MINUTES * 60_000;

/** `jubilee start`: runs the whole product on embedded parts, with a demo subscriber and an inbox. */
export function startCommand(): Command {
  return new Command('start')
    .description('Run Jubilee on this machine: embedded DynamoDB, SES and queue, a demo subscriber, an inbox.')
    .option('--once', 'exit after the first digest, with 0 only if it is in the inbox')
    .option('--at <instant>', 'start the clock at an instant such as 2024-01-05T00:00:00Z', readInstant)
    .option('--reload', 'reload open pages after a restart, as `npm run dev` does')
    .option('--force', 'write the dataset even if that removes more than 2 % of the events written last')
    .option('--port <port>', 'port of the site and the inbox', readPort, 8025)
    .option('--data <folder>', 'folder of the store', join(dataFolder, '..', '.jubilee'))
    .addOption(formatOption('text', 'json'))
    .action(start);
}

async function start(options: Options, command: Command): Promise<void> {
  const now = clockFrom(options.at);
  const data = insistOnFreshData(options.data, command);
  const stack = await openStack(options, now, command);
  await rememberClock(options.data, now());
  await data.remember();
  const dataset = readDataset();
  await seed(stack, dataset, options, command);
  const digest = await firstDigest(stack, dataset.timelines, now());
  process.stdout.write(
    options.format === 'json' ? `${JSON.stringify(toRecord(digest, stack))}\n` : formatDigest(digest, stack),
  );
  if (!options.once) await tickUntil(whenStopped(), stack, { now, data: options.data });
  else if (digest.mail === undefined) process.exitCode = 1;
  await rememberClock(options.data, now());
  await stack.close();
}

async function openStack({ data, port, reload }: Options, now: () => Date, command: Command): Promise<LocalStack> {
  try {
    return await localStack({ folder: data, port, reload, now, onError: complain });
  } catch (error) {
    if (error instanceof PortTaken) command.error(`error: --port: ${error.message}`, { exitCode: 2 });
    if (error instanceof FolderInUse || error instanceof DamagedFile)
      command.error(`error: --data: ${error.message}`, { exitCode: 2 });
    throw error;
  }
}

async function seed(stack: LocalStack, dataset: ResolvedDataset, { force }: Options, command: Command): Promise<void> {
  const bar = new SingleBar(
    { format: 'Writing the relations {bar} {value}/{total}', clearOnComplete: true },
    Presets.rect,
  );
  const onProgress = ({ done, total }: SeedProgress) => (bar.isActive ? bar.update(done) : bar.start(total, done));
  try {
    await stack.seed(dataset, { onProgress, maxRemoved: force ? undefined : MAX_REMOVED });
  } catch (error) {
    if (!(error instanceof TooManyRemoved)) throw error;
    await stack.close();
    command.error(`error: ${error.message}; use --force to write it anyway`, { exitCode: 2 });
  }
  bar.stop();
}

type Running = { readonly now: () => Date; readonly data: string };

async function tickUntil(stopped: AbortSignal, stack: LocalStack, { now, data }: Running): Promise<void> {
  while (!stopped.aborted) {
    const next = tickAt(now()).getTime() + TICK_MS;
    await wait(next - now().getTime(), undefined, { signal: stopped }).catch(() => {});
    if (!stopped.aborted) await work(new Date(next), stack).catch(complain);
    await rememberClock(data, now());
  }
}

async function work(tick: Date, stack: LocalStack): Promise<void> {
  await stack.plan(tick);
  await stack.check(tick);
}

/** Creates the stop signal. Before the first digest, a signal ends the process at once, which loses nothing; later, work in progress is finished. */
function whenStopped(): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  return stopping.signal;
}

function clockFrom(at: Date | undefined): () => Date {
  const ahead = at ? at.getTime() - Date.now() : 0;
  return () => new Date(Date.now() + ahead);
}

function toRecord({ on, milestones, mail }: FirstDigest, { url, variables }: LocalStack) {
  return {
    on,
    milestones,
    mail: mail && { ...mail, url: `${url}/inbox/${mail.id}` },
    inbox: `${url}/inbox`,
    variables,
  };
}

function formatDigest({ on, milestones, mail }: FirstDigest, { url, variables }: LocalStack): string {
  const outcome = mail
    ? `The digest is in the inbox:\n\n  ${mail.subject}\n  ${url}/inbox/${mail.id}`
    : `No mail has come; what has is at ${url}/inbox`;
  return [
    `${on}: found ${milestones} milestones for the demo subscriber, who follows the whole world. ${outcome}`,
    '',
    `Inbox: ${url}/inbox`,
    'The embedded parts, for another terminal:',
    ...Object.entries(variables).map(([name, value]) => `  export ${name}=${value}`),
    '',
  ].join('\n');
}

function complain(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
}

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('It must be a port, 0 to 65535.');
  return port;
}
