import { changesApplied } from '../adapters/dynamodb/applied-changes.ts';
import type { RelationsTable } from '../adapters/dynamodb/relations-table.ts';
import type { DayKey } from '../domain/day-key.ts';
import { remember } from '../domain/remember.ts';

/** The number of day keys: each day and month of a leap year, and one for events known by year. */
const MAX_DAYS = 366 + 12 + 1;
/** The most releases kept; few are applied within the days of one run. */
const MAX_RELEASES = 8;

type KeptRelations = Pick<RelationsTable, 'onDays' | 'sources' | 'changesIn'>;

/**
 * Caches the timelines of days across runs while the dataset's version is current, as most ticks need the days of the
 * previous tick. A run looks up the version once, when it first needs data, so that its days, changes and sources are
 * consistent.
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

  /** Creates the reader for one run. */
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
