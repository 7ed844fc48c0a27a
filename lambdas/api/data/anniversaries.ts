import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { anniversaries, takeFirst } from '../../../src/domain/anniversaries.ts';
import { anniversariesCsv } from '../../../src/feeds/anniversaries-csv.ts';
import { anniversaryRecord } from '../../../src/feeds/anniversary-record.ts';
import { writeCursor } from '../../../src/requests/cursor.ts';
import { parseRequest } from '../../../src/requests/invalid-request.ts';
import { paths } from '../../../src/web/paths.ts';
import type { Handlers } from '../handlers.ts';
import type { Ports } from '../ports.ts';
import { queryWithoutTracking } from '../query.ts';
import type { AnniversariesAnswer } from './open-data-answers.ts';
import { schemasFor } from './schemas-for.ts';

/**
 * Lists the anniversaries between two days like `jubilee anniversaries`, in pages of JSON or CSV. The next page starts after
 * the last anniversary of this one, even if the data changes in between.
 */
export function anniversariesRoutes({ dataset, siteUrl }: Ports): Handlers<'GET /v1/anniversaries'> {
  return {
    'GET /v1/anniversaries': async (c) => {
      const { timelines, ...known } = await dataset();
      const { question, limit } = parseRequest(schemasFor(known).anniversaries, readQuery(c));
      const found = takeFirst(anniversaries(timelines, question), limit + 1);
      const page = found.slice(0, limit);
      const last = found.length > limit ? page.at(-1) : undefined;
      const next = last === undefined ? null : writeCursor(last);
      if (next !== null) c.header('Link', `<${nextPage(c, siteUrl, next)}>; rel="next"`);
      const records = page.map((milestone) => anniversaryRecord(milestone, question.leapDay));
      if (!wantsCsv(c)) return c.json({ anniversaries: records, next } satisfies AnniversariesAnswer);
      return c.body([...anniversariesCsv(records)].join(''), 200, { 'Content-Type': 'text/csv; charset=utf-8' });
    },
  };
}

/** Parameters that are lists even if given once. */
const lists = new Set(['state', 'pair', 'kind', 'precision']);

/** Reads the query. Keeps any other repeated parameter as a list, so the schema can reject it with a message. */
function readQuery(c: Context): Record<string, string | string[]> {
  const searchParams = queryWithoutTracking(c);
  const entries = [...new Set(searchParams.keys())].map((name): [string, string | string[]] => {
    const [first = '', ...others] = searchParams.getAll(name);
    return [name, lists.has(name) || others.length > 0 ? [first, ...others] : first];
  });
  return Object.fromEntries(entries);
}

function nextPage({ req }: Context, siteUrl: string, cursor: string): string {
  const { searchParams } = new URL(req.url);
  searchParams.set('cursor', cursor);
  return `${siteUrl}${paths.anniversaries}?${searchParams}`;
}

function wantsCsv(c: Context): boolean {
  const supports = ['application/json', 'text/csv'];
  return accepts(c, { header: 'Accept', supports, default: 'application/json' }) === 'text/csv';
}
