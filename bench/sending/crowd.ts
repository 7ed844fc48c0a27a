import type { PlannedDigest } from '../../src/domain/delivery.ts';
import { findDigestPeriod } from '../../src/domain/digest.ts';
import type { Subscriber } from '../../src/domain/subscriber.ts';
import { anythingDue } from '../../src/relations/anything-due.ts';
import { dueFacts } from '../../src/relations/due-facts.ts';
import { relationsInMemory } from '../million/days.ts';
import { subscriberNumber } from '../million/mix.ts';
import { codes, timelines } from '../real-data.ts';

const on = '2026-11-23';

export type Due = { readonly subscriber: Subscriber; readonly digest: PlannedDigest };

/** Takes a number of the million subscribers with a digest due, sorted by preferences like the planner's output. */
export async function gatherCrowd(size: number): Promise<Due[]> {
  const followable = { states: [...codes], pairs: timelines.map(({ pair }) => pair) };
  const isDue = anythingDue(dueFacts(relationsInMemory(timelines)));
  const crowd: Due[] = [];
  for (let number = 0; crowd.length < size; number += 1) {
    const subscriber = subscriberNumber(number, { timeZone: 'Asia/Shanghai', hour: 8 }, followable);
    const covered = findDigestPeriod(subscriber, [on]);
    if (covered === undefined || !(await isDue(covered, subscriber.preferences))) continue;
    crowd.push({
      subscriber,
      digest: { subscriberId: subscriber.id, subscriptionVersion: subscriber.subscriptionVersion, ...covered },
    });
  }
  const likeness = ({ subscriber, digest }: Due) => JSON.stringify([subscriber.preferences, digest.coverage]);
  return crowd
    .map((due) => ({ due, text: likeness(due) }))
    .sort((one, other) => (one.text < other.text ? -1 : 1))
    .map(({ due }) => due);
}
