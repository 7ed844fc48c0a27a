import type { RelationsTable } from '../../src/adapters/dynamodb/relations-table.ts';
import { type DayKey, dayKeyOf } from '../../src/domain/day-key.ts';
import type { Timeline } from '../../src/domain/timeline.ts';

/** Creates an in-memory relations table. */
export function relationsInMemory(timelines: readonly Timeline[]): Pick<RelationsTable, 'onDays' | 'changesIn'> {
  const byDay = new Map<DayKey, Timeline[]>();
  for (const timeline of timelines) {
    for (const key of new Set(timeline.events.map(({ date }) => dayKeyOf(date)))) {
      const known = byDay.get(key);
      if (known) known.push(timeline);
      else byDay.set(key, [timeline]);
    }
  }
  return { onDays: async (keys) => keys.flatMap((key) => byDay.get(key) ?? []), changesIn: async () => [] };
}
