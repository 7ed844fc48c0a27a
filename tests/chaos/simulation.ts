import { relationsTable } from '../../src/adapters/dynamodb/relations-table.ts';
import { logger } from '../../src/adapters/lambda/log.ts';
import type { MetricName } from '../../src/adapters/lambda/metric-names.ts';
import { datasetInMemory } from '../../src/relations/dataset-in-memory.ts';
import type { Item } from '../support/expressions.ts';
import { tablesInMemory } from '../support/tables-in-memory.ts';
import { allCalls } from './calls.ts';
import { addressOf, type Fate, type FaultSchedule } from './fault-schedule.ts';
import type { World } from './functions.ts';
import { allInvocations, timeouts } from './invocations.ts';
import { type Mutant, none } from './mutants.ts';
import { seeded } from './random.ts';
import { releasesIn } from './releases.ts';
import { simulatedQueue } from './simulated-queue.ts';
import { simulatedSes } from './simulated-ses.ts';

export type Circumstances = { readonly mutant?: Mutant; readonly isTraced?: boolean };

export type Simulation = ReturnType<typeof simulation>;

export type Written = { readonly at: number; readonly item: Item };

/** What is to happen, and when (ms). */
type Entry = { readonly at: number; readonly happens: () => void };

logger.setLogLevel('SILENT');
const written = { item: (_table: string, _item: Item): void => {} };
export const tables = tablesInMemory({ itemsPerPage: 2, onWrite: (table, item) => written.item(table, item) });
export const releases = await releasesIn(tables);
const readDataset = datasetInMemory(relationsTable(tables.client, 'relations'), () => new Date(0));
const dataset = await readDataset();

/** The simulated services and the clock at the beginning of a schedule, with empty tables. */
export function simulation(schedule: FaultSchedule, { mutant = none, isTraced = false }: Circumstances) {
  const start = Date.parse(schedule.start);
  const clock = { now: start };
  const random = seeded(schedule.seed);
  const trace: string[] = [];
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
  const people = new Map(schedule.people.map((person) => [addressOf(person.name), person]));
  const ses = simulatedSes({
    ...common,
    publish: (event, delayMs) => queues.events.send(JSON.stringify(event), delayMs),
    fateOf: (address) => people.get(address)?.fate ?? fateOfStrangers(address),
  });
  const counted: MetricName[] = [];
  const world: World = {
    tables,
    queues,
    ses,
    calls,
    clock,
    mutant,
    dataset: async () => dataset,
    count: (metric) => void counted.push(metric),
  };
  const invocations = allInvocations({ world, clock, calls, note });
  return {
    ...common,
    start,
    trace,
    note,
    agenda,
    later,
    calls,
    queues,
    ses,
    invocations,
    counted,
    subscriberWrites: watch(clock),
  };
}

function fateOfStrangers(address: string): Fate {
  if (address.startsWith('dead')) return 'bounced';
  return address.startsWith('angry') ? 'complained about' : 'delivered';
}

/** Empties the tables and collects every write of a subscriber's item from now on, and every erasure. */
function watch(clock: { readonly now: number }): readonly Written[] {
  const writes: Written[] = [];
  for (const name of ['subscribers', 'deliveries', 'limits', 'runs'] as const) tables.clear(name);
  written.item = (table, item) => {
    const isSubscriber = item.email !== undefined || item.erasedAt !== undefined;
    if (table === 'subscribers' && isSubscriber) writes.push({ at: clock.now, item });
  };
  return writes;
}
