import type { Context } from 'hono';
import { changeKey, selectChanges } from '../../../src/domain/change-history.ts';
import { changeRecord } from '../../../src/feeds/change-record.ts';
import { writeChangesCursor } from '../../../src/requests/changes.ts';
import { parseRequest } from '../../../src/requests/invalid-request.ts';
import { paths } from '../../../src/web/paths.ts';
import type { Handlers } from '../handlers.ts';
import type { Ports } from '../ports.ts';
import { queryWithoutTracking } from '../query.ts';
import type { ChangesAnswer } from './open-data-answers.ts';
import { schemasFor } from './schemas-for.ts';

/** Lists the changes of data releases in pages. A page starts after the last change of the previous one, whatever was released meanwhile. */
export function dataChangesRoutes({ dataset, siteUrl }: Ports): Handlers<'GET /v1/changes'> {
  return {
    'GET /v1/changes': async (c) => {
      const known = await dataset();
      const query = Object.fromEntries(queryWithoutTracking(c));
      const { limit, cursor = '', ...filter } = parseRequest(schemasFor(known).dataChanges, query);
      const found = selectChanges(known.timelines, filter).filter(({ change }) => changeKey(change) > cursor);
      const shown = found.slice(0, limit);
      const last = found.length > limit ? shown.at(-1)?.change : undefined;
      const next = last === undefined ? null : writeChangesCursor(changeKey(last));
      if (next !== null) c.header('Link', `<${nextPage(c, siteUrl, next)}>; rel="next"`);
      return c.json({ changes: shown.map(changeRecord), next } satisfies ChangesAnswer);
    },
  };
}

function nextPage({ req }: Context, siteUrl: string, cursor: string): string {
  const { searchParams } = new URL(req.url);
  searchParams.set('cursor', cursor);
  return `${siteUrl}${paths.dataChanges}?${searchParams}`;
}
