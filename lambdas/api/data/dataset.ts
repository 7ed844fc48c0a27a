import { writeEvents } from '../../../src/dataset/files/events-csv.ts';
import { writeSources } from '../../../src/dataset/files/sources.ts';
import { writeStates } from '../../../src/dataset/files/states.ts';
import type { ResolvedDataset } from '../../../src/domain/resolved-dataset.ts';
import { citationsCsv } from '../../../src/feeds/citations-csv.ts';
import { datasetCounts, datasetJson, terms } from '../../../src/feeds/dataset-record.ts';
import type { Dataset } from '../../../src/relations/dataset-in-memory.ts';
import { paths } from '../../../src/web/paths.ts';
import type { Handlers } from '../handlers.ts';
import type { Ports } from '../ports.ts';
import type { DatasetAnswer } from './open-data-answers.ts';

/** The files of the dataset. Compressed, each is far below Lambda's response limit of 6 MB. */
export const datasetFiles: Readonly<
  Record<string, { readonly type: string; readonly write: (dataset: ResolvedDataset) => string }>
> = {
  'dataset.json': { type: 'application/json', write: datasetJson },
  'events.csv': { type: 'text/csv; charset=utf-8', write: ({ timelines }) => writeEvents(timelines) },
  'citations.csv': { type: 'text/csv; charset=utf-8', write: ({ timelines }) => citationsCsv(timelines) },
  'sources.csv': { type: 'text/csv; charset=utf-8', write: ({ sources }) => writeSources(sources) },
  'states.csv': { type: 'text/csv; charset=utf-8', write: ({ states }) => writeStates(states) },
};

/** Describes the dataset and serves its files. */
export function datasetRoutes({ dataset, siteUrl }: Ports): Handlers<'GET /v1/dataset' | 'GET /v1/dataset/:file'> {
  return {
    'GET /v1/dataset': async (c) => {
      const known = await dataset();
      const files = Object.entries(datasetFiles).map(([name, { type }]) => {
        return { name, type, url: `${siteUrl}${paths.dataset}/${name}` };
      });
      const { version } = known;
      return c.json({ version, ...terms, counts: datasetCounts(toResolved(known)), files } satisfies DatasetAnswer);
    },

    'GET /v1/dataset/:file': async (c) => {
      const name = c.req.param('file');
      if (!Object.hasOwn(datasetFiles, name)) return c.notFound();
      const file = datasetFiles[name];
      if (file === undefined) return c.notFound();
      return c.body(file.write(toResolved(await dataset())), 200, { 'Content-Type': file.type });
    },
  };
}

function toResolved({ timelines, sources, states }: Dataset): ResolvedDataset {
  return { timelines, sources: [...sources.values()], states };
}
