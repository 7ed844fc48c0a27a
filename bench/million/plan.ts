import { once } from 'node:events';
import { type Ports, planDigests } from '../../lambdas/digest-planner/plan-digests.ts';
import type { AppliedChange } from '../../src/domain/correction.ts';
import type { DayKey } from '../../src/domain/day-key.ts';
import type { Span } from '../../src/domain/milestone.ts';
import { onlyTick } from '../../src/domain/schedule.ts';
import type { Timeline } from '../../src/domain/timeline.ts';
import { dueFacts } from '../../src/relations/due-facts.ts';
import { cpuMs } from '../measure.ts';
import { fedTable } from './fed-table.ts';
import type { PlanJob, PlanReport, Progress, RelationsQuery } from './plan-messages.ts';
import { dayOfTick, tick, zoneHours } from './zone-hours.ts';

process.once('message', (asked: PlanJob) => plan(asked).then(tell));

/** Plans one tick in this fresh process, so that its peak memory is that of planning. */
async function plan({ subscribers: all, followable, withYardstick, changes }: PlanJob): Promise<PlanReport> {
  const spent = { planning: 0, adapter: 0, making: 0, yardstick: 0 };
  let mark = cpuMs();
  const book = (account: keyof typeof spent) => {
    const now = cpuMs();
    spent[account] += now - mark;
    mark = now;
  };
  const table = fedTable(
    { all, followable },
    {
      onQuestion: () => book('adapter'),
      onAnswer: (text) => {
        book('making');
        if (withYardstick) JSON.parse(text);
        book('yardstick');
      },
    },
  );
  const at: Ports['subscribers']['at'] = async function* (zoneHour) {
    book('planning');
    for await (const page of table.at(zoneHour)) {
      book('adapter');
      yield page;
      book('planning');
      planned += page.waiting.length;
      tell({ part: planned / all });
    }
    book('adapter');
  };
  let planned = 0;
  const subscribers = { at, zoneHours: async () => [...zoneHours] };
  const report = { subscribers: 0, digests: 0 };
  const ports = { subscribers, dueFacts: dueFacts({ onDays, changesIn: (span) => changesIn(span, changes) }), queue };
  for await (const page of planDigests(onlyTick(tick), ports)) {
    report.subscribers += page.subscribers;
    report.digests += page.digests;
  }
  book('planning');
  return { ...spent, ...report, peakBytes: process.resourceUsage().maxRSS * 1024 };
}

/** A queue that accepts everything, as the cost of SQS is not measured. */
const queue = { send: async () => {} };

/** The queries so far, one after another, as responses come in the order of the queries. */
let asked: Promise<unknown> = Promise.resolve();

async function onDays(days: readonly DayKey[]): Promise<Timeline[]> {
  return (await ask({ days })).timelines;
}

/** Fetches the changes of a release that counts from the day of the tick. */
async function changesIn({ from, through }: Span, changes: number): Promise<AppliedChange[]> {
  const isIn = from <= dayOfTick && dayOfTick <= through;
  return changes > 0 && isIn ? (await ask({ changes })).changes : [];
}

function ask(wanted: RelationsQuery): Promise<{ readonly timelines: Timeline[]; readonly changes: AppliedChange[] }> {
  const answer = asked.then(async () => {
    tell(wanted);
    const [told] = await once(process, 'message');
    return told;
  });
  asked = answer;
  return answer;
}

function tell(told: PlanReport | Progress | RelationsQuery): void {
  process.send?.(told);
}
