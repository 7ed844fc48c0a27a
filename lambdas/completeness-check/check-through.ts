import type { CheckTable } from '../../src/adapters/dynamodb/check-table.ts';
import type { SubscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import { type DayCheck, ticksToCheck } from '../../src/domain/day-check.ts';
import type { FindDueFacts } from '../../src/relations/due-facts.ts';
import { checkSpan, type Ports as SpanPorts } from './check-span.ts';

export type Ports = Omit<SpanPorts, 'dueFacts'> & {
  readonly subscribers: SpanPorts['subscribers'] & Pick<SubscriberTable, 'zoneHours'>;
  readonly checks: Pick<CheckTable, 'checkedThrough' | 'record' | 'advance'>;
  /** Creates a reader with a cache; called once per check. */
  readonly dueFacts: () => FindDueFacts;
  readonly now: () => Date;
};

/** One invocation of the check. */
export type Invocation = {
  /** Whether there is time for another hour of ticks. */
  readonly hasTime: () => boolean;
  /** Reports a check before it counts as done, so that no result is lost; after a crash perhaps twice. */
  readonly onCheck: (check: DayCheck) => void;
};

/**
 * The outcome. `checked`: everything through the tick. `unfinished`: out of time; the next invocation continues.
 * `overtaken`: another invocation is at work.
 */
export type Outcome = 'checked' | 'unfinished' | 'overtaken';

/** Checks the local days that are over by a tick, from the last checked one on, an hour of ticks at a time. */
export async function checkThrough(tick: Date, { hasTime, onCheck }: Invocation, ports: Ports): Promise<Outcome> {
  const { subscribers, checks, now } = ports;
  const zoneHours = await subscribers.zoneHours();
  let ticks = ticksToCheck(await checks.checkedThrough(), tick);
  while (ticks) {
    if (!hasTime()) return 'unfinished';
    const check = await checkSpan(ticks, zoneHours, { ...ports, dueFacts: ports.dueFacts() });
    if (check.days.length > 0) {
      await checks.record(check, now());
      onCheck(check);
    }
    if (!(await checks.advance(ticks))) return 'overtaken';
    ticks = ticksToCheck(ticks.through, tick);
  }
  return 'checked';
}
