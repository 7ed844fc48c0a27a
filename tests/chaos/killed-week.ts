import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Presets, SingleBar } from 'cli-progress';
import { Command } from 'commander';
import * as z from 'zod';
import { readDataset } from '../../cli/dataset-files.ts';
import { openMailStore } from '../../cli/local/mail-store.ts';
import { openedMails } from '../../cli/local/opened-mails.ts';
import { formatOption } from '../../cli/options.ts';
import { addDays, type CalendarDate } from '../../src/domain/calendar-date.ts';
import { buildDigest } from '../../src/domain/digest.ts';
import { defaultPreferences, type Preferences } from '../../src/domain/preferences.ts';
import { localDate, tickServing } from '../../src/domain/schedule.ts';
import { digestMail } from '../../src/mail/digest-mail.ts';
import { seeded } from './random.ts';

const KILLS = 20;
const DAYS = 7;
/** The week is ahead: the people are subscribed by the clock of this machine. */
const firstDay = addDays(localDate(new Date(), 'UTC'), 7);
/** Between one start and the next, so that twenty fill the week. */
const STEP_MS = (DAYS * 86_400_000) / KILLS;
/** A process dies within this multiple of the time that the first one took to send everything due. */
const MAX_LIFE = 1.5;
const MAX_SHOWN = 10;

const cli = join(import.meta.dirname, '../../cli/jubilee.ts');
const { timelines, sources } = readDataset();
const sourcesById = new Map(sources.map((source) => [source.id, source]));

const zones = ['UTC', 'Asia/Shanghai', 'Asia/Kathmandu', 'Africa/Maseru', 'America/St_Johns', 'America/Los_Angeles'];
const hours = [0, 6, 9, 18];

/** Each of their days has items, and every digest few enough to list them all. */
const people: readonly (Preferences & { readonly email: string })[] = zones.flatMap((timeZone) =>
  hours.map((hour) => ({
    ...defaultPreferences,
    email: `desk.${timeZone.toLowerCase().replaceAll('/', '.')}.${hour}@ministry.example`,
    states: ['CN', 'FR', 'KE', 'MX', 'RS'],
    policy: 'every' as const,
    leadTimes: [7, 0],
    timeZone,
    hour,
  })),
);

await new Command('killed-week')
  .description(
    `Starts the product on this machine ${KILLS} times over a simulated week and kills it each time at a random moment; then holds its inbox against what was due.`,
  )
  .option('--seed <number>', 'of the moments', Number, 1)
  .addOption(formatOption('text', 'json'))
  .action(run)
  .parseAsync();

async function run({ seed, format }: { readonly seed: number; readonly format: string }): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'killed-week-'));
  const begun = Date.parse(`${firstDay}T00:00:00Z`);
  const lives = await killedLives(folder, begun, seed);
  const end = new Date(begun + DAYS * 86_400_000);
  const last = start(folder, end);
  await told(last);
  await stop(last, 'SIGTERM');

  const { mails, items } = await inboxOf(folder);
  const due = people.flatMap((person) =>
    daysServed(person, new Date(begun), end).flatMap((day) => itemsDue(person, day)),
  );
  const report = { lives, mails, due: due.length, lost: without(due, items), surplus: without(items, due), folder };
  process.stdout.write(format === 'json' ? `${JSON.stringify(report)}\n` : textOf(report));
  if (report.lost.length + report.surplus.length > 0) process.exitCode = 1;
  else await rm(folder, { recursive: true });
}

type Report = {
  /** How long each process that was killed had lived, in ms. */
  readonly lives: readonly number[];
  readonly mails: number;
  readonly due: number;
  readonly lost: readonly string[];
  /** Sent twice, or not due. */
  readonly surplus: readonly string[];
  readonly folder: string;
};

function textOf({ lives, mails, due, lost, surplus, folder }: Report): string {
  const wrong = [...lost.map((item) => `lost: ${item}`), ...surplus.map((item) => `sent twice or not due: ${item}`)];
  return [
    `Killed after ${lives.map((ms) => (ms / 1000).toFixed(1)).join(', ')} s`,
    `${people.length} people, ${due} items due, ${mails} mails: ${lost.length} items lost, ${surplus.length} sent twice or not due`,
    ...wrong.slice(0, MAX_SHOWN),
    ...(wrong.length > 0 ? [`Everything is kept in ${folder}`] : []),
    '',
  ].join('\n');
}

/** How many ms each process lived. The people come in while the first one lives. */
async function killedLives(folder: string, begun: number, seed: number): Promise<number[]> {
  const bar = new SingleBar({ format: '{bar} {value}/{total} killed', clearOnComplete: true }, Presets.rect);
  if (process.stderr.isTTY) bar.start(KILLS, 0);
  const { next } = seeded(seed);
  const lives: number[] = [];
  let longest = 0;
  while (lives.length < KILLS) {
    const child = start(folder, new Date(begun + lives.length * STEP_MS));
    if (lives.length === 0) {
      const started = performance.now();
      const variables = await told(child);
      longest = MAX_LIFE * (performance.now() - started);
      await comeIn(folder, variables);
    }
    const life = Math.round(next() * longest);
    await wait(life);
    await stop(child, 'SIGKILL');
    lives.push(life);
    bar.update(lives.length);
  }
  bar.stop();
  return lives;
}

function start(folder: string, at: Date): ChildProcess {
  const words = ['start', '--at', at.toISOString(), '--data', join(folder, 'data'), '--port', '0', '--format', 'json'];
  return spawn(process.execPath, ['--import', 'tsx', cli, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** The variables for other commands, which it says once everything due is sent. */
async function told({ stdout }: ChildProcess): Promise<NodeJS.ProcessEnv> {
  let said = '';
  for await (const chunk of stdout ?? []) {
    said += chunk;
    if (said.endsWith('\n')) break;
  }
  return z.object({ variables: z.record(z.string(), z.string()) }).parse(JSON.parse(said)).variables;
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const exit = once(child, 'exit');
  if (child.exitCode === null) child.kill(signal);
  await exit;
}

async function comeIn(folder: string, variables: NodeJS.ProcessEnv): Promise<void> {
  const file = join(folder, 'people.csv');
  const columns = ['email', 'states', 'policy', 'leadTimes', 'timeZone', 'hour'] as const;
  const lines = people.map((person) => columns.map((column) => `"${person[column]}"`).join(','));
  await writeFile(file, [columns.join(','), ...lines, ''].join('\n'));
  const words = ['--import', 'tsx', cli, 'subscribers', 'import', file, '--consent', 'a simulation'];
  await promisify(execFile)(process.execPath, words, { env: { ...process.env, ...variables } });
}

/** The local dates that were served after one instant and through another. */
function daysServed({ timeZone, hour }: Preferences, after: Date, through: Date): CalendarDate[] {
  const days = Array.from({ length: DAYS + 2 }, (_, index) => addDays(firstDay, index - 1));
  return days.filter((date) => {
    const tick = tickServing({ date, hour }, timeZone);
    return tick > after && tick <= through;
  });
}

type Person = (typeof people)[number];

/** What a person's mail of one day would contain had nothing ever gone wrong. */
function itemsDue(person: Person, day: CalendarDate): string[] {
  const digest = buildDigest({ on: day, coverage: { from: day, through: day } }, { timelines }, person);
  const links = { site: '', unsubscribe: '', preferences: '' };
  const subscriber = { id: '', subscriptionVersion: 1, preferences: person };
  return itemsIn(
    person.email,
    digestMail(digest, { subscriber, sources: sourcesById, links, domain: 'example.org' }).text,
  );
}

/** Each item of a mail: the recipient, the pair, the milestone and its date, from the first lines of its paragraph. */
function itemsIn(email: string, text: string): string[] {
  const paragraphs = text.split(/\n\n+/).map((paragraph) => paragraph.trim().split('\n'));
  const items = paragraphs.filter((lines) => lines.some((line) => line.startsWith('Sources: ')));
  return items.map(([pair, milestone, date]) => [email, pair, milestone, date].join(' · '));
}

async function inboxOf(folder: string) {
  const store = await openMailStore(join(folder, 'data', 'mails'));
  const opened = openedMails(store);
  const known = new Set(people.map(({ email }) => email));
  const mails = store.all().filter(({ destinations: [to = ''] }) => known.has(to));
  const texts = await Promise.all(
    mails.map(async ({ id, destinations: [to = ''] }) => itemsIn(to, (await opened.find(id))?.content.text ?? '')),
  );
  return { mails: mails.length, items: texts.flat() };
}

/** What is left of the items when each of the others has been taken away once. */
function without(items: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(other, (left.get(other) ?? 0) + 1);
  return items.filter((item) => {
    const count = left.get(item) ?? 0;
    left.set(item, count - 1);
    return count < 1;
  });
}
