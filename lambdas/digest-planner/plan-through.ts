import type { RunTable } from '../../src/adapters/dynamodb/run-table.ts';
import type { SubscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import { PLAN_LEASE_MS, type PlanRun } from '../../src/domain/plan-run.ts';
import { type Ports as DigestPorts, type PlannedPage, planDigests } from './plan-digests.ts';
import { planReminders, type Ports as ReminderPorts } from './plan-reminders.ts';

export type Ports = Omit<DigestPorts, 'dueFacts'> &
  ReminderPorts & {
    readonly subscribers: DigestPorts['subscribers'] &
      ReminderPorts['subscribers'] &
      Pick<SubscriberTable, 'pruneZoneHours'>;
    readonly runs: Pick<RunTable, 'begin' | 'hold' | 'leave' | 'finish'>;
    /** Creates a reader with a cache; called once per run. */
    readonly dueFacts: () => DigestPorts['dueFacts'];
    readonly now: () => Date;
  };

/** One invocation of the planner. */
export type Invocation = {
  /** The unique id of the invocation. */
  readonly holder: string;
  /** Whether there is time for another page. */
  readonly hasTime: () => boolean;
  readonly onRun: (run: PlanRun) => void;
};

/**
 * The outcome. `planned`: everything through the tick. `unfinished`: out of time, so another invocation must continue.
 * `busy`: another invocation is at work, or has taken over; a later tick plans what it leaves.
 */
export type Outcome = 'planned' | 'unfinished' | 'busy';

/** The longest interval (ms) at which a run renews its lease, even while nobody has anything due. */
const MS_BETWEEN_HOLDS = PLAN_LEASE_MS / 3;

/**
 * Plans everything through a tick: first the rest of a crashed run, then all ticks since. A crash may queue a digest
 * twice, but it is sent once.
 */
export async function planThrough(tick: Date, invocation: Invocation, ports: Ports): Promise<Outcome> {
  for (;;) {
    const run = await ports.runs.begin(tick, { holder: invocation.holder, now: ports.now() });
    if (run === 'done') return 'planned';
    const outcome = run === 'busy' ? run : await plan(run, invocation, ports);
    if (outcome !== 'planned') return outcome;
  }
}

async function plan(begun: PlanRun, { hasTime, onRun }: Invocation, ports: Ports): Promise<Outcome> {
  const { runs, now } = ports;
  let run = begun;
  let heldAt = now();
  const found = new Map<string, number>();
  for await (const page of planDigests(begun, { ...ports, dueFacts: ports.dueFacts() }, begun.position)) {
    run = withPage(run, page);
    const { zoneHour } = page.position;
    found.set(zoneHour, (found.get(zoneHour) ?? 0) + page.subscribers);
    if (!hasTime()) return (await runs.leave(run)) ? 'unfinished' : 'busy';
    if (page.digests === 0 && now().getTime() - heldAt.getTime() < MS_BETWEEN_HOLDS) continue;
    heldAt = now();
    if (!(await runs.hold(run, heldAt))) return 'busy';
  }
  const reminders = await planReminders(run, ports);
  run = { ...run, counts: { ...run.counts, reminders } };
  if (!(await runs.finish(run, now()))) return 'busy';
  await ports.subscribers.pruneZoneHours(idleAmong(found, begun));
  onRun(run);
  return 'planned';
}

/** Lists the zone-hours without subscribers, except one that an earlier attempt read in part. */
function idleAmong(found: ReadonlyMap<string, number>, { position }: PlanRun): string[] {
  return [...found].flatMap(([text, waiting]) => (waiting === 0 && text !== position?.zoneHour ? [text] : []));
}

function withPage({ counts, ...run }: PlanRun, { position, subscribers, digests }: PlannedPage): PlanRun {
  const sum = { ...counts, subscribers: counts.subscribers + subscribers, digests: counts.digests + digests };
  return { ...run, position, counts: sum };
}
