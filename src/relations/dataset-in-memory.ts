import type { RelationsTable } from '../adapters/dynamodb/relations-table.ts';
import type { StateCode } from '../domain/relation-event.ts';
import type { StoredDataset } from '../domain/resolved-dataset.ts';
import type { DatedSource } from '../domain/source.ts';

/** One version of the data, indexed for answers. */
export type Dataset = Omit<StoredDataset, 'sources'> & {
  readonly version: string;
  readonly sources: ReadonlyMap<DatedSource['id'], DatedSource>;
  readonly codes: ReadonlySet<StateCode>;
};

export type DatasetInMemory = ReturnType<typeof datasetInMemory>;

/** Thrown before the table is seeded, which a deployment does. */
export class DatasetMissing extends Error {
  constructor() {
    super('The relations table has no dataset yet');
    this.name = 'DatasetMissing';
  }
}

/** The longest time (ms) for which a new version can go unnoticed. */
const MS_BETWEEN_CHECKS = 60_000;

/**
 * Caches the dataset while its version is current.
 *
 * @throws DatasetMissing before the table is seeded.
 */
export function datasetInMemory(relations: Pick<RelationsTable, 'all' | 'datasetVersion'>, now: () => Date) {
  let kept: Dataset | undefined;
  let checkedAt = Number.NEGATIVE_INFINITY;
  let checking: Promise<Dataset> | undefined;

  async function check(): Promise<Dataset> {
    const at = now().getTime();
    const version = await relations.datasetVersion();
    if (version !== undefined && version !== kept?.version) kept = await read(relations, version);
    if (kept === undefined) throw new DatasetMissing();
    checkedAt = at;
    return kept;
  }

  return async (): Promise<Dataset> => {
    if (kept && Math.abs(now().getTime() - checkedAt) < MS_BETWEEN_CHECKS) return kept;
    checking ??= check().finally(() => {
      checking = undefined;
    });
    return await checking;
  };
}

async function read(relations: Pick<RelationsTable, 'all'>, version: string): Promise<Dataset | undefined> {
  const stored = await relations.all(version);
  return stored && openDataset(stored, version);
}

export function openDataset(stored: StoredDataset, version: string): Dataset {
  const { sources, states, timelinesIn, timelinesOf } = stored;
  return {
    version,
    sources: new Map(sources.map((source) => [source.id, source])),
    states,
    codes: new Set(states.map(({ code }) => code)),
    get timelines() {
      return stored.timelines;
    },
    timelinesIn,
    timelinesOf,
  };
}
