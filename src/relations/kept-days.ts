import type { RelationsTable } from '../adapters/dynamodb/relations-table.ts';
import type { DayKey } from '../domain/day-key.ts';
import type { Timeline } from '../domain/timeline.ts';

type Days = Map<DayKey, readonly Timeline[]>;

/**
 * Reads the timelines of days, and keeps them from run to run for as long as the dataset's version holds: most ticks ask for
 * the days that the tick before has asked for. The version is looked up once a run, and only if it asks for a day at all.
 */
export function keptDays(relations: Pick<RelationsTable, 'onDays' | 'datasetVersion'>) {
  let kept: { readonly version: string; readonly days: Days } | undefined;

  async function daysOfNow(): Promise<Days> {
    const version = await relations.datasetVersion();
    if (version === undefined) return new Map();
    if (kept?.version !== version) kept = { version, days: new Map() };
    return kept.days;
  }

  /** For one run. */
  return (): Pick<RelationsTable, 'onDays'> => {
    let days: Promise<Days> | undefined;
    return {
      async onDays(keys) {
        days ??= daysOfNow();
        const known = await days;
        const missing = keys.filter((key) => !known.has(key));
        await Promise.all(missing.map(async (key) => known.set(key, await relations.onDays([key]))));
        return keys.flatMap((key) => known.get(key) ?? []);
      },
    };
  };
}
