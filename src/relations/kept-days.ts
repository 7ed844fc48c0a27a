import type { RelationsTable } from '../adapters/dynamodb/relations-table.ts';
import type { DayKey } from '../domain/day-key.ts';
import { remember } from '../domain/remember.ts';

/** A key for each day and month of a leap year, and one for events known by year. */
const MAX_DAYS = 366 + 12 + 1;

/**
 * Reads the timelines of days and keeps them across runs while the dataset's version holds: most ticks need the days
 * that the tick before has read. A run looks the version up once, and only if it needs a day at all.
 */
export function keptDays(relations: Pick<RelationsTable, 'onDays' | 'datasetVersion'>) {
  const daysOf = remember(
    (_version: string) => remember((key: DayKey) => relations.onDays([key]), { most: MAX_DAYS }),
    { most: 1 },
  );

  /** For one run. */
  return (): Pick<RelationsTable, 'onDays'> => {
    const version = remember(() => relations.datasetVersion());
    return {
      async onDays(keys) {
        const current = await version();
        if (current === undefined) return await relations.onDays(keys);
        return (await Promise.all(keys.map(daysOf(current)))).flat();
      },
    };
  };
}
