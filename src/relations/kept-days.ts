import { changesApplied } from '../adapters/dynamodb/applied-changes.ts';
import type { RelationsTable } from '../adapters/dynamodb/relations-table.ts';
import type { DayKey } from '../domain/day-key.ts';
import { remember } from '../domain/remember.ts';

/** A key for each day and month of a leap year, and one for events known by year. */
const MAX_DAYS = 366 + 12 + 1;
/** Releases that were applied within the days of one run. */
const MAX_RELEASES = 8;

type KeptRelations = Pick<RelationsTable, 'onDays' | 'sources' | 'changesIn'>;

/**
 * Reads the timelines of days and keeps them across runs while the dataset's version holds: most ticks need the days
 * that the previous tick has read. A run looks up the version once, and only if it needs any data, so that the days, the
 * changes and the sources of a run belong together.
 */
export function keptDays(relations: Pick<RelationsTable, 'onDays' | 'sources' | 'changedBy' | 'head'>) {
  const keptTimelines = remember(
    (version: string) => remember((key: DayKey) => relations.onDays([key], version), { most: MAX_DAYS }),
    { most: 1 },
  );
  const keptChanges = remember(
    (version: string) => remember((release: string) => relations.changedBy(release, version), { most: MAX_RELEASES }),
    { most: 1 },
  );

  /** For one run. */
  return (): KeptRelations => {
    const head = remember(() => relations.head());
    return {
      async onDays(keys) {
        const current = (await head())?.hash;
        if (current === undefined) return await relations.onDays(keys);
        return (await Promise.all(keys.map(keptTimelines(current)))).flat();
      },
      async changesIn(span) {
        const current = await head();
        return current === undefined ? [] : await changesApplied(current, span, keptChanges(current.hash));
      },
      sources: async () => relations.sources((await head())?.hash),
    };
  };
}
