import type { RelationsTable } from '../adapters/dynamodb/relations-table.ts';
import type { DayKey } from '../domain/day-key.ts';
import { remember } from '../domain/remember.ts';

/** A key for each day and month of a leap year, and one for events known by year. */
const MAX_DAYS = 366 + 12 + 1;

/**
 * Reads the timelines of days and keeps them across runs while the dataset's version holds: most ticks need the days
 * that the tick before has read. A run looks the version up once, and only if it needs anything at all, so that the days and the
 * sources of a run belong together.
 */
export function keptDays(relations: Pick<RelationsTable, 'onDays' | 'sources' | 'datasetVersion'>) {
  const daysOf = remember(
    (version: string) => remember((key: DayKey) => relations.onDays([key], version), { most: MAX_DAYS }),
    { most: 1 },
  );

  /** For one run. */
  return (): Pick<RelationsTable, 'onDays' | 'sources'> => {
    const version = remember(() => relations.datasetVersion());
    return {
      async onDays(keys) {
        const current = await version();
        if (current === undefined) return await relations.onDays(keys);
        return (await Promise.all(keys.map(daysOf(current)))).flat();
      },
      sources: async () => relations.sources(await version()),
    };
  };
}
