import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { addressKey } from '../../src/adapters/dynamodb/address-key.ts';
import { relationsSeed } from '../../src/adapters/dynamodb/relations-seed.ts';
import { relationsTable } from '../../src/adapters/dynamodb/relations-table.ts';
import { runTable } from '../../src/adapters/dynamodb/run-table.ts';
import { subscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import { logger } from '../../src/adapters/lambda/log.ts';
import { addDays, dayOf } from '../../src/domain/calendar-date.ts';
import { scheduleFrom } from '../../src/domain/change-of-schedule.ts';
import { TICK_MINUTES, tickAt, tickServing } from '../../src/domain/schedule.ts';
import { datasetInMemory } from '../../src/relations/dataset-in-memory.ts';
import { aSubscriber, preferencesWith } from '../support/builders.ts';
import type { Item } from '../support/expressions.ts';
import { tablesInMemory } from '../support/tables-in-memory.ts';
import { confirmationIn, type PersonsRequest, requestOf } from './acts.ts';
import { allCalls, type Invocation } from './calls.ts';
import { eventsOfEveryDay, wishes } from './dates-of-every-day.ts';
import type { Act, FaultSchedule, FunctionName } from './fault-schedule.ts';
import { aContainer, type Container, type World } from './functions.ts';
import { type Mutant, none } from './mutants.ts';
import { seeded } from './random.ts';
import { simulatedQueue } from './simulated-queue.ts';
import { type AcceptedMail, simulatedSes } from './simulated-ses.ts';

/** What came of a schedule, once everything has come to rest. */
export type History = {
  readonly schedule: FaultSchedule;
  /** The id of each person's subscriber. */
  readonly ids: ReadonlyMap<string, string>;
  readonly accepted: readonly AcceptedMail[];
  /** Every write of a subscriber's item, in order. */
  readonly subscribers: readonly Written[];
  readonly deliveries: readonly Item[];
  /** The bodies of the digests that were given up. */
  readonly deadDigests: readonly string[];
  readonly deadNotices: number;
  readonly missedTicks: number;
  readonly acknowledged: readonly Acknowledged[];
  readonly calls: number;
  readonly start: number;
  readonly lastTick: number;
  readonly trace: readonly string[];
  /** What the product never came to an end with. */
  readonly isAtRest: boolean;
};

/** What is to happen, and when (ms). */
type Entry = { readonly at: number; readonly happens: () => void };

type Written = { readonly at: number; readonly item: Item };
type Acknowledged = { readonly at: number; readonly act: Act; readonly status: number };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const TICK_MS = TICK_MINUTES * MINUTE;

/** The most requests of one history: far more than any needs that comes to rest. */
const MAX_CALLS = 20_000;

const timeouts: Readonly<Record<FunctionName, number>> = {
  'digest-planner': 5 * MINUTE,
  'digest-sender': MINUTE,
  'notice-sender': MINUTE / 2,
  feedback: MINUTE / 2,
  api: MINUTE / 2,
};

const feeds = [
  { of: 'feedback', queue: 'events', batch: 100, atOnce: 2 },
  { of: 'digest-sender', queue: 'digests', batch: 3, atOnce: 2 },
  { of: 'notice-sender', queue: 'notices', batch: 3, atOnce: 2 },
] as const;

/** So often does Lambda invoke the planner for one tick, and so long (ms) does it wait in between. */
const ATTEMPTS_OF_A_TICK = 3;
const afterAttempt = (attempt: number) => attempt * MINUTE;

/** So often does somebody try until they give up. */
const ATTEMPTS_OF_AN_ACT = 8;

logger.setLogLevel('SILENT');
const written = { item: (_table: string, _item: Item): void => {} };
const tables = tablesInMemory({ itemsPerPage: 2, onWrite: (table, item) => written.item(table, item) });
await relationsSeed(tables.client, 'relations').seed(eventsOfEveryDay, [], {
  states: [],
});
const readDataset = datasetInMemory(relationsTable(tables.client, 'relations'), () => new Date(0));
const dataset = await readDataset();
const ADDRESS_KEY = { id: 'address-key', key: 'a'.repeat(40) };

/** The pages take long to make and remember nothing, so they outlive a history. */
const apiContainers: Container[] = [];

export type Circumstances = { readonly mutant?: Mutant; readonly isTraced?: boolean };

/** Lets a schedule happen. */
export async function historyOf(schedule: FaultSchedule, circumstances: Circumstances = {}): Promise<History> {
  const chance = Math.random;
  const random = seeded(schedule.seed);
  Math.random = random.next;
  try {
    return await happen(schedule, circumstances);
  } finally {
    Math.random = chance;
  }
}

async function happen(schedule: FaultSchedule, { mutant = none, isTraced = false }: Circumstances): Promise<History> {
  const random = seeded(schedule.seed);
  const start = Date.parse(schedule.start);
  const clock = { now: start };
  const trace: string[] = [];
  const subscriberWrites: Written[] = [];
  for (const name of ['subscribers', 'deliveries', 'limits', 'runs'] as const) tables.clear(name);
  written.item = (table, item) => {
    if (table === 'subscribers' && item.email !== undefined) subscriberWrites.push({ at: clock.now, item });
  };

  const note = (line: () => string) => {
    if (isTraced) trace.push(line());
  };
  const agenda: Entry[] = [];
  const later = (at: number, happens: () => void) => void agenda.push({ at, happens });
  const common = { schedule, random, clock };
  const calls = allCalls({ ...common, note });
  const queues = {
    digests: simulatedQueue('digests', 6 * timeouts['digest-sender'], common),
    notices: simulatedQueue('notices', 6 * timeouts['notice-sender'], common),
    events: simulatedQueue('events', 6 * timeouts.feedback, common),
  };
  const people = new Map(schedule.people.map((person) => [`${person.name}@ministry.example`, person]));
  const ses = simulatedSes({
    ...common,
    publish: (event, delayMs) => queues.events.send(JSON.stringify(event), delayMs),
    fateOf: (address) => people.get(address)?.fate ?? 'delivered',
  });
  const now = () => new Date(clock.now);
  const world: World = {
    ...{ tables, queues, ses, calls, clock, mutant },
    dataset: async () => dataset,
  };

  const ids = await subscribeAll(schedule);
  const acknowledged: Acknowledged[] = [];
  const running = new Set<Invocation>();
  const containers = new Map<FunctionName, Container[]>([['api', apiContainers]]);
  let invocations = 0;
  let missedTicks = 0;

  function free(of: FunctionName): Container[] {
    const all = containers.get(of) ?? [];
    containers.set(of, all);
    return all;
  }

  /** Runs a function in a container that is free, or in a new one. */
  function invoke<Answer>(of: FunctionName, work: (container: Container, by: Invocation) => Promise<Answer>) {
    return new Promise<Answer | undefined>((resolve) => {
      invocations += 1;
      const container = free(of).pop() ?? aContainer(world);
      container.place.world = world;
      const over = (answer?: Answer) => {
        running.delete(invocation);
        resolve(answer);
      };
      const invocation: Invocation = {
        ...{ of, number: invocations, deadline: clock.now + timeouts[of], waiting: 0, isOver: false },
        onDeath: over,
        lastRead: new Map(),
      };
      running.add(invocation);
      container.place.invocation = invocation;
      const ended = (answer?: Answer) => {
        if (invocation.isOver) return;
        calls.end(invocation);
        free(of).push(container);
        over(answer);
      };
      work(container, invocation).then(ended, (error: unknown) => {
        note(() => `  ${of} ${invocation.number} fails: ${error}`);
        ended();
      });
    });
  }

  const isOut = (of: FunctionName) =>
    schedule.outages.some(
      (outage) =>
        outage.of.includes(of) &&
        clock.now >= start + outage.from * MINUTE &&
        clock.now < start + outage.through * MINUTE,
    );

  function runningOf(of: FunctionName): number {
    let count = 0;
    for (const invocation of running) if (invocation.of === of) count += 1;
    return count;
  }

  async function plan(tick: Date, attempt = 1): Promise<void> {
    if (isOut('digest-planner')) return;
    const outcome = await invoke('digest-planner', (container, by) => container.run['digest-planner'](tick, by));
    if (outcome === 'planned' || outcome === 'busy') return;
    if (outcome === 'unfinished') return later(clock.now, () => void plan(tick));
    if (attempt < ATTEMPTS_OF_A_TICK) later(clock.now + afterAttempt(attempt), () => void plan(tick, attempt + 1));
    else missedTicks += 1;
  }

  async function feed({ of, queue, batch }: (typeof feeds)[number]): Promise<void> {
    const receipt = queues[queue].receive(batch);
    if (receipt === undefined) return;
    const answer = await invoke(of, (container) => container.run[of](receipt.event));
    if (answer) receipt.done(new Set(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)));
  }

  async function ask(request: () => PersonsRequest | undefined, onAnswer: (status: number) => void, attempt = 1) {
    const asked = request();
    if (asked === undefined) return;
    const status = isOut('api')
      ? undefined
      : await invoke('api', async (container) => (await container.run.api(asked.path, asked.init)).status);
    if (status !== undefined && status < 500) onAnswer(status);
    else if (attempt < ATTEMPTS_OF_AN_ACT)
      later(clock.now + MINUTE / 2, () => void ask(request, onAnswer, attempt + 1));
  }

  function doIt(act: Act): void {
    const email = `${act.who}@ministry.example`;
    const request = () => {
      const id = ids.get(act.who) ?? '';
      const known = subscriberWrites.findLast(({ item }) => item.id === id)?.item;
      return requestOf(act, { id, email, subscriptionVersion: Number(known?.subscriptionVersion ?? 0) }, now());
    };
    void ask(request, (status) => {
      note(() => `  ${act.who}: ${act.does} is answered with ${status}`);
      acknowledged.push({ at: clock.now, act, status });
    });
  }

  for (const one of schedule.acts) later(start + one.at * MINUTE, () => doIt(one));
  const lastTick = start + schedule.days * 24 * 60 * MINUTE;
  for (const tick of ticksThatMatter(schedule, lastTick)) {
    const lateMs = !schedule.isOrderly && random.chance(0.1) ? random.below(10 * MINUTE) : 500;
    later(tick + lateMs, () => void plan(new Date(tick)));
    if (!schedule.isOrderly && random.chance(0.05)) later(tick + random.below(2_000), () => void plan(new Date(tick)));
  }
  later(lastTick + TICK_MS, () => void plan(new Date(tickAt(new Date(lastTick)).getTime() + TICK_MS)));
  let confirmed = 0;
  function confirmWhatCame(): void {
    for (const { text, notice } of ses.accepted.slice(confirmed)) {
      const request = notice === undefined ? undefined : confirmationIn(text);
      if (request)
        later(
          clock.now + 10 * MINUTE,
          () =>
            void ask(
              () => request,
              () => {},
            ),
        );
    }
    confirmed = ses.accepted.length;
  }

  function isAtWork(): boolean {
    for (const { waiting } of running) if (waiting === 0) return true;
    return false;
  }

  /** Waits until every invocation stands in line, or is over: what a function does between two requests takes no event loop's turn. */
  async function settled(): Promise<void> {
    do await new Promise((resolve) => setImmediate(resolve));
    while (isAtWork());
  }

  const isDue = (one: (typeof feeds)[number]) =>
    !isOut(one.of) && runningOf(one.of) < one.atOnce && queues[one.queue].isDue();

  function step(): boolean {
    const ready = calls.ready();
    const due = agenda.filter(({ at }) => at <= clock.now);
    const fed = schedule.isOrderly && ready.length > 0 ? [] : feeds.filter(isDue);
    const choices = [...ready, ...due, ...fed];
    const choice = schedule.isOrderly ? choices[0] : choices[random.below(choices.length)];
    if (choice) {
      if ('by' in choice) calls.take(choice);
      else if ('queue' in choice) void feed(choice);
      else {
        agenda.splice(agenda.indexOf(choice), 1);
        choice.happens();
      }
      return true;
    }
    const endsOfOutages = schedule.outages
      .map(({ through }) => start + through * MINUTE)
      .filter((at) => at > clock.now);
    const nexts = [calls.next(), ...agenda.map(({ at }) => at), ...feeds.map(({ queue }) => queues[queue].next())];
    const next = Math.min(...[...nexts, ...endsOfOutages].filter((at) => at > clock.now));
    if (!Number.isFinite(next)) return false;
    clock.now = next;
    return true;
  }

  let isAtRest = false;
  while (!isAtRest && calls.done() < MAX_CALLS) {
    await settled();
    confirmWhatCame();
    isAtRest = !step();
  }
  const dead = queues.digests.deadLetters.map(({ body }) => body);
  return {
    ...{ schedule, ids, acknowledged, start, lastTick, trace, isAtRest, missedTicks },
    accepted: ses.accepted,
    subscribers: subscriberWrites,
    deliveries: tables.items('deliveries'),
    deadDigests: dead,
    deadNotices: queues.notices.deadLetters.length,
    calls: calls.done(),
  };
}

/** Whoever is subscribed from the start is so from now on; gives everybody's id. */
async function subscribeAll({ people, start }: FaultSchedule): Promise<Map<string, string>> {
  await tables.answer(new PutCommand({ TableName: 'subscribers', Item: ADDRESS_KEY }));
  const { subscriberId } = addressKey(tables.client, 'subscribers');
  const { put } = subscriberTable(tables.client, 'subscribers', () => new Date(start));
  const ids = new Map<string, string>();
  await runTable(tables.client, 'runs').beginAfter(new Date(tickAt(new Date(start)).getTime() - TICK_MS));
  for (const { name, isSubscribed, preferences } of people) {
    const email = `${name}@ministry.example`;
    const id = await subscriberId(email);
    ids.set(name, id);
    const schedule = scheduleFrom(preferencesWith({ ...wishes, ...preferences }), new Date(start));
    if (isSubscribed) await put(aSubscriber({ id, email, ...schedule }));
  }
  return ids;
}

/** The ticks at which it is an hour that somebody has chosen, and those that could bring a reminder. The others would find nobody. */
function ticksThatMatter({ start, people, acts, days }: FaultSchedule, lastTick: number): number[] {
  const began = Date.parse(start);
  const chosen = [...people, ...acts].map(({ preferences }) => preferencesWith(preferences));
  const zones = new Set(chosen.map(({ timeZone }) => timeZone));
  const hours = new Set(chosen.map(({ hour }) => hour));
  const dates = Array.from({ length: days + 3 }, (_, index) => addDays(dayOf(new Date(began)), index - 1));
  const ticks = new Set([Math.ceil(began / TICK_MS) * TICK_MS]);
  for (const zone of zones)
    for (const hour of hours) for (const date of dates) ticks.add(tickServing({ date, hour }, zone).getTime());
  for (const { does, at } of acts)
    if (does === 'subscribe')
      for (const hour of [24, 25, 26]) ticks.add(Math.floor((began + at * MINUTE) / HOUR) * HOUR + hour * HOUR);
  return [...ticks].filter((tick) => began <= tick && tick <= lastTick).sort((one, other) => one - other);
}
